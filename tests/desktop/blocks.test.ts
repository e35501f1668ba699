import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { beginBody, caretHeard, everyKind, openStoryOf, savedStory } from './newsroom.ts';

let page: Page;

beforeAll(async () => {
  page = (await launchCopydesk()).page;
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

const begin = (headline: string) => beginBody(page, headline);
const offered = (name: string) => page.getByRole('listbox', { name: 'Insert a block' }).getByRole('option', { name });
const body = async (id: string) => (await savedStory(page, id)).body;

describe('every kind of block', () => {
  test('comes out of the editor as it went in', async () => {
    const story = everyKind();
    const id = await openStoryOf(page, story.headline, story.body);
    // Every node is touched, so that the editor writes every block of the story again.
    await page.evaluate(() => {
      interface Editor {
        update: (change: () => void, options: object) => void;
        getEditorState: () => { _nodeMap: Map<string, { markDirty: () => void }> };
      }
      const { __lexicalEditor: editor } = document.querySelector('.editor-body') as HTMLElement & {
        __lexicalEditor: Editor;
      };
      const touch = (): void =>
        editor.getEditorState()._nodeMap.forEach((node, key) => key === 'root' || node.markDirty());
      editor.update(touch, { discrete: true });
    });
    await page.getByText('Hết.').click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    const expected = structuredClone(story.body);
    expected[expected.length - 1] = { type: 'paragraph', id: 'kindpara3', text: [{ text: 'Hết.!' }] };
    await expect.poll(() => body(id)).toEqual(expected);
  });

  test.each([
    ['## Tít xen', { type: 'heading', level: 2 }],
    ['### Tít nhỏ', { type: 'heading', level: 3 }],
    ['- một', { type: 'list', ordered: false }],
    ['1. một', { type: 'list', ordered: true }],
    ['> lời nói', { type: 'quote', text: [{ text: 'lời nói' }] }],
  ])('is made by markdown as one types it: %s', async (typed, block) => {
    const id = await begin(`Kiểu ${typed}`);
    await page.keyboard.type(typed);
    await expect.poll(async () => (await body(id))[0]).toMatchObject(block);
  });

  test('marks are made by markdown and by keys', async () => {
    const id = await begin('Kiểu chữ');
    await page.keyboard.type('một **hai** ');
    await page.keyboard.press('Control+i');
    await page.keyboard.type('ba');
    await expect
      .poll(async () => (await body(id))[0])
      .toMatchObject({
        text: [
          { text: 'một ' },
          { text: 'hai', marks: ['strong'] },
          { text: ' ' },
          { text: 'ba', marks: ['emphasis'] },
        ],
      });
  });

  test.each([
    ['fact', 'Fact box', 'fact-box'],
    ['table', 'Table', 'table'],
    ['pull', 'Pull quote', 'pull-quote'],
    ['link', 'Link card', 'embed'],
    ['div', 'Divider', 'divider'],
  ])('is inserted by the slash menu: /%s', async (typed, name, type) => {
    const id = await begin(`Chèn ${name}`);
    await page.keyboard.type(`/${typed}`);
    await offered(name).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await body(id)).map((block) => block.type)).toContain(type);
    expect((await body(id)).at(-1)?.type).toBe('paragraph');
  });

  test('a slash within a sentence opens nothing', async () => {
    await begin('Và/hoặc');
    await page.keyboard.type('và/hoặc 5 /bảng');
    await expect.poll(() => page.locator('.editor-body').innerText()).toContain('và/hoặc 5 /bảng');
    // The list's frame is there from the start, empty.
    expect(await page.getByRole('listbox', { name: 'Insert a block' }).getByRole('option').count()).toBe(0);
  });

  test('the fact box is filled by Enter from title to text, and left by Enter on an empty line', async () => {
    const id = await begin('Hộp');
    await page.keyboard.type('/fact');
    await offered('Fact box').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Con số');
    await page.keyboard.press('Enter');
    await page.keyboard.type('12 xã');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ngoài');
    await expect
      .poll(() => body(id))
      .toMatchObject([
        { type: 'fact-box', title: [{ text: 'Con số' }], blocks: [{ text: [{ text: '12 xã' }] }] },
        { type: 'paragraph', text: [{ text: 'ngoài' }] },
      ]);
  });

  test('a quote is filled by Enter from words to speaker; Backspace at its start makes it plain again', async () => {
    const id = await begin('Trích');
    await page.keyboard.type('> Nước lên nhanh');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Bà Lan');
    await expect
      .poll(async () => (await body(id))[0])
      .toMatchObject({ type: 'quote', text: [{ text: 'Nước lên nhanh' }], attribution: [{ text: 'Bà Lan' }] });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await caretHeard(page);
    await page.keyboard.press('Backspace');
    await expect
      .poll(async () => (await body(id)).slice(0, 2))
      .toMatchObject([
        { type: 'paragraph', text: [{ text: 'Nước lên nhanh' }] },
        { type: 'paragraph', text: [{ text: 'Bà Lan' }] },
      ]);
  });

  test('a paragraph keeps its id as a subhead; a split gives the second half a new one', async () => {
    const id = await begin('Danh tính');
    await page.keyboard.type('Một hai');
    await expect.poll(async () => (await body(id))[0]).toMatchObject({ text: [{ text: 'Một hai' }] });
    const [before] = await body(id);
    await page.keyboard.press('Control+Alt+2');
    await expect.poll(async () => (await body(id))[0]).toMatchObject({ type: 'heading', id: before!.id });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await body(id)).length).toBe(2);
    const [first, second] = await body(id);
    expect(first!.id).toBe(before!.id);
    expect(second!.id).not.toBe(before!.id);
  });

  test('a link is set by Ctrl+K, completed with https, and refused when it is no address', async () => {
    const id = await begin('Liên kết');
    await page.keyboard.type('trang');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Link address' }).fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').filter({ hasText: 'must begin with' }).count()).toBe(1);
    await page.getByRole('textbox', { name: 'Link address' }).fill('example.org/bai');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await body(id))[0])
      .toMatchObject({ text: [{ text: 'trang', href: 'https://example.org/bai' }] });
  });
});
