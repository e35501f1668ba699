import { expect, it } from 'vitest';
import { figure } from '../../bench/figures.ts';
import { launchCopydesk, type Copydesk } from '../../desktop/launch.ts';
import { newStory } from '../../desktop/newsroom.ts';
import { drivenCopydesk } from '../../packaged/packaged.ts';
import { many } from '../length.ts';

const saved = ({ page }: Copydesk): Promise<void> =>
  expect.poll(() => page.getByRole('status', { name: 'Save status' }).innerText()).toMatch(/^Saved/);

/** The process that draws: null while there is none. */
const drawer = ({ app }: Copydesk): Promise<number | null> =>
  app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null);

/** The page as Electron itself sees it: Playwright loses sight of one that was ended. */
const shown = ({ app }: Copydesk): Promise<{ title: string; body: string }> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!page || page.isCrashed() || page.isLoading()) return { title: '', body: '' };
    const body = String(await page.executeJavaScript('document.querySelector(".editor-body")?.textContent ?? ""'));
    return { title: page.getTitle(), body };
  });

it('goes on with its text however often the process that draws is killed', async () => {
  const rounds = many(12, 5);
  const desk = await launchCopydesk({ program: await drivenCopydesk() });
  const { page } = desk;
  await newStory(page);
  await page.getByRole('textbox', { name: 'Story body' }).click();
  let text = '';
  for (let n = 1; n <= rounds; n++) {
    await expect.poll(() => drawer(desk), { timeout: 30_000 }).not.toBeNull();
    const pid = (await drawer(desk)) ?? 0;
    process.kill(pid, 'SIGKILL');
    const typed = `Lần ${n}: nước lên. `;
    await page.keyboard.type(typed);
    text += typed;
    await expect.poll(async () => (await shown(desk)).body).toBe(text);
    await expect.poll(() => drawer(desk), { timeout: 30_000 }).not.toBe(pid);
    // It draws again: a picture of the window is more than one colour.
    const colours = (): Promise<number> =>
      desk.app.evaluate(async ({ BrowserWindow }) => {
        // Asked while the new process is only starting, Electron has no picture yet.
        const picture = await BrowserWindow.getAllWindows()[0]
          ?.webContents.capturePage()
          .catch(() => null);
        return new Set(picture?.toBitmap() ?? []).size;
      });
    await expect.poll(colours, { timeout: 30_000 }).toBeGreaterThan(2);
  }
  await saved(desk);
  await desk.close();
  figure('hard', 'the process that draws killed while one types; text lost, windows lost', `${rounds}; 0, 0`);
}, 300_000);
