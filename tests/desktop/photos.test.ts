import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BlockOf } from '../../src/story/schema.ts';
import { launchCopydesk, newFolder } from './launch.ts';
import { sampleReport } from './main-job.ts';
import { openStoryOf, paragraphs, putCaret, savedStory } from './newsroom.ts';

let page: Page;
let app: ElectronApplication;
let photoFile: string;
let photoHash: string;
let id: string;
let count = 0;

beforeAll(async () => {
  const report = await sampleReport();
  ({ photoFile } = report);
  photoHash = report.photo.media ?? '';
  ({ page, app } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  id = await openStoryOf(page, `Ảnh vào ${++count}`, paragraphs(2));
});

const types = async () => (await savedStory(page, id)).body.map((block) => block.type);
const figures = async () =>
  (await savedStory(page, id)).body.filter((block): block is BlockOf<'figure'> => block.type === 'figure');
/** The pictures on the page that the browser has really decoded, by their width. */
const shownWidths = () =>
  page
    .locator('.photo-image img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));

describe('a photo comes in', () => {
  test('by the button, behind the paragraph with the caret, ready for its caption', async () => {
    await putCaret(page, 0, 'end');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(photoFile);
    await page.getByRole('textbox', { name: 'Caption' }).waitFor();
    await page.keyboard.type('Cầu');
    await expect.poll(figures).toMatchObject([{ photos: [{ media: photoHash, caption: [{ text: 'Cầu' }] }] }]);
    expect(await types()).toEqual(['paragraph', 'figure', 'paragraph']);
    await expect.poll(shownWidths).toEqual([1600]);
    expect((await savedStory(page, id)).media[photoHash]).toMatchObject({
      type: 'image/jpeg',
      width: 1600,
      height: 1066,
    });
  });

  test('several at once, in their order; the same picture twice is one file', async () => {
    const second = join(newFolder(), 'lan-hai.jpg');
    await copyFile(photoFile, second);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles([photoFile, second]);
    await expect
      .poll(async () => (await figures()).map((figure) => figure.photos[0]?.media))
      .toEqual([photoHash, photoHash]);
    expect(Object.keys((await savedStory(page, id)).media)).toEqual([photoHash]);
  });

  test('by the system’s menu, which is no act of the person’s to the page', async () => {
    // What was pressed in the page counts for a few seconds; a page loaded anew has seen nothing.
    await page.reload();
    await page.locator('.editor-body').waitFor();
    const chooser = page.waitForEvent('filechooser');
    // The menu goes another way to the program than Playwright's wish to see choosers: that one has arrived with this.
    await page.evaluate(() => null);
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find((item) => item.accelerator === 'CmdOrCtrl+Shift+P')?.click();
    });
    await (await chooser).setFiles(photoFile);
    await expect.poll(shownWidths).toEqual([1600]);
  });

  test('by paste from another program', async () => {
    await putCaret(page, 1, 'end');
    await app.evaluate(({ clipboard, nativeImage }, path) => {
      const image = nativeImage.createFromPath(path).resize({ width: 320 });
      (clipboard as unknown as { writeImage: (picture: unknown) => void }).writeImage(image);
    }, photoFile);
    await page.keyboard.press('Control+v');
    await expect.poll(shownWidths).toEqual([320]);
    await expect.poll(types).toEqual(['paragraph', 'paragraph', 'figure', 'paragraph']);
  });

  test('by drop, where it is dropped', async () => {
    await putCaret(page, 1, 'end');
    const picture = await page.evaluateHandle(async (media) => {
      const canvas = new OffscreenCanvas(64, 48);
      canvas.getContext('2d')?.fillRect(0, 0, 64, 48);
      const transfer = new DataTransfer();
      transfer.items.add(new File([await canvas.convertToBlob()], `${media}.png`, { type: 'image/png' }));
      return transfer;
    }, 'tha-vao');
    const target = page.locator('.editor-body > p').first();
    const box = await target.boundingBox();
    const place = { clientX: box!.x + 40, clientY: box!.y + box!.height / 2 };
    await target.dispatchEvent('dragover', { dataTransfer: picture, ...place });
    await target.dispatchEvent('drop', { dataTransfer: picture, ...place });
    await expect.poll(types).toEqual(['paragraph', 'figure', 'paragraph']);
    await expect.poll(shownWidths).toEqual([64]);
  });

  test('and is still there, and seen, after a restart', async () => {
    const first = await launchCopydesk();
    await first.page.getByRole('listbox', { name: 'Stories' }).waitFor();
    await openStoryOf(first.page, 'Ảnh ở lại', paragraphs(1));
    const chooser = first.page.waitForEvent('filechooser');
    await first.page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(photoFile);
    await first.page.getByRole('textbox', { name: 'Caption' }).waitFor();
    await first.close();
    const second = await launchCopydesk({ home: first.home });
    const image = second.page.locator('.photo-image img');
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.complete && shown.naturalWidth))
      .toBe(1600);
    await second.close();
  });
});
