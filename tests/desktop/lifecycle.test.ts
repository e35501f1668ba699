import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePackage } from '../../src/package/index.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { newStory } from './newsroom.ts';

const saveStatus = ({ page }: Copydesk): Promise<string | null> =>
  page.getByRole('status', { name: 'Save status' }).textContent();
const gone = async (program: ChildProcess): Promise<void> => {
  if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
};

/** Whether the page shows this text, asked through Electron: after a crash the test's own door to the page is gone. */
const isShown = ({ app }: Copydesk, text: string): Promise<boolean> =>
  app.evaluate(async ({ BrowserWindow }, wanted) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!page || page.isCrashed() || page.isLoading()) return false;
    return String(await page.executeJavaScript('document.body.innerText')).includes(wanted);
  }, text);

/** A story on disk as a colleague would hand it over. */
async function packageOf(story: Story, name = 'handed-over.story'): Promise<string> {
  const made = await writePackage({ story, media: () => undefined });
  if (!made.ok) throw new Error(made.failure.code);
  const path = join(newFolder(), name);
  await writeFile(path, made.value);
  return path;
}

/** Starts the program a second time on the same data folder; answers its exit code. */
async function startAgain({ home, app }: Copydesk, args: string[]): Promise<number | null> {
  // As the first one was started, without the test's own switches.
  const [, ...switches] = app.process().spawnargs;
  const own = switches.filter((word) => !/^--(inspect|remote-debugging|log-)/.test(word));
  const env = { ...process.env, COPYDESK_HOME: home };
  delete (env as NodeJS.ProcessEnv)['ELECTRON_RUN_AS_NODE'];
  const program = spawn(app.process().spawnfile, [...own, ...args], { env, stdio: 'ignore' });
  await gone(program);
  return program.exitCode;
}

async function reopen({ home }: Copydesk): Promise<Copydesk> {
  const again = await launchCopydesk({ home });
  await again.page
    .getByRole('list', { name: 'Stories' })
    .or(again.page.getByRole('listbox', { name: 'Stories' }))
    .waitFor();
  return again;
}

describe('leaving', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('keeps what was typed until the system said %s', async (signal) => {
    const first = await launchCopydesk();
    await newStory(first.page);
    await first.page.keyboard.type(`Nước lên nhanh: ${signal}`);
    const program = first.app.process();
    program.kill(signal);
    await gone(program);
    expect(program.exitCode).toBe(0);

    const second = await reopen(first);
    await expect
      .poll(() => second.page.getByRole('textbox', { name: 'Headline' }).inputValue())
      .toBe(`Nước lên nhanh: ${signal}`);
    await second.close();
  });

  it('waits no longer than it says for a page that hangs, and keeps what was acknowledged', async () => {
    const first = await launchCopydesk();
    await newStory(first.page);
    await first.page.keyboard.type('Before the hang');
    await expect.poll(() => first.page.title()).toBe('Before the hang - Copydesk');
    await expect.poll(() => saveStatus(first)).toMatch(/^Saved on this computer/);
    await first.app.evaluate(({ BrowserWindow }) => {
      void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('setTimeout(() => { for (;;); }), null');
    });
    const program = first.app.process();
    const asked = performance.now();
    program.kill('SIGTERM');
    await gone(program);
    expect(performance.now() - asked).toBeGreaterThan(4_000);
    expect(performance.now() - asked).toBeLessThan(12_000);

    const second = await reopen(first);
    await expect.poll(() => second.page.title()).toBe('Before the hang - Copydesk');
    expect(await readFile(join(first.home, 'logs', 'copydesk.log'), 'utf8')).toContain('did not answer in time');
    await second.close();
  });
});

describe('a page that breaks down', () => {
  it('comes back with the story and says what happened', async () => {
    const copydesk = await launchCopydesk();
    await newStory(copydesk.page);
    await copydesk.page.keyboard.type('Before the crash');
    await expect.poll(() => copydesk.page.title()).toBe('Before the crash - Copydesk');
    await expect.poll(() => saveStatus(copydesk)).toMatch(/^Saved on this computer/);
    // Playwright has lost the page; Electron tells what the new one shows.
    const shown = await copydesk.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
      window.webContents.forcefullyCrashRenderer();
      await loaded;
      const readWhenReady = `new Promise((resolve) => {
        const look = () => document.querySelector('[role=alert]') && document.title.startsWith('Before')
          ? resolve([document.title, document.querySelector('[role=alert]').textContent])
          : requestAnimationFrame(look);
        look();
      })`;
      return (await window.webContents.executeJavaScript(readWhenReady)) as [title: string, notice: string];
    });
    expect(shown).toEqual(['Before the crash - Copydesk', expect.stringContaining('broke down')]);
    await copydesk.close();
  });
});

describe('a data folder', () => {
  it('that cannot be written is named in the window, and no story is begun that could not be kept', async () => {
    const place = join(newFolder(), 'a-file-in-the-way');
    await writeFile(place, 'not a folder');
    const copydesk = await launchCopydesk({ home: place });
    await expect.poll(() => isShown(copydesk, place), { timeout: 15_000 }).toBe(true);
    const answer = await copydesk.page.evaluate(() => window.copydesk.call('stories.create', { language: 'vi' }));
    expect(answer).toMatchObject({ ok: false, failure: { code: 'home.not-writable', about: { folder: place } } });
    await copydesk.close();
    expect(await readFile(place, 'utf8')).toBe('not a folder');
  });

  it('has one Copydesk at a time, which comes forward and takes the second one’s packages', async () => {
    const copydesk = await launchCopydesk();
    const file = await packageOf(
      createStory({ language: 'vi', headline: 'Tin từ hiện trường', body: [createParagraph([{ text: 'Nước rút.' }])] }),
    );
    expect(await startAgain(copydesk, [file])).toBe(0);
    await copydesk.page.getByRole('option', { name: 'Tin từ hiện trường' }).waitFor();
    await copydesk.close();
  });

  it('says which of the packages handed over is none', async () => {
    const copydesk = await launchCopydesk();
    await copydesk.page.getByRole('button', { name: 'New story' }).first().waitFor();
    const file = join(newFolder(), 'half.story');
    await writeFile(file, 'half of a story');
    await startAgain(copydesk, [file]);
    await expect.poll(() => isShown(copydesk, 'half.story'), { timeout: 15_000 }).toBe(true);
    await copydesk.close();
  });

  it('opens with the package that was double-clicked', async () => {
    const file = await packageOf(createStory({ language: 'vi', headline: 'Bản thảo gửi tay' }));
    const copydesk = await launchCopydesk({ args: [file] });
    await expect.poll(() => copydesk.page.title()).toBe('Bản thảo gửi tay - Copydesk');
    await copydesk.close();
  });

  it.each([
    ['number another Copydesk bears by now', true],
    ['computer is another', false],
  ])('opens over the lock of a Copydesk that was killed and whose %s, and harms no other', async (_, isHere) => {
    const other = await launchCopydesk();
    const home = newFolder('home-');
    const litter = join(home, 'electron');
    await mkdir(litter, { recursive: true });
    const { pid } = other.app.process();
    await symlink(`${isHere ? hostname() : 'elsewhere'}-${pid}`, join(litter, 'SingletonLock'));
    await symlink('1234567890', join(litter, 'SingletonCookie'));
    await symlink(join(home, 'gone', 'SingletonSocket'), join(litter, 'SingletonSocket'));
    const copydesk = await launchCopydesk({ home });
    await copydesk.page.getByRole('button', { name: 'New story' }).first().waitFor();
    await other.page.getByRole('button', { name: 'New story' }).first().waitFor();
    // From now on it is held by the one that runs.
    expect(await startAgain(copydesk, [])).toBe(0);
    await Promise.all([copydesk.close(), other.close()]);
  });

  it('is open beside another one', async () => {
    const [one, other] = await Promise.all([launchCopydesk(), launchCopydesk()]);
    expect(one.home).not.toBe(other.home);
    await Promise.all(
      [one, other].map(({ page }) => page.getByRole('button', { name: 'New story' }).first().waitFor()),
    );
    await Promise.all([one.close(), other.close()]);
  });
});

describe('the preferences', () => {
  it('remember window, theme and last story, and survive damage with a word about it', async () => {
    const first = await launchCopydesk();
    await newStory(first.page);
    await first.page.keyboard.type('Remembered');
    await expect.poll(() => first.page.title()).toBe('Remembered - Copydesk');
    await first.page.evaluate(() => window.copydesk.call('app.settings', { theme: 'dark' }));
    await first.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 640 });
    });
    await first.close();

    const second = await launchCopydesk({ home: first.home });
    await expect.poll(() => second.page.title()).toBe('Remembered - Copydesk');
    const looks = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      theme: nativeTheme.themeSource,
      isDark: nativeTheme.shouldUseDarkColors,
    }));
    expect(looks).toEqual({ bounds: { x: 40, y: 60, width: 900, height: 640 }, theme: 'dark', isDark: true });
    await second.close();

    const file = join(first.home, 'preferences.json');
    await writeFile(file, '{"settings":');
    const third = await launchCopydesk({ home: first.home });
    await expect.poll(() => isShown(third, `${file}.damaged-1`), { timeout: 15_000 }).toBe(true);
    expect(await third.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await third.close();
    expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe('{"settings":');
  });
});

describe('the menu', () => {
  it('speaks the interface’s language and begins a story', async () => {
    const copydesk = await launchCopydesk({ lang: 'vi' });
    await copydesk.page.locator('#root > *').first().waitFor();
    const labels = await copydesk.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')),
    );
    expect(labels).toEqual(['Tệp', 'Sửa', 'Chèn', 'Duyệt bài', 'Xem', 'Trợ giúp']);
    await copydesk.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('new-story')?.click();
    });
    await expect.poll(() => copydesk.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await copydesk.close();
  });

  it('takes no key from the editor', async () => {
    const copydesk = await launchCopydesk();
    const taken = await copydesk.app.evaluate(({ Menu }) => {
      const keys: string[] = [];
      const look = (items: Electron.MenuItem[]): void => {
        for (const item of items) {
          if (item.accelerator && item.registerAccelerator) keys.push(String(item.accelerator));
          if (item.submenu) look(item.submenu.items);
        }
      };
      look(Menu.getApplicationMenu()?.items ?? []);
      return keys.map((key) => key.replace(/CmdOrCtrl|CommandOrControl|Control/i, 'Ctrl').toLowerCase());
    });
    const editors = [
      'b',
      'i',
      'u',
      'k',
      'z',
      'y',
      'shift+v',
      'shift+z',
      'alt+1',
      'alt+2',
      'alt+3',
      'alt+4',
      'shift+7',
      'shift+8',
      'shift+9',
    ];
    expect(taken).toEqual(expect.arrayContaining(['ctrl+n', 'ctrl+o', 'ctrl+s', 'ctrl+e', 'ctrl+q']));
    expect(taken.filter((key) => editors.includes(key.replace('ctrl+', '')))).toEqual([]);
    await copydesk.close();
  });
});

describe('the data folder’s order', () => {
  it('keeps Chromium’s own files apart from the newsroom’s', async () => {
    const copydesk = await launchCopydesk();
    await copydesk.page.getByRole('button', { name: 'New story' }).first().waitFor();
    await copydesk.close();
    const known =
      /^(copydesk\.db(-wal|-shm|\.seal)?|electron|logs|media|preferences\.json(\.bak)?|samples-came|stories)$/;
    expect((await readdir(copydesk.home)).filter((name) => !known.test(name))).toEqual([]);
  });
});
