import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchCopydesk, newFolder, REPOSITORY, type Copydesk } from './launch.ts';
import { ask, openStoryOf, paragraphs, savedStory } from './newsroom.ts';

const SAMPLE = join(REPOSITORY, 'assets/stories/cau-vam-xang.story');

/** A file of a reporter's, as it lies on the disk. */
async function given(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(newFolder(), name);
  await writeFile(path, bytes);
  return path;
}

async function openPackage(
  { app, page }: Copydesk,
  path: string,
  words = { export: 'Export', open: 'Open a story file…' },
) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.getByRole('button', { name: words.export, exact: true }).click();
  await page.getByRole('menuitem', { name: words.open }).click();
}

const sampleParts = async () => unzipSync(new Uint8Array(await readFile(SAMPLE)));
const samplePhoto = async () => Object.entries(await sampleParts()).find(([name]) => name.startsWith('media/'))![1];

let copydesk: Copydesk;
const said = (text: string) => expect.poll(() => copydesk.page.getByRole('alert').allInnerTexts()).toContain(text);

beforeAll(async () => {
  copydesk = await launchCopydesk();
  await copydesk.page.getByRole('option').first().waitFor();
});

describe('a picture that cannot be one', () => {
  let id: string;
  let count = 0;

  beforeEach(async () => {
    id = await openStoryOf(copydesk.page, `Ảnh hỏng ${++count}`, paragraphs(2));
  });

  const heic = new Uint8Array([
    0,
    0,
    0,
    24,
    ...strToU8('ftypheic'),
    0,
    0,
    0,
    0,
    ...strToU8('mif1heic'),
    ...new Uint8Array(64),
  ]);
  test.each([
    [
      'a text named as one',
      () => given('notes.jpg', 'Ghi chép ở hiện trường.'),
      '“notes.jpg” is not a picture, or not all of one. Choose a JPEG, PNG, WebP, GIF or AVIF file.',
    ],
    [
      'half of a JPEG',
      async () => given('half.jpg', (await samplePhoto()).subarray(0, 20_000)),
      '“half.jpg” is not a picture, or not all of one. Choose a JPEG, PNG, WebP, GIF or AVIF file.',
    ],
    [
      'a telephone’s HEIC',
      () => given('IMG_0042.HEIC', heic),
      '“IMG_0042.HEIC” is a picture of a kind that newspapers’ pages cannot show (HEIC). Save it as JPEG or PNG and insert that.',
    ],
    [
      'a file of 200 MB',
      async () => {
        const path = await given('huge.jpg', await samplePhoto());
        await truncate(path, 200 * 1024 * 1024);
        return path;
      },
      '“huge.jpg” is too large: 200 MB, and the limit is 100 MB. Insert a smaller copy.',
    ],
  ])('%s is named, with what to do; the story stays as it is', async (_what, file, sentence) => {
    const before = await savedStory(copydesk.page, id);
    const chooser = copydesk.page.waitForEvent('filechooser');
    await copydesk.page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(await file());
    await said(sentence);
    expect(await savedStory(copydesk.page, id)).toEqual(before);
    expect(await copydesk.page.locator('.editor-body figure').count()).toBe(0);
  });
});

describe('a story file that cannot be taken in', () => {
  const newer = async () => {
    const parts = await sampleParts();
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as Record<string, unknown>;
    const { mimetype, ...others } = parts;
    return zipSync({
      mimetype: [mimetype!, { level: 0 }],
      ...others,
      'manifest.json': strToU8(JSON.stringify({ ...manifest, format: 99 })),
    });
  };
  test.each([
    [
      'cut in half',
      async () => {
        const whole = await readFile(SAMPLE);
        return given('half.story', whole.subarray(0, whole.length / 2));
      },
      '“half.story” was damaged on its way. It was taken in without: the list of its files, cau-vam-xang.jpg. Ask for it again.',
    ],
    [
      'from a newer Copydesk',
      async () => given('newer.story', await newer()),
      '“newer.story” was made by a newer Copydesk. Update Copydesk to open it. Your stories are not touched.',
    ],
    [
      'of another kind',
      () => given('letter.story', 'Kính gửi tòa soạn'),
      '“letter.story” is not a Copydesk story file. Choose a file that ends in .story.',
    ],
  ])('%s: it is named, nothing is added, nothing overwritten', async (_what, file, sentence) => {
    const { page } = copydesk;
    const all = async () => {
      const stories = await ask(page, 'stories.list');
      return Promise.all(stories.map(({ id }) => savedStory(page, id)));
    };
    const before = await all();
    await openPackage(copydesk, await file());
    await said(sentence);
    expect(await all()).toEqual(before);
  });

  test('is said in Vietnamese too', async () => {
    const home = await launchCopydesk({ lang: 'vi' });
    await home.page.getByRole('option').first().waitFor();
    await openPackage(home, await given('thu.story', 'Kính gửi'), { export: 'Xuất bài', open: 'Mở tệp bài viết…' });
    await expect
      .poll(() => home.page.getByRole('alert').allInnerTexts())
      .toEqual(['“thu.story” không phải tệp bài viết Copydesk. Hãy chọn tệp có đuôi .story.']);
    await home.close();
  });
});

test('a folder that holds other things is not exported onto', async () => {
  const { app, page } = copydesk;
  const folder = join(newFolder(), 'nghỉ-phép');
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), 'của người khác');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, folder);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Web page with pictures (folder)' }).click();
  await said(`“${folder}” holds other things and was not touched. Choose another name or an empty folder.`);
  expect(await readdir(folder)).toEqual(['index.html']);
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('của người khác');
});

test('a data folder that cannot be written is named in the window', async () => {
  const home = join(await given('not-a-folder', ''), 'data');
  const { page, close } = await launchCopydesk({ home });
  await expect
    .poll(() => page.getByRole('alert').allInnerTexts())
    .toEqual([expect.stringMatching(`^Copydesk cannot write in its data folder “${home}”. Give yourself the right`)]);
  await page.getByRole('button', { name: 'New story' }).first().click();
  await expect.poll(() => page.getByRole('heading', { name: 'Nothing is open' }).isVisible()).toBe(true);
  await close();
});
