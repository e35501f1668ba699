import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readPackage } from '../../src/package/index.ts';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { openStoryOf, paragraphs, storyId } from './newsroom.ts';

/** The paths that the host hands to the system's drag, which no test can hold a mouse button for. */
async function draggedPaths({ app }: Copydesk): Promise<{ files: string[]; hasPicture: boolean } | null> {
  return app.evaluate(() => (globalThis as { dragged?: { files: string[]; hasPicture: boolean } }).dragged ?? null);
}

const watchDrags = ({ app }: Copydesk): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    window.webContents.startDrag = ({ files = [], icon }) => {
      (globalThis as { dragged?: unknown }).dragged = {
        files,
        hasPicture: typeof icon !== 'string' && !icon.isEmpty(),
      };
    };
  });

/** Begins a drag on a row, as the browser does when the pointer moves with its button down. */
const drag = async (page: Page, headline: string): Promise<boolean> =>
  page
    .getByRole('option', { name: headline })
    .evaluate((row) => row.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })));

it('a story is dragged out of the list as a story file, with what was typed a moment ago', async () => {
  const desk = await launchCopydesk();
  const { page } = desk;
  await watchDrags(desk);
  await openStoryOf(page, 'Lũ lên nhanh', paragraphs(3));
  await page.locator('.editor-body p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Hết.');
  // The browser's own drag, of a picture of the row, does not begin.
  expect(await drag(page, 'Lũ lên nhanh')).toBe(false);
  await expect.poll(() => draggedPaths(desk)).toMatchObject({ hasPicture: true });
  const [path = ''] = (await draggedPaths(desk))?.files ?? [];
  expect(path).toMatch(/lu-len-nhanh\.story$/);
  const read = await readPackage(new Uint8Array(await readFile(path)));
  expect(read).toMatchObject({ ok: true, value: { story: { headline: 'Lũ lên nhanh' }, missing: [] } });
  expect(JSON.stringify(read.ok && read.value.story.body)).toContain('Hết.');
  await desk.close();
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

it('stories that are chosen together are dragged together', async () => {
  const desk = await launchCopydesk();
  const { page } = desk;
  await watchDrags(desk);
  await openStoryOf(page, 'Tin một', paragraphs(1));
  await openStoryOf(page, 'Tin hai', paragraphs(1));
  await page.getByRole('option', { name: 'Tin một' }).click({ modifiers: ['Control'] });
  await drag(page, 'Tin một');
  await expect.poll(async () => (await draggedPaths(desk))?.files.length).toBe(2);
});

it('a story file that is dropped on the window comes into the list', async () => {
  const [from, to] = [await launchCopydesk(), await launchCopydesk()];
  await watchDrags(from);
  await openStoryOf(from.page, 'Tin từ hiện trường', paragraphs(2));
  await drag(from.page, 'Tin từ hiện trường');
  await expect.poll(() => draggedPaths(from)).not.toBeNull();
  const [path = ''] = (await draggedPaths(from))?.files ?? [];
  const bytes = [...(await readFile(path))];
  await to.page.getByRole('option').first().waitFor();
  await to.page.evaluate((data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(data)], 'tin.story'));
    const list = document.querySelector('.library-list');
    for (const type of ['dragover', 'drop'])
      list?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, bytes);
  await to.page.getByRole('option', { name: 'Tin từ hiện trường' }).waitFor();
  await expect.poll(() => to.page.title()).toBe('Tin từ hiện trường - Copydesk');
  expect(await storyId(to.page, 'Tin từ hiện trường')).toBe(await storyId(from.page, 'Tin từ hiện trường'));
});
