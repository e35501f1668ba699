import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { openStoryOf, outline, paragraphs, putCaret, savedStory } from './newsroom.ts';

/** Ten sections of fifty; the border that the tests cross is between blocks 99 and 100. */
const LONG = paragraphs(500);
const LINES = outline({ body: LONG });

let page: Page;
let id: string;
let count = 0;

beforeAll(async () => {
  page = (await launchCopydesk()).page;
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  id = await openStoryOf(page, `Dài ${++count}`, LONG);
});

const lines = async () => outline(await savedStory(page, id));
const sizes = () =>
  page.locator('.editor-body > .section').evaluateAll((sections) => sections.map((section) => section.children.length));
const joined = LINES.toSpliced(99, 2, LINES[99]! + LINES[100]!);

describe('a long story stands in sections that nobody notices', () => {
  test('made on opening, and opening alone changes nothing', async () => {
    expect(await sizes()).toEqual(Array.from({ length: 10 }, () => 50));
    expect((await savedStory(page, id)).body).toEqual(LONG);
  });

  test('Backspace at a border joins the paragraphs', async () => {
    await putCaret(page, 100, 'start');
    await page.keyboard.press('Backspace');
    await expect.poll(lines).toEqual(joined);
    expect(Math.max(...(await sizes()))).toBeLessThanOrEqual(80);
  });

  test('Delete at a border joins the paragraphs', async () => {
    await putCaret(page, 99, 'end');
    await page.keyboard.press('Delete');
    await expect.poll(lines).toEqual(joined);
  });

  test('Enter at a border makes a paragraph between', async () => {
    await putCaret(page, 99, 'end');
    await page.keyboard.press('Enter');
    await page.keyboard.type('giữa');
    await expect.poll(lines).toEqual(LINES.toSpliced(100, 0, 'giữa'));
  });

  test('arrows cross a border', async () => {
    await putCaret(page, 100, 'start');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.type('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.type('4');
    await expect.poll(lines).toEqual(LINES.toSpliced(99, 2, `${LINES[99]}13`, `42${LINES[100]}`));
  });

  test('a selection across a border is typed over', async () => {
    await putCaret(page, 99, 'start');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('Q');
    await expect.poll(lines).toEqual(LINES.toSpliced(99, 2, 'Q'));
  });

  test('a drag across a border selects, and Delete takes what was dragged over', async () => {
    await putCaret(page, 99, 'start');
    const [from, to] = await page.evaluate(() => {
      const sections = document.querySelectorAll('.section');
      const place = (block: Element | null | undefined): { x: number; y: number } => {
        const box = block!.getBoundingClientRect();
        return { x: box.left, y: box.top + box.height / 2 };
      };
      return [place(sections[1]?.lastElementChild), place(sections[2]?.firstElementChild)] as const;
    });
    await page.mouse.move(from.x + 1, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 1, to.y, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.press('Delete');
    await expect.poll(lines).toEqual(LINES.toSpliced(99, 2, LINES[100]!));
  });

  test('all is selected, deleted, written anew, and undone', async () => {
    await putCaret(page, 60, 'end');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(lines).toEqual(['']);
    await page.keyboard.type('x');
    await expect.poll(lines).toEqual(['x']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(LINES);
  });

  test('subheads and lists are made in a section as anywhere', async () => {
    await putCaret(page, 120, 'end');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## Tít xen');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- một');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ra');
    await expect
      .poll(async () => (await savedStory(page, id)).body.slice(121, 124).map((block) => block.type))
      .toEqual(['heading', 'list', 'paragraph']);
  });

  test('a mark is set across a border', async () => {
    await putCaret(page, 99, 'start');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+b');
    const marked = (index: number) => ({ text: [{ text: LINES[index], marks: ['strong'] }] });
    await expect
      .poll(async () => (await savedStory(page, id)).body.slice(99, 101))
      .toMatchObject([marked(99), marked(100)]);
    expect(await lines()).toEqual(LINES);
  });

  test('an input method composes over a selection across a border', async () => {
    await putCaret(page, 99, 'start');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    const devtools = await page.context().newCDPSession(page);
    for (const text of ['t', 'ti', 'tiê', 'tiến', 'tiếng']) {
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await devtools.send('Input.insertText', { text: 'tiếng' });
    await page.keyboard.type(' Việt');
    await expect.poll(lines).toEqual(LINES.toSpliced(99, 2, 'tiếng Việt'));
  });

  test('on paper every section is there', async () => {
    await page.emulateMedia({ media: 'print' });
    const seen = await page
      .locator('.section')
      .evaluateAll((sections) => sections.map((section) => getComputedStyle(section).contentVisibility));
    await page.emulateMedia({ media: null });
    expect(seen).toEqual(Array.from({ length: 10 }, () => 'visible'));
  });

  test('the browser finds text in a section that is not painted', async () => {
    const found = await page.evaluate(() =>
      (window as unknown as { find: (text: string) => boolean }).find('Đoạn 480:'),
    );
    expect(found).toBe(true);
  });

  test('a screen reader’s tree holds the whole story', async () => {
    const tree = await page.locator('.editor-body').ariaSnapshot();
    expect(tree).toContain('Đoạn 499:');
  });
});
