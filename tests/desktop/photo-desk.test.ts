import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BlockOf, Photo } from '../../src/story/schema.ts';
import { readyExiftool, tagged, tagsOf } from '../host/photos/exiftool.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { caretHeard, openStoryOf, outline, paragraphs, savedStory } from './newsroom.ts';

let copydesk: Copydesk;
let id: string;
let count = 0;

beforeAll(async () => {
  await readyExiftool();
  copydesk = await launchCopydesk();
  await copydesk.page.getByRole('listbox', { name: 'Stories' }).waitFor();
}, 180_000);

beforeEach(async () => {
  id = await openStoryOf(copydesk.page, `Bàn ảnh ${++count}`, paragraphs(2));
});

/** A real JPEG, its left half red and its right half blue, that says these things. */
async function photoFile(name: string, width: number, height: number, tags: string[] = []): Promise<string> {
  const bytes = await copydesk.page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#f00';
      context.fillRect(0, 0, wide / 2, high);
      context.fillStyle = '#00f';
      context.fillRect(wide / 2, 0, wide / 2, high);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height] as const,
  );
  const path = join(newFolder(), name);
  await writeFile(path, await tagged(Uint8Array.from(bytes), tags));
  return path;
}

async function choose(button: string, files: string[]): Promise<void> {
  const chooser = copydesk.page.waitForEvent('filechooser');
  await copydesk.page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles(files);
}

const photos = async (): Promise<Photo[]> =>
  (await savedStory(copydesk.page, id)).body
    .filter((block): block is BlockOf<'figure'> => block.type === 'figure')
    .flatMap((block) => block.photos);
const lines = async () => outline(await savedStory(copydesk.page, id));
const said = (index = 0) => expect.poll(async () => (await photos())[index]);
const box = (name: string) => copydesk.page.getByRole('textbox', { name, exact: true });

const CAMERA = [
  '-XMP-dc:Description=Nước lũ dâng cao trên sông Lam',
  '-XMP-dc:Creator=Lê Hà',
  '-XMP-photoshop:Credit=Lê Hà/TTXVN',
  '-XMP-photoshop:City=Vinh',
  '-XMP-xmpRights:UsageTerms=Chỉ dùng một lần',
  '-EXIF:GPSLatitude=18.67',
  '-EXIF:SerialNumber=SN-4711',
];

describe('what the file says', () => {
  test('fills the photo’s fields, which say where they come from until someone changes them', async () => {
    await choose('Insert photo', [await photoFile('lu.jpg', 1200, 800, CAMERA)]);
    await said().toMatchObject({
      caption: [{ text: 'Nước lũ dâng cao trên sông Lam' }],
      credit: 'Lê Hà/TTXVN',
      creator: 'Lê Hà',
      place: 'Vinh',
      usageTerms: 'Chỉ dùng một lần',
      fromFile: ['caption', 'credit', 'creator', 'usageTerms', 'place'],
    });
    const note = copydesk.page.locator('.origin-note');
    expect(await note.count()).toBe(1);
    await copydesk.page.getByText('Caption from the file').waitFor();
    await copydesk.page.getByRole('button', { name: 'Photo details' }).click();
    expect(await box('Photographer').inputValue()).toBe('Lê Hà');
    expect(await note.count()).toBe(4);
    await box('Photographer').fill('Trần Bình');
    await box('Caption').click();
    await copydesk.page.keyboard.press('End');
    await copydesk.page.keyboard.type('.');
    await said().toMatchObject({ creator: 'Trần Bình', fromFile: ['credit', 'usageTerms', 'place'] });
    await expect.poll(() => copydesk.page.getByText('Caption from the file').isVisible()).toBe(false);
  });
});

describe('the fields under a photo', () => {
  beforeEach(async () => {
    await choose('Insert photo', [await photoFile('cau.jpg', 400, 300)]);
    await box('Caption').click();
    await copydesk.page.keyboard.type('Cầu mới');
  });

  test('take the alt text from the caption, or none for a decorative photo', async () => {
    await copydesk.page.getByRole('button', { name: 'Copy from caption' }).click();
    await said().toMatchObject({ alt: 'Cầu mới' });
    await copydesk.page.getByRole('checkbox', { name: 'Decorative' }).check();
    await said().toMatchObject({ decorative: true });
    await copydesk.page.getByRole('checkbox', { name: 'Decorative' }).uncheck();
    await said().not.toHaveProperty('decorative');
    expect(await box('Alt text').inputValue()).toBe('Cầu mới');
  });

  test('say who, what, when and whether it may be used, and are undone like text', async () => {
    const { page } = copydesk;
    await page.getByRole('button', { name: 'Photo details' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('AI-generated');
    await box('Rights holder').fill('Báo Nghệ An');
    await box('Keywords').fill('cầu, sông Lam');
    await page.getByLabel('Usable until').fill('2020-01-31');
    await page.getByLabel('Taken').fill('2026-11-20T07:15');
    await page.getByRole('checkbox', { name: 'Show the credit' }).uncheck();
    await said().toMatchObject({
      kind: 'ai-generated',
      rightsHolder: 'Báo Nghệ An',
      keywords: ['cầu', 'sông Lam'],
      usageExpires: '2020-01-31',
      takenAt: '2026-11-20T07:15:00',
      showCredit: false,
    });
    await page.getByText('May not be published: its licence ended on 2020-01-31.').waitFor();
    await page.locator('.photo-badges').getByText('AI-generated').waitFor();
    await box('Caption').click();
    await page.keyboard.press('Control+z');
    await said().not.toHaveProperty('showCredit');
    expect(await page.getByRole('checkbox', { name: 'Show the credit' }).isChecked()).toBe(true);
  });

  test('warn of a picture that is too small for a page, and of a caption that nobody reads to its end', async () => {
    await copydesk.page.getByText('Only 400 × 300 pixels.').waitFor();
    await box('Caption').click();
    await copydesk.page.keyboard.insertText('Nước lên nhanh. '.repeat(40));
    await copydesk.page.getByText('readers stop after 600').waitFor();
  });
});

describe('photos among photos', () => {
  const media = async () => (await photos()).map((photo) => photo.caption[0]?.text ?? '');
  const deed = (name: string, index: number) =>
    copydesk.page.locator('.photo').nth(index).getByRole('button', { name }).click();

  beforeEach(async () => {
    const files = [];
    for (const name of ['một', 'hai', 'ba'])
      files.push(await photoFile(`${name}.jpg`, 640, 480, [`-XMP-dc:Description=${name}`]));
    await choose('Insert photo', files);
    await expect.poll(media).toEqual(['một', 'hai', 'ba']);
  });

  test('become a gallery, are put in order by button and by key, and go apart again', async () => {
    const { page } = copydesk;
    await deed('Join the photo above', 1);
    await deed('Join the photo above', 2);
    await expect.poll(lines).toContain('photo: một | hai | ba');
    await deed('Move later', 0);
    await expect.poll(lines).toContain('photo: hai | một | ba');
    await page.locator('.photo-image').nth(2).click();
    await caretHeard(page);
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect.poll(lines).toContain('photo: hai | ba | một');
    await deed('Take out of the gallery', 0);
    await expect.poll(lines).toEqual(expect.arrayContaining(['photo: ba | một', 'photo: hai']));
    await box('Caption').first().click();
    await page.keyboard.press('Control+z');
    await expect.poll(lines).toContain('photo: hai | ba | một');
  });

  test('are dragged into another’s gallery', async () => {
    const { page } = copydesk;
    const image = (index: number) => page.locator('.photo-image').nth(index);
    const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
    await image(2).dispatchEvent('dragstart', { dataTransfer });
    await image(0).scrollIntoViewIfNeeded();
    const target = await image(0).boundingBox();
    const place = { clientX: target!.x + 40, clientY: target!.y + 20 };
    await image(0).dispatchEvent('dragover', { dataTransfer, ...place });
    await image(0).dispatchEvent('drop', { dataTransfer, ...place });
    await expect.poll(lines).toContain('photo: ba | một');
  });

  test('have one that stands for the story: the first, or the chosen one', async () => {
    const { page } = copydesk;
    const lead = () =>
      page.locator('.photo-image').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.lead ?? ''));
    expect(await lead()).toEqual(['Lead photo', '', '']);
    await deed('Lead photo', 1);
    await expect.poll(lead).toEqual(['', 'Lead photo', '']);
    const second = (await photos())[1];
    await expect.poll(async () => (await savedStory(page, id)).leadPhoto).toBe(second?.id);
    await deed('Lead photo', 1);
    await expect.poll(lead).toEqual(['Lead photo', '', '']);
  });
});

/** The pixel in the middle of a picture file's left and right half. */
const halves = (bytes: Uint8Array) =>
  copydesk.page.evaluate(
    async (data) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(data)]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(picture, 0, 0);
      const colour = (x: number): string => {
        const [red = 0, , blue = 0] = context.getImageData(Math.floor(x), Math.floor(picture.height / 2), 1, 1).data;
        return red > blue ? 'red' : 'blue';
      };
      return {
        width: picture.width,
        height: picture.height,
        left: colour(picture.width / 4),
        right: colour((picture.width * 3) / 4),
      };
    },
    [...bytes],
  );

describe('a photo that is cropped', () => {
  test('keeps its original, shows the crop, and leaves as it was edited, without the camera’s secrets', async () => {
    const { page, app } = copydesk;
    const path = await photoFile('lu.jpg', 3000, 1500, CAMERA);
    const original = await readFile(path);
    await choose('Insert photo', [path]);
    await box('Alt text').fill('Cầu ngập');
    await page.getByRole('button', { name: 'Crop and rotate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Crop and rotate' });
    await dialog.getByRole('radio', { name: '1:1' }).check();
    await dialog.getByText('1500 × 1500 pixels').waitFor();
    const part = dialog.getByRole('button', { name: 'Part of the photo that is shown' });
    await part.focus();
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await said().toMatchObject({ crop: { x: 0.5, y: 0, width: 0.5, height: 1 } });
    const shown = await page.locator('.photo-image').boundingBox();
    expect(shown!.width / shown!.height).toBeCloseTo(1, 1);

    await box('Caption').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' sáng nay');
    await said().toMatchObject({ caption: [{ text: 'Nước lũ dâng cao trên sông Lam sáng nay' }] });
    const out = join(newFolder(), 'out');
    await app.evaluate(({ dialog: system }, filePath) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, out);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Web page with pictures (folder)' }).click();
    await expect
      .poll(async () => (await readdir(join(out, 'media')).catch(() => [])).length, { timeout: 40_000 })
      .toBe(6);
    const files = (await readdir(join(out, 'media'))).filter((name) => name.endsWith('.jpg'));
    expect(files).toHaveLength(3);
    const exported = await Promise.all(files.map((name) => readFile(join(out, 'media', name))));
    const sizes = await Promise.all(exported.map(halves));
    expect(sizes.map(({ width }) => width).sort((a, b) => a - b)).toEqual([640, 1280, 1500]);
    for (const size of sizes) expect(size).toMatchObject({ left: 'blue', right: 'blue', height: size.width });
    for (const bytes of exported) {
      const tags = await tagsOf(bytes);
      expect(tags).toMatchObject({
        'XMP-dc:Description': 'Nước lũ dâng cao trên sông Lam sáng nay',
        'IPTC:Caption-Abstract': 'Nước lũ dâng cao trên sông Lam sáng nay',
        'XMP-photoshop:Credit': 'Lê Hà/TTXVN',
        'XMP-iptcCore:AltTextAccessibility': 'Cầu ngập',
        'XMP-xmpRights:UsageTerms': 'Chỉ dùng một lần',
      });
      expect(JSON.stringify(tags)).not.toMatch(/4711|GPS/);
    }
    const page1 = await readFile(join(out, 'index.html'), 'utf8');
    expect(page1).toMatch(/srcset="[^"]* 640w/);

    const { media } = (await photos())[0]!;
    const kept = await readFile(join(copydesk.home, 'media', media!.slice(0, 2), `${media}.jpg`));
    expect(kept.equals(original)).toBe(true);
  });

  test('is turned with its crop, and stands as before once that is undone', async () => {
    const { page } = copydesk;
    await choose('Insert photo', [await photoFile('ngang.jpg', 1000, 500)]);
    await page.getByRole('button', { name: 'Crop and rotate' }).click();
    await page.getByRole('button', { name: 'Rotate right' }).click();
    await page.getByRole('button', { name: 'Apply' }).click();
    await said().toMatchObject({ rotation: 90 });
    const shape = async () => {
      const shown = await page.locator('.photo-image').boundingBox();
      return shown!.width / shown!.height;
    };
    expect(await shape()).toBeCloseTo(0.5, 1);
    await box('Caption').click();
    await page.keyboard.press('Control+z');
    await said().not.toHaveProperty('rotation');
    expect(await shape()).toBeCloseTo(2, 1);
  });
});
