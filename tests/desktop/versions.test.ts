import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/story/runs.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, beginBody, outline, savedStory } from './newsroom.ts';

const body = (page: Page) => page.getByRole('textbox', { name: 'Story body' });
const kept = (page: Page) => page.locator('.status-kept');
const versions = async (page: Page, id: string) => (await ask(page, 'versions.read', { ask: 'list', id })).versions;

/** Chooses an item of the application's menu, as its key does. */
async function choose({ app }: Copydesk, item: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    (Menu.getApplicationMenu()?.getMenuItemById(id)?.click as (() => void) | undefined)?.();
  }, item);
}

/** Has the system's dialog answer with this path. */
async function answerSave({ app }: Copydesk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Lets the disk fail at each sync, as a dying one does, or work again. */
async function breakDisk({ app }: Copydesk, isBroken: boolean): Promise<void> {
  await app.evaluate((_, broken) => {
    const fs = process.getBuiltinModule('node:fs/promises');
    const room = globalThis as { realDatasync?: unknown };
    return fs.open(process.execPath, 'r').then(async (handle) => {
      const handles = Object.getPrototypeOf(handle) as { datasync: unknown };
      await handle.close();
      room.realDatasync ??= handles.datasync;
      handles.datasync = broken
        ? () => Promise.reject(Object.assign(new Error('EIO: broken'), { code: 'EIO' }))
        : room.realDatasync;
    });
  }, isBroken);
}

describe('Ctrl+S', () => {
  it('keeps a version with the last key in it, and says so', async () => {
    const copydesk = await launchCopydesk();
    const { page } = copydesk;
    const id = await beginBody(page, 'Lũ về');
    await page.keyboard.type('Nước dâng nhanh.');
    await choose(copydesk, 'save-version');
    await expect.poll(() => kept(page).textContent()).toMatch(/^Version kept \d\d:\d\d:\d\d$/);
    const [newest] = await versions(page, id);
    expect(newest).toMatchObject({ kind: 'saved' });
    const { story } = await ask(page, 'versions.read', { ask: 'one', id, hash: newest!.hash });
    expect(outline(story!)).toEqual(['Nước dâng nhanh.']);
    await choose(copydesk, 'save-version');
    await expect.poll(() => kept(page).textContent()).toMatch(/^Nothing has changed since the version of/);
    expect(await versions(page, id)).toHaveLength(1);
    await page.keyboard.type(' Dân sơ tán.');
    await expect.poll(() => kept(page).count()).toBe(1);
    await expect.poll(() => kept(page).textContent()).toBe('');
  });
});

describe('what is typed after a big deletion', () => {
  it('takes nothing away: the story before it is a version', async () => {
    const { page } = await launchCopydesk();
    const id = await beginBody(page, 'Dài');
    await page.keyboard.insertText('Nước lên nhanh ở các xã ven sông. '.repeat(20));
    await expect.poll(async () => (await savedStory(page, id)).body.length).toBe(1);
    await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('ven sông');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('X');
    await expect.poll(async () => (await versions(page, id)).map(({ kind }) => kind)).toContain('big-deletion');
    const lost = (await versions(page, id)).find(({ kind }) => kind === 'big-deletion');
    const { story } = await ask(page, 'versions.read', { ask: 'one', id, hash: lost!.hash });
    const [block] = story!.body;
    expect(block?.type === 'paragraph' && plainText(block.text)).toContain('ven sông');
  });
});

describe('saving a copy elsewhere', () => {
  it('works from the status line while the disk takes nothing, with every word on the page', async () => {
    const copydesk = await launchCopydesk();
    const { page } = copydesk;
    const id = await beginBody(page, 'Sổ tay');
    await page.keyboard.type('Trước khi đầy.');
    await expect.poll(async () => outline(await savedStory(page, id))).toEqual(['Trước khi đầy.']);
    await breakDisk(copydesk, true);
    await page.keyboard.type(' Sau khi đầy.');
    await expect
      .poll(() => page.getByRole('status', { name: 'Save status' }).textContent())
      .toMatch(
        /^Not saved: the disk refused the change \(\d+ changes? kept in memory, retrying; Save a copy elsewhere…\)$/,
      );
    const path = join(newFolder(), 'so-tay.story');
    await answerSave(copydesk, path);
    await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click();
    await expect.poll(() => page.locator('.notice', { hasText: 'A copy was saved as' }).count()).toBe(1);
    expect((await readFile(path)).length).toBeGreaterThan(500);
    const other = await launchCopydesk({ args: [path] });
    await expect.poll(() => body(other.page).innerText()).toBe('Trước khi đầy. Sau khi đầy.');
    await breakDisk(copydesk, false);
  });
});
