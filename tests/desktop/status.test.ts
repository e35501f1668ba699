import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { ask, newStory, openStoryOf, putCaret, savedStory, storyId } from './newsroom.ts';

const status = (page: Page) => page.getByRole('status', { name: 'Save status' });
const says = (page: Page, what: RegExp) => expect.poll(() => status(page).textContent()).toMatch(what);
const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline' });

/** The story's id, once the list of stories knows its headline. */
async function idOf(page: Page, wanted: string): Promise<string> {
  await expect.poll(() => storyId(page, wanted).catch(() => '')).not.toBe('');
  return storyId(page, wanted);
}

/** Lets the disk refuse every write to a story's log, as a full one does, or take them again. */
async function fillDisk({ app }: Copydesk, isFull: boolean): Promise<void> {
  await app.evaluate((_, full) => {
    const fs = process.getBuiltinModule('node:fs/promises');
    const room = globalThis as { realDatasync?: unknown; handles?: { datasync: unknown } };
    return fs.open(process.execPath, 'r').then(async (handle) => {
      const handles = Object.getPrototypeOf(handle) as { datasync: unknown };
      await handle.close();
      room.realDatasync ??= handles.datasync;
      handles.datasync = full
        ? () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))
        : room.realDatasync;
    });
  }, isFull);
}

describe('the status line', () => {
  it('says when the disk took the last word, to the second', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    const before = new Date();
    await page.keyboard.insertText('Lũ về');
    await says(page, /^Saved on this computer \d\d:\d\d:\d\d$/);
    await idOf(page, 'Lũ về');
    const said = /(\d\d):(\d\d):(\d\d)/.exec((await status(page).textContent()) ?? '');
    const at = new Date(before);
    at.setHours(Number(said?.[1]), Number(said?.[2]), Number(said?.[3]), 999);
    expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('speaks Vietnamese', async () => {
    const { page } = await launchCopydesk({ lang: 'vi' });
    await page.getByRole('button', { name: 'Tin bài mới' }).click();
    await page.getByRole('textbox', { name: 'Tít', exact: true }).fill('Lũ về');
    await expect
      .poll(() => page.getByRole('status', { name: 'Tình trạng lưu' }).textContent())
      .toMatch(/^Đã lưu trên máy này \d\d:\d\d:\d\d$/);
  });

  it('says that the disk is full, keeps the text, and saves it when there is room again', async () => {
    const copydesk = await launchCopydesk();
    const { page } = copydesk;
    await newStory(page);
    await page.keyboard.insertText('Lũ');
    await says(page, /^Saved/);
    const id = await idOf(page, 'Lũ');
    await fillDisk(copydesk, true);
    await page.keyboard.insertText(' về');
    await says(page, /^Not saved: the disk is full \(\d+ changes? kept in memory, retrying; Save a copy elsewhere…\)$/);
    await expect.poll(() => page.locator('[aria-live=polite]', { hasText: 'Not saved' }).count()).toBe(1);
    await page.getByRole('listbox', { name: 'Stories' }).getByRole('option').last().click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('It stays open until they are.');
    expect(await headline(page).inputValue()).toBe('Lũ về');
    await fillDisk(copydesk, false);
    await page.getByRole('button', { name: 'Try now' }).click();
    await says(page, /^Saved on this computer/);
    expect((await savedStory(page, id)).headline).toBe('Lũ về');
  });

  it('asks before the window closes over words that the disk refuses', async () => {
    const copydesk = await launchCopydesk();
    const { app, page } = copydesk;
    await newStory(page);
    await page.keyboard.insertText('Lũ');
    await says(page, /^Saved/);
    const id = await idOf(page, 'Lũ');
    await fillDisk(copydesk, true);
    await page.keyboard.insertText(' về');
    await says(page, /^Not saved/);
    const close = () =>
      app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      });
    await close();
    const question = page.getByRole('alertdialog', { name: 'The last changes are not saved' });
    await question.waitFor();
    await page.getByRole('button', { name: 'Keep open and go on trying' }).click();
    await expect.poll(() => question.isVisible()).toBe(false);
    await fillDisk(copydesk, false);
    await says(page, /^Saved/);
    expect((await savedStory(page, id)).headline).toBe('Lũ về');
    // Nothing is left to ask: it goes.
    await copydesk.close();
  });

  it('counts the words of the body', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    await page.getByRole('textbox', { name: 'Story body' }).click();
    await page.keyboard.insertText('Nước lên nhanh ở các xã ven sông.');
    await expect.poll(() => page.locator('.status-facts').innerText()).toContain('8 words');
  });
});

describe('the length', () => {
  it('is told for the story and for what is selected: words, characters, and each presenter’s time by their own pace', async () => {
    const { page } = await launchCopydesk();
    const presenters = [
      { name: 'Lan', pace: 240 },
      { name: 'Hà', pace: 120 },
    ];
    await ask(page, 'app.settings', { presenters });
    await page.reload();
    // Each paragraph has 60 syllables of two letters: 179 characters, 59 of them blanks.
    const text = Array(60).fill('ba').join(' ');
    await openStoryOf(page, 'Nhịp', [
      { type: 'paragraph', id: 'nhippara1', text: [{ text }] },
      { type: 'paragraph', id: 'nhippara2', text: [{ text }] },
    ]);
    const button = page.locator('.status-length');
    const rows = () =>
      page
        .getByRole('dialog', { name: 'Length of the story' })
        .getByRole('row')
        .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)));
    await putCaret(page, 1, 'end');
    await expect.poll(() => button.innerText()).toContain('120 words');
    expect(await button.innerText()).toContain('0:30 aloud');
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelectorAll('.editor-body p')[1]!));
    await expect.poll(() => button.innerText()).toContain('60 of 120 words');
    expect(await button.innerText()).toContain('0:15 aloud');
    await button.click();
    await expect.poll(rows).toEqual([
      ['', 'Selection', 'Whole story'],
      ['Words', '60', '120'],
      ['Characters', '179', '358'],
      ['Characters without spaces', '120', '240'],
      ['Read in silence', '0:12', '0:23'],
      ['Read aloud by Lan240 syllables a minute', '0:15', '0:30'],
      ['Read aloud by Hà120 syllables a minute', '0:30', '1:00'],
    ]);
  });
});
