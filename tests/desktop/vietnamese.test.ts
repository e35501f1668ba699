import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { openStoryOf, outline, photoToCome, putCaret, savedStory } from './newsroom.ts';

/** Syllables as input methods build them, letter by letter. */
const SYLLABLES = [
  ['t', 'ti', 'tie', 'tiê', 'tiế', 'tiến', 'tiếng'],
  ['V', 'Vi', 'Vie', 'Viê', 'Việ', 'Việt'],
  ['n', 'ng', 'ngu', 'ngư', 'ngườ', 'người'],
  ['đ', 'đư', 'đươ', 'đượ', 'được'],
  ['q', 'qu', 'quy', 'quyê', 'quyế', 'quyết'],
];
const SENTENCE = SYLLABLES.map((steps) => steps.at(-1)).join(' ');

let page: Page;
let devtools: CDPSession;
let id: string;
let count = 0;

beforeAll(async () => {
  const copydesk = await launchCopydesk();
  page = copydesk.page;
  devtools = await page.context().newCDPSession(page);
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  id = await openStoryOf(page, `Gõ ${++count}`, [
    photoToCome('Ảnh'),
    { type: 'paragraph', id: 'typepara1', text: [{ text: 'Mở bài.' }] },
  ]);
});

/** As macOS and Windows do it: the word stands under composition until it is done. */
async function compose(): Promise<void> {
  for (const steps of SYLLABLES) {
    for (const text of steps) {
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      // As after a key of a real input method: the page has drawn it before the next one comes.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    await devtools.send('Input.insertText', { text: steps.at(-1)! });
    await page.keyboard.press('Space');
  }
}

/** As Unikey and its kin do it: Backspaces that no one pressed, then the corrected letters, at once. */
async function correct(): Promise<void> {
  for (const steps of SYLLABLES) {
    let shown = '';
    for (const text of steps) {
      for (let back = 0; back < shown.length; back++) await page.keyboard.press('Backspace');
      await page.keyboard.insertText(text);
      shown = text;
    }
    await page.keyboard.press('Space');
  }
}

const lines = async () => outline(await savedStory(page, id));

describe.each([
  ['composition', compose],
  ['fake Backspaces', correct],
])('Vietnamese by %s', (_, type) => {
  test('in the body', async () => {
    await putCaret(page, 1, 'end');
    await type();
    await expect.poll(lines).toEqual(['photo: Ảnh', `Mở bài.${SENTENCE} `]);
  });

  test('in a caption', async () => {
    await page.getByRole('textbox', { name: 'Caption' }).click();
    await page.keyboard.press('End');
    await type();
    await expect.poll(lines).toEqual([`photo: Ảnh${SENTENCE} `, 'Mở bài.']);
  });

  test('on the selected photo it goes to the caption', async () => {
    await page.locator('.photo-image').click();
    await expect.poll(() => page.locator('.photo-image[data-selected="true"]').count()).toBe(1);
    await page.keyboard.type(' ');
    await type();
    await expect.poll(lines).toEqual([`photo: Ảnh ${SENTENCE} `, 'Mở bài.']);
  });

  test.each(['Headline', 'Standfirst', 'Byline', 'Credit', 'Alt text'])('in the field %s', async (name) => {
    const field = page.getByRole('textbox', { name, exact: true });
    await field.fill('');
    await field.focus();
    await type();
    await expect.poll(() => field.inputValue()).toBe(`${SENTENCE} `);
    const story = async () => JSON.stringify(await savedStory(page, id));
    await expect.poll(story).toContain(SENTENCE);
  });
});

test('a capital, typed with Shift, keeps the marks that stand at the caret', async () => {
  const bold = { text: 'đậm nét', marks: ['strong' as const] };
  id = await openStoryOf(page, 'Chữ hoa', [{ type: 'paragraph', id: 'boldpara1', text: [bold] }]);
  await putCaret(page, 0, 'end');
  await page.keyboard.down('Shift');
  await page.keyboard.press('M');
  await page.keyboard.up('Shift');
  await page.keyboard.type('ỹ');
  await expect
    .poll(async () => (await savedStory(page, id)).body[0])
    .toMatchObject({ text: [{ ...bold, text: 'đậm nétMỹ' }] });
});
