import { beforeAll, describe, expect, test } from 'vitest';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { beginBody, openStoryOf, outline, paragraphs, photoToCome, putCaret, savedStory } from './newsroom.ts';

let page: Page;
let app: ElectronApplication;

beforeAll(async () => {
  ({ page, app } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

const begin = (headline: string) => beginBody(page, headline);

/** What Electron's clipboard can do in the version that the tests run on. */
interface SystemClipboard {
  write: (content: { html?: string; text?: string }) => void;
  readHTML: () => string;
  readText: () => string;
}
const clipboardHtml = () => app.evaluate(({ clipboard }) => (clipboard as unknown as SystemClipboard).readHTML());
const clipboardText = () => app.evaluate(({ clipboard }) => (clipboard as unknown as SystemClipboard).readText());

async function pasteFromOutside(content: { html?: string; text?: string }, keys = 'Control+v'): Promise<void> {
  await app.evaluate(({ clipboard }, data) => (clipboard as unknown as SystemClipboard).write(data), content);
  await page.keyboard.press(keys);
}

const body = async (id: string) => (await savedStory(page, id)).body;
const lines = async (id: string) => outline(await savedStory(page, id));

describe('paste', () => {
  test('a web page’s text comes as blocks with their marks, without its looks and scripts', async () => {
    const id = await begin('Dán trang');
    await pasteFromOutside({
      html: `<h1 style="color:red">Tít</h1><p>Một <b>đậm</b> <a href="https://example.org/?utm_source=x">link</a><script>window.ran = 1</script></p>
        <ul><li>mục<img src=x onerror="window.ran = 1"></li></ul>`,
      text: 'Tít Một đậm link mục',
    });
    await expect
      .poll(() => body(id))
      .toMatchObject([
        { type: 'heading', level: 2, text: [{ text: 'Tít' }] },
        {
          type: 'paragraph',
          text: [
            { text: 'Một ' },
            { text: 'đậm', marks: ['strong'] },
            { text: ' ' },
            { text: 'link', href: 'https://example.org/' },
          ],
        },
        { type: 'list', items: [{ text: [{ text: 'mục' }] }] },
      ]);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('a form that names a field parentNode does not hang the editor', async () => {
    const id = await begin('Dán form');
    await pasteFromOutside({
      html: '<form><input name=parentNode><p>Chữ trong form</p><input name=childNodes></form>',
      text: 'x',
    });
    await expect.poll(() => lines(id)).toEqual(['Chữ trong form']);
    await page.keyboard.type('!');
    await expect.poll(() => lines(id)).toEqual(['Chữ trong form!']);
  });

  test('Ctrl+Shift+V takes the text alone', async () => {
    const id = await begin('Dán chữ');
    await pasteFromOutside({ html: '<p><b>đậm</b></p>', text: 'đậm' }, 'Control+Shift+v');
    await expect.poll(() => body(id)).toMatchObject([{ type: 'paragraph', text: [{ text: 'đậm' }] }]);
    expect((await body(id))[0]).not.toHaveProperty('text.0.marks');
  });

  test('lines of plain text become paragraphs, in NFC', async () => {
    const id = await begin('Dán dòng');
    await pasteFromOutside({ text: 'Tiếng Việt một\n\nhai\nba'.normalize('NFD') });
    await expect.poll(() => lines(id)).toEqual(['Tiếng Việt một', 'hai', 'ba']);
  });

  test('blocks pasted into a caption become its text', async () => {
    const id = await openStoryOf(page, 'Dán chú thích', [photoToCome('Ảnh'), ...paragraphs(1)]);
    await page.getByRole('textbox', { name: 'Caption' }).click();
    await page.keyboard.press('End');
    await pasteFromOutside({ html: '<h2>một</h2><p>hai</p>', text: 'một hai' });
    await expect.poll(async () => (await lines(id))[0]).toBe('photo: Ảnhmột\nhai');
  });
});

describe('copy', () => {
  test('part of a paragraph is pasted into the text, marks and all', async () => {
    const id = await begin('Chép chữ');
    await page.keyboard.type('một **hai** ba');
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await lines(id))[0]).toMatch(/^một hai bamột hai ?$/);
    expect((await body(id))[0]).toMatchObject({
      text: expect.arrayContaining([{ text: 'hai', marks: ['strong'] }]) as unknown,
    });
  });

  test('a photo and paragraphs are pasted with ids of their own, nothing dropped', async () => {
    const id = await openStoryOf(page, 'Chép ảnh', [
      ...paragraphs(1),
      photoToCome('Cầu'),
      { type: 'paragraph', id: 'lastpara1', text: [{ text: 'Hết' }] },
    ]);
    await putCaret(page, 0, 'start');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await putCaret(page, 2, 'end');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+v');
    const first = outline({ body: paragraphs(1) })[0];
    await expect.poll(() => lines(id)).toEqual([first, 'photo: Cầu', 'Hết', first, 'photo: Cầu', 'Hết']);
    const blocks = await body(id);
    expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
    expect(blocks[4]).toMatchObject({ photos: [{ credit: 'Minh Đức', alt: 'Cầu bắc qua sông' }] });
  });

  test('other programs get text and clean HTML', async () => {
    await openStoryOf(page, 'Chép ra', [
      { type: 'heading', id: 'copyhead1', level: 2, text: [{ text: 'Tít <xen>' }] },
      ...paragraphs(1),
    ]);
    await putCaret(page, 0, 'start');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect.poll(clipboardHtml).toContain('<h2>Tít &lt;xen&gt;</h2>');
    expect(await clipboardText()).toContain('Tít <xen>\n\nĐoạn 0');
    expect(await clipboardHtml()).not.toMatch(/style=|class=/);
  });

  test('cut takes away what it copied, and undo brings it back', async () => {
    const id = await openStoryOf(page, 'Cắt', paragraphs(2));
    await putCaret(page, 0, 'start');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+x');
    const [, second] = outline({ body: paragraphs(2) });
    await expect.poll(() => lines(id)).toEqual(['', second]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lines(id)).toEqual(outline({ body: paragraphs(2) }));
  });
});
