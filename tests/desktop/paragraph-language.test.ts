import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Block } from '../../src/story/schema.ts';
import { launchCopydesk } from './launch.ts';
import { openStoryOf, putCaret, savedStory, underlined } from './newsroom.ts';

let page: Page;
let id: string;
let count = 0;

beforeAll(async () => {
  ({ page } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  id = await openStoryOf(page, `Hai thứ tiếng ${++count}`, [
    { type: 'paragraph', id: 'langpara1', text: [{ text: 'Đoàn khách đến sáng nay.' }] },
    { type: 'paragraph', id: 'langpara2', text: [{ text: 'The recieved boat, họ nói.' }] },
  ]);
});

const languages = async () =>
  (await savedStory(page, id)).body.map((block: Block) => ('language' in block ? (block.language ?? '') : ''));
const shown = () => page.locator('.editor-body p').evaluateAll((all) => all.map((one) => (one as HTMLElement).lang));
const unknown = () => underlined(page, 'spelling');

async function choose(item: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button').first().click();
  await page
    .getByRole('group', { name: 'Language of the paragraph' })
    .getByRole('menuitemradio', { name: item })
    .click();
}

test('a paragraph is put into another language: saved, shown, spelt by it, and back by undo', async () => {
  await expect.poll(unknown).toEqual(['recieved']);
  await putCaret(page, 1, 'end');
  await choose('British English');
  await expect.poll(languages).toEqual(['', 'en-GB']);
  expect(await shown()).toEqual(['', 'en-GB']);
  // No Vietnamese word is known in an English paragraph.
  await expect.poll(unknown).toEqual(['recieved', 'họ', 'nói']);
  await page.keyboard.press('Control+z');
  await expect.poll(languages).toEqual(['', '']);
  expect(await shown()).toEqual(['', '']);
});

test('what is typed, split off or made another kind stays in it; choosing the story’s takes it off', async () => {
  await putCaret(page, 1, 'end');
  await choose('British English');
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Another one.');
  await expect.poll(languages).toEqual(['', 'en-GB', 'en-GB']);
  await page.keyboard.press('Control+Shift+Digit8');
  await expect
    .poll(async () => (await savedStory(page, id)).body[2])
    .toMatchObject({ type: 'list', language: 'en-GB' });
  await page.keyboard.press('Control+Shift+Digit8');
  await expect
    .poll(async () => (await savedStory(page, id)).body[2])
    .toMatchObject({ type: 'paragraph', language: 'en-GB' });
  await page.keyboard.press('Control+Alt+Digit2');
  await expect
    .poll(async () => (await savedStory(page, id)).body[2])
    .toMatchObject({ type: 'heading', language: 'en-GB' });
  await choose('As the story');
  await expect.poll(languages).toEqual(['', 'en-GB', '']);
});

test('it is there again when the story is opened again', async () => {
  await putCaret(page, 1, 'end');
  await choose('British English');
  await expect.poll(languages).toEqual(['', 'en-GB']);
  const before = id;
  await openStoryOf(page, 'Bài khác', []);
  await page.getByRole('option', { name: `Hai thứ tiếng ${count}` }).click();
  await expect.poll(shown).toEqual(['', 'en-GB']);
  id = before;
  expect(await languages()).toEqual(['', 'en-GB']);
});
