import type { ElectronApplication, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSuggestions, storyAs } from '../../src/review/index.ts';
import type { Block } from '../../src/story/schema.ts';
import { launchCopydesk } from './launch.ts';
import { openStoryOf, outline, photoToCome, putCaret, savedStory } from './newsroom.ts';
import { shot } from './shot.ts';

let page: Page;
let app: ElectronApplication;
let id: string;
let count = 0;

const BODY: Block[] = [
  photoToCome('Lũ về Hoà Bình'),
  {
    type: 'paragraph',
    id: 'findpara1',
    text: [
      { text: 'Tỉnh Hòa ' },
      { text: 'Bình có mưa', marks: ['strong'] },
      { text: '; hoa binh lên tiếng, ', href: 'https://example.org/' },
      { text: 'Hòa Bình tạnh.' },
    ],
  },
];

beforeAll(async () => {
  ({ app, page } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  await page.keyboard.press('Escape');
  id = await openStoryOf(page, `Hòa Bình ${++count}`, BODY);
});

const box = () => page.getByRole('search', { name: /^Find/ });
const countShown = () => box().locator('.find-count').innerText();
const marked = (name: string) =>
  page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => (range as Range).toString()), name);
const lines = async () => outline(await savedStory(page, id));

async function find(text: string, keys = 'Control+f'): Promise<void> {
  await page.keyboard.press(keys);
  const input = box().getByRole('textbox', { name: 'Find in this story' });
  await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true);
  // Key by key, as one types: what is found while typing must not disturb it.
  await page.keyboard.type(text);
  expect(await input.inputValue()).toBe(text);
}

describe('finding', () => {
  test('goes through fields, captions and body, whatever the accents, across bold and links', async () => {
    await find('hoa binh');
    await expect.poll(countShown).toBe('5 found');
    // “ho” has as many.
    await expect.poll(() => marked('find')).toEqual([`Hòa Bình`, 'Hoà Bình', 'Hòa Bình', 'hoa binh', 'Hòa Bình']);
    await page.keyboard.press('Enter');
    await expect.poll(countShown).toBe('1 of 5');
    await page.keyboard.press('Shift+F3');
    await expect.poll(countShown).toBe('5 of 5');
    await page.keyboard.press('F3');
    await page.keyboard.press('F3');
    await expect.poll(countShown).toBe('2 of 5');
    expect(await marked('find-current')).toEqual(['Hoà Bình']);
    await box().getByRole('button', { name: 'Match accents' }).click();
    await expect.poll(countShown).toBe('1 of 1');
    expect(await marked('find')).toEqual(['hoa binh']);
    await box().getByRole('button', { name: 'Match accents' }).click();
  });

  test('Escape closes it and leaves the words selected where they stand', async () => {
    await find('mưa');
    await page.keyboard.press('Enter');
    await expect.poll(countShown).toBe('1 of 1');
    await page.keyboard.press('Escape');
    await expect.poll(() => box().count()).toBe(0);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('mưa');
    expect(await marked('find')).toEqual([]);
  });

  test('keeps up with what is typed', async () => {
    await find('tạnh');
    await expect.poll(countShown).toBe('1 found');
    await putCaret(page, 1, 'end');
    await page.keyboard.type(' Trời tạnh hẳn.');
    await expect.poll(countShown).toBe('2 found');
  });

  test('names what is wrong with a regular expression, and one without end does not hang the window', async () => {
    await page.keyboard.press('Control+f');
    await box().getByRole('button', { name: 'Regular expression' }).click();
    const input = box().getByRole('textbox', { name: 'Find in this story' });
    await input.fill('(mưa');
    await expect.poll(() => box().locator('.find-trouble').innerText()).toContain('Unterminated group');
    await input.fill(String.raw`((.)+)+!`);
    await expect.poll(() => box().locator('.find-trouble').innerText()).toContain('takes too long');
    await input.fill(String.raw`b\S+h`);
    await expect.poll(countShown).toBe('5 found');
    await box().getByRole('button', { name: 'Regular expression' }).click();
  });
});

describe('replacing', () => {
  async function replaceWith(text: string): Promise<void> {
    await box()
      .getByRole('textbox', { name: /^Replace with/ })
      .fill(text);
  }

  test('all at once, with a preview, and back in one step', async () => {
    const before = await lines();
    await find('hòa bình', 'Control+h');
    await replaceWith('Hoà Bình');
    const preview = box().getByRole('list', { name: 'What would change' }).getByRole('listitem');
    await expect.poll(() => preview.count()).toBe(5);
    expect(await preview.nth(1).innerText()).toContain('Caption');
    await box().getByRole('button', { name: 'Replace all' }).click();
    await expect
      .poll(lines)
      .toEqual(['photo: Lũ về Hoà Bình', 'Tỉnh Hoà Bình có mưa; Hoà Bình lên tiếng, Hoà Bình tạnh.']);
    const story = await savedStory(page, id);
    expect(story.headline).toBe(`Hoà Bình ${count}`);
    expect(JSON.stringify(story.body)).toContain('"href":"https://example.org/"');
    await page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(before);
    await expect.poll(async () => (await savedStory(page, id)).headline).toBe(`Hòa Bình ${count}`);
    // And again, and back: Ctrl+Y in another field than the one where the change was taken back.
    await page.keyboard.press('Control+y');
    await expect
      .poll(lines)
      .toEqual(['photo: Lũ về Hoà Bình', 'Tỉnh Hoà Bình có mưa; Hoà Bình lên tiếng, Hoà Bình tạnh.']);
    await expect.poll(async () => (await savedStory(page, id)).headline).toBe(`Hoà Bình ${count}`);
    await page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(before);
  });

  test('one after another, and by nothing', async () => {
    await find(' tạnh', 'Control+h');
    await expect.poll(countShown).toBe('1 found');
    await page.keyboard.press('Enter');
    await expect.poll(countShown).toBe('1 of 1');
    await box().getByRole('button', { name: 'Replace', exact: true }).click();
    await expect.poll(async () => (await lines())[1]).toMatch(/Hòa Bình\.$/);
    await expect.poll(countShown).toBe('Not found');
  });

  test('in the fields of a photo too', async () => {
    await find('cầu bắc', 'Control+h');
    await replaceWith('Phà');
    await expect.poll(countShown).toBe('1 found');
    await box().getByRole('button', { name: 'Replace all' }).click();
    const alt = async () => JSON.stringify((await savedStory(page, id)).body);
    await expect.poll(alt).toContain('Phà qua sông');
    await page.keyboard.press('Control+z');
    await expect.poll(alt).toContain('Cầu bắc qua sông');
  });
});

describe('while one suggests', () => {
  test('a replacement is a suggestion: the text under review stays, and what is struck out is not found', async () => {
    const before = (await savedStory(page, id)).body;
    await putCaret(page, 1, 'end');
    await page.keyboard.press('Control+Shift+e');
    await page.getByText('Suggesting', { exact: true }).waitFor();
    await find('mưa', 'Control+h');
    await box()
      .getByRole('textbox', { name: /^Replace with/ })
      .fill('bão');
    await expect.poll(countShown).toBe('1 found');
    await box().getByRole('button', { name: 'Replace all' }).click();
    await expect
      .poll(async () => openSuggestions(await savedStory(page, id)).map(({ is, before, after }) => [is, before, after]))
      .toEqual([['replaced', 'mưa', 'bão']]);
    const suggested = await savedStory(page, id);
    expect(outline(storyAs(suggested, 'original'))).toEqual(outline({ body: before }));
    // What is struck out is no longer a part of the text: it is not found, nor replaced a second time.
    await find('mưa', 'Control+h');
    await expect.poll(countShown).toBe('Not found');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => openSuggestions(await savedStory(page, id))).toEqual([]);
  });
});

test('stands beside a panel and over none of it; words between two blanks are taken out, not replaced by a blank', async () => {
  await page.keyboard.press('Control+Shift+e');
  await find(' có ', 'Control+h');
  await box()
    .getByRole('textbox', { name: /^Replace with/ })
    .fill(' ');
  await expect.poll(countShown).toBe('1 found');
  await box().getByRole('button', { name: 'Replace all' }).click();
  await page.keyboard.press('Control+F9');
  const panel = page.getByRole('complementary', { name: 'Review' });
  const card = panel.getByRole('article', { name: /^Suggestion by/ });
  await expect.poll(() => card.locator('.card-jump').innerText()).toMatch(/^Take out:\s+có$/);
  try {
    for (const [width, name] of [
      [1280, 'find-beside-review'],
      [760, 'find-beside-review-narrow'],
    ] as const) {
      await app.evaluate(({ BrowserWindow }, wide) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 700);
      }, width);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      await find('binh', 'Control+h');
      const [bar, side] = [(await box().boundingBox())!, (await panel.boundingBox())!];
      expect(bar.x + bar.width).toBeLessThanOrEqual(side.x);
      // Nothing in the bar runs out of it.
      expect(await box().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      await shot(page, name);
    }
  } finally {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F9');
  }
});

test('how it looks', async () => {
  await find('binh', 'Control+h');
  await box()
    .getByRole('textbox', { name: /^Replace with/ })
    .fill('Bình');
  await page.keyboard.press('F3');
  await expect.poll(countShown).toBe('1 of 5');
  await shot(page, 'find');
});
