import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { beginBody, openStoryOf, outline, paragraphs, putCaret, savedStory } from './newsroom.ts';

const saved = (page: Page) =>
  expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved on this computer/);

/** Ends the program as a power button does, and starts it again on the same data folder. */
async function killed({ app, home }: Copydesk): Promise<Copydesk> {
  const program = app.process();
  const gone = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGKILL');
  await gone;
  return launchCopydesk({ home });
}

describe('after a kill', () => {
  it('the window opens with the same story and the caret behind the last letter', async () => {
    const first = await launchCopydesk();
    const id = await beginBody(first.page, 'Lũ về');
    await first.page.keyboard.type('Một.');
    await first.page.keyboard.press('Enter');
    await first.page.keyboard.type('Hai ba');
    await first.page.keyboard.press('ArrowLeft');
    await first.page.keyboard.press('ArrowLeft');
    await first.page.keyboard.type('và ');
    await saved(first.page);
    const { page } = await killed(first);
    await expect.poll(() => page.title()).toBe('Lũ về - Copydesk');
    await page.locator('.editor-body').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('editor-body');
    await page.keyboard.type('năm ');
    await expect.poll(async () => outline(await savedStory(page, id))).toEqual(['Một.', 'Hai và năm ba']);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('the caret is in the field it was in', async () => {
    const first = await launchCopydesk();
    const id = await beginBody(first.page, 'Lũ về');
    await first.page.getByRole('textbox', { name: 'Standfirst' }).click();
    await first.page.keyboard.type('Nước lên');
    await saved(first.page);
    const { page } = await killed(first);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-standfirst');
    await page.keyboard.type(' nhanh');
    await expect.poll(async () => (await savedStory(page, id)).standfirst).toBe('Nước lên nhanh');
  });

  it('a caret that was only moved, deep in a long story, is in sight where it was left', async () => {
    const first = await launchCopydesk();
    const id = await openStoryOf(first.page, 'Dài', paragraphs(400));
    await putCaret(first.page, 250, 'end');
    await first.close();
    const { page } = await launchCopydesk({ home: first.home });
    await page.locator('.editor-body').waitFor();
    const caretText = () => page.evaluate(() => getSelection()?.focusNode?.textContent ?? '');
    await expect.poll(caretText).toContain('Đoạn 250:');
    const inSight = () =>
      page.evaluate(() => {
        const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
      });
    await expect.poll(inSight).toBe(true);
    await page.keyboard.type('!');
    await expect.poll(async () => outline(await savedStory(page, id))[250]).toMatch(/^Đoạn 250: .*!$/);
  });
});

describe('after the page has died', () => {
  it('it comes back with the caret where it was', async () => {
    const { app, page } = await launchCopydesk();
    await beginBody(page, 'Lũ về');
    await page.keyboard.type('Một hai');
    await saved(page);
    // Playwright knows a page that died no more; Electron does.
    const stands = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
      window.webContents.forcefullyCrashRenderer();
      await loaded;
      const whenBack = `new Promise((resolve) => {
        const look = () => document.activeElement?.classList.contains('editor-body')
          ? resolve([getSelection().focusNode.textContent, getSelection().focusOffset])
          : requestAnimationFrame(look);
        look();
      })`;
      return (await window.webContents.executeJavaScript(whenBack)) as unknown;
    });
    expect(stands).toEqual(['Một hai', 7]);
  });
});
