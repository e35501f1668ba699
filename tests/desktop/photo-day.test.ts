import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BlockOf, Photo } from '../../src/story/schema.ts';
import { readyExiftool, tagged } from '../host/photos/exiftool.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { caretHeard, openStoryOf, outline, paragraphs, putCaret, savedStory } from './newsroom.ts';
import { quarteredPicture, quartersOf, quartersShown, type Quarters } from './photo-pixels.ts';

const STORY = 'Một ngày với ảnh';
const WHOLE: Quarters = ['red', 'green', 'blue', 'yellow'];
/** As EXIF orientation 6 shows it: turned clockwise. */
const ON_ITS_SIDE: Quarters = ['blue', 'red', 'yellow', 'green'];
const RIGHT_HALF: Quarters = ['green', 'green', 'yellow', 'yellow'];
const UPSIDE_DOWN: Quarters = ['yellow', 'blue', 'green', 'red'];

let copydesk: Copydesk;
let id: string;

beforeAll(async () => {
  await readyExiftool();
  copydesk = await launchCopydesk();
  await copydesk.page.getByRole('listbox', { name: 'Stories' }).waitFor();
}, 180_000);

const saved = () => savedStory(copydesk.page, id);
const lines = async () => outline(await saved());
const photos = async (): Promise<Photo[]> =>
  (await saved()).body
    .filter((block): block is BlockOf<'figure'> => block.type === 'figure')
    .flatMap((block) => block.photos);
const image = (index: number) => copydesk.page.locator('.photo-image').nth(index);
const shownPixels = async () => {
  const all: Quarters[] = [];
  for (let index = 0; index < (await copydesk.page.locator('.photo-image').count()); index++)
    all.push(await quartersShown(copydesk.page, image(index)));
  return all;
};

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(newFolder(), name);
  await writeFile(path, bytes);
  return path;
}

async function choose(files: string[]): Promise<void> {
  const chooser = copydesk.page.waitForEvent('filechooser');
  await copydesk.page.getByRole('button', { name: 'Insert photo' }).click();
  await (await chooser).setFiles(files);
}

async function select(index: number): Promise<void> {
  await image(index).scrollIntoViewIfNeeded();
  await image(index).click();
  await expect.poll(() => image(index).getAttribute('data-selected')).toBe('true');
  await caretHeard(copydesk.page);
}

test('photos come in by every way, are captioned, cropped, put in order, deleted and brought back, and outlive a restart', async () => {
  const { page, app } = copydesk;
  id = await openStoryOf(page, STORY, paragraphs(2));
  const [above, below] = await lines();

  // In: the button; several at once; paste; drop.
  const plain = await quarteredPicture(page, { width: 1200, height: 800 });
  const camera = await tagged(plain, [
    '-EXIF:Orientation#=6',
    '-XMP-dc:Description=Nước lũ dâng cao',
    '-XMP-photoshop:Credit=Lê Hà/TTXVN',
    '-XMP-iptcCore:AltTextAccessibility=Cầu ngập trong nước lũ',
    '-XMP-photoshop:City=Vinh',
  ]);
  const wide = await tagged(await quarteredPicture(page, { width: 1600, height: 800 }), ['-XMP-dc:Description=rộng']);
  const web = await quarteredPicture(page, { width: 900, height: 600, type: 'image/webp' });
  await putCaret(page, 0, 'end');
  await choose([await file('lu.jpg', camera)]);
  await expect.poll(lines).toEqual([above, 'photo: Nước lũ dâng cao', below]);
  await putCaret(page, 2, 'end');
  await choose([await file('rong.jpg', wide), await file('mang.webp', web)]);
  await expect.poll(async () => (await photos()).length).toBe(3);
  const pasted = await file('dan.png', await quarteredPicture(page, { width: 640, height: 480, type: 'image/png' }));
  // Behind the paragraph that the photos came behind.
  await putCaret(page, 2, 'end');
  await app.evaluate(({ clipboard, nativeImage }, path) => {
    const picture = nativeImage.createFromPath(path);
    (clipboard as unknown as { writeImage: (one: unknown) => void }).writeImage(picture);
  }, pasted);
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await photos()).length).toBe(4);
  const dropped = await quarteredPicture(page, { width: 500, height: 500 });
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const drop = new DataTransfer();
      drop.items.add(new File([Uint8Array.from(bytes)], 'tha.jpg', { type: 'image/jpeg' }));
      return drop;
    },
    [...dropped],
  );
  const target = page.locator('.editor-body p').first();
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  const place = { clientX: box.x + 40, clientY: box.y + box.height / 2 };
  await target.dispatchEvent('dragover', { dataTransfer: transfer, ...place });
  await target.dispatchEvent('drop', { dataTransfer: transfer, ...place });
  await expect.poll(async () => (await photos()).length).toBe(5);

  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const came = await photos();
  expect(came.map(({ media }) => media)).toEqual([
    hash(dropped),
    hash(camera),
    expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    hash(wide),
    hash(web),
  ]);
  await expect.poll(shownPixels).toEqual([WHOLE, ON_ITS_SIDE, WHOLE, WHOLE, WHOLE]);
  expect(came[1]).toMatchObject({ credit: 'Lê Hà/TTXVN', alt: 'Cầu ngập trong nước lũ', place: 'Vinh' });
  const { media } = await saved();
  // As displayed, upright.
  expect(media[hash(camera)]).toMatchObject({ width: 800, height: 1200, type: 'image/jpeg' });

  // The caption in place: bold, a link, and a word of an input method.
  const caption = page.getByRole('textbox', { name: 'Caption' }).nth(1);
  await caption.click();
  await page.keyboard.press('Control+End');
  await caption.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' tại ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Vinh');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' theo báo');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Link address' }).fill('https://example.org/lu');
  await page.keyboard.press('Enter');
  await caption.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'])
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await devtools.send('Input.insertText', { text: 'tiếng' });
  const edited = [
    { text: 'Nước lũ dâng cao tại ' },
    { text: 'Vinh', marks: ['strong'] },
    { text: ' theo ' },
    { text: 'báo', href: 'https://example.org/lu' },
    { text: ' tiếng' },
  ];
  await expect.poll(async () => (await photos())[1]?.caption).toEqual(edited);
  expect((await photos())[1]?.fromFile).not.toContain('caption');

  // Crop the wide one to its right half by keys alone; turn the WebP upside down.
  const dialog = page.getByRole('dialog', { name: 'Crop and rotate' });
  const deed = (name: string, index: number) =>
    page.locator('.photo').nth(index).getByRole('button', { name, exact: true }).click();
  await deed('Crop and rotate', 3);
  await dialog.getByRole('radio', { name: '1:1' }).check();
  await dialog.getByRole('button', { name: 'Part of the photo that is shown' }).focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await deed('Crop and rotate', 4);
  await dialog.getByRole('button', { name: 'Rotate right' }).click();
  await dialog.getByRole('button', { name: 'Rotate right' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await photos()).map(({ crop, rotation }) => [crop, rotation]))
    .toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
      [{ x: 0.5, y: 0, width: 0.5, height: 1 }, undefined],
      [undefined, 180],
    ]);
  const edges = [WHOLE, ON_ITS_SIDE, WHOLE, RIGHT_HALF, UPSIDE_DOWN];
  await expect.poll(shownPixels).toEqual(edges);

  // Order: the last one goes up, past the cropped one.
  await select(4);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  const inOrder = [WHOLE, ON_ITS_SIDE, WHOLE, UPSIDE_DOWN, RIGHT_HALF];
  await expect
    .poll(async () => (await photos()).map((photo) => photo.rotation))
    .toEqual([undefined, undefined, undefined, 180, undefined]);
  await expect.poll(shownPixels).toEqual(inOrder);

  // Deleted, and brought back with all that was said of it.
  const before = await saved();
  await select(1);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await photos()).length).toBe(4);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await saved()).body).toEqual(before.body);
  await expect.poll(shownPixels).toEqual(inOrder);

  // The preview shows what will be published: as large as its crop, and the same pixels.
  const readers = page.getByRole('complementary', { name: 'Preview' }).locator('.reader img');
  await page.keyboard.press('F8');
  const preview = async () => {
    const all = [];
    for (const shown of await readers.all()) {
      await shown.scrollIntoViewIfNeeded();
      await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
      all.push(await quartersShown(page, shown));
    }
    return all;
  };
  await expect.poll(preview, { timeout: 30_000 }).toEqual(inOrder);
  expect(
    await readers.evaluateAll((all) => all.map((one) => [one.getAttribute('width'), one.getAttribute('height')])),
  ).toEqual([
    ['500', '500'],
    ['800', '1200'],
    ['640', '480'],
    ['900', '600'],
    ['800', '800'],
  ]);
  await page.keyboard.press('F8');

  // Another day.
  const { home } = copydesk;
  await copydesk.close();
  copydesk = await launchCopydesk({ home });
  await copydesk.page.getByRole('option', { name: STORY }).click();
  await expect.poll(() => copydesk.page.title()).toBe(`${STORY} - Copydesk`);
  const after = await saved();
  expect(after.body).toEqual(before.body);
  expect(after.media).toEqual(before.media);
  await expect.poll(shownPixels, { timeout: 30_000 }).toEqual(inOrder);
  const undone = await copydesk.page.locator('.photo-image').first().screenshot();
  expect((await quartersOf(copydesk.page, undone)).colours).toEqual(WHOLE);
}, 240_000);
