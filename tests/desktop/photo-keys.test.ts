import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { caretHeard, openStoryOf, outline, paragraphs, photoToCome, putCaret, savedStory } from './newsroom.ts';

let page: Page;
let id: string;
let count = 0;

beforeAll(async () => {
  page = (await launchCopydesk()).page;
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  const [first, second] = paragraphs(2);
  id = await openStoryOf(page, `Ảnh ${++count}`, [first!, photoToCome('Chú thích ảnh'), second!]);
});

const caption = () => page.getByRole('textbox', { name: 'Caption' });
const isPhotoSelected = () => page.locator('.photo-image[data-selected="true"]').count();
const lines = async () => outline(await savedStory(page, id));
const [above, below] = paragraphs(2).map((block) => outline({ body: [block] })[0]!);

describe('a photo and its caption', () => {
  test('the caption is typed in place, marked like any text, and saved', async () => {
    await caption().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' của ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Minh');
    await expect
      .poll(async () => (await savedStory(page, id)).body[1])
      .toMatchObject({
        photos: [{ caption: [{ text: 'Chú thích ảnh của ' }, { text: 'Minh', marks: ['strong'] }] }],
      });
  });

  test('credit and alt text are plain fields with names', async () => {
    await page.getByRole('textbox', { name: 'Credit', exact: true }).fill('Đức Tình');
    await page.getByRole('textbox', { name: 'Alt text' }).fill('Cầu mới');
    await expect
      .poll(async () => (await savedStory(page, id)).body[1])
      .toMatchObject({ photos: [{ credit: 'Đức Tình', alt: 'Cầu mới' }] });
  });

  test('keys of the whole window are heard in its plain fields', async () => {
    const alt = page.getByRole('textbox', { name: 'Alt text' });
    await alt.click();
    await page.keyboard.press('Control+f');
    const find = page.getByRole('search', { name: 'Find', exact: true });
    await find.waitFor();
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
    await alt.click();
    await page.keyboard.press('Shift+F7');
    const spelling = page.getByRole('complementary', { name: 'Spelling and style' });
    await spelling.waitFor();
    await page.keyboard.press('Shift+F7');
    await spelling.waitFor({ state: 'detached' });
  });

  test('Enter at its end starts a paragraph after the photo', async () => {
    await caption().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mới');
    await expect.poll(lines).toEqual([above, 'photo: Chú thích ảnh', 'mới', below]);
  });

  test('Enter in its middle takes the rest along', async () => {
    await caption().click();
    await page.keyboard.press('Home');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(lines).toEqual([above, 'photo: Chú ', 'thích ảnh', below]);
  });

  test('typing on the selected photo goes to the end of its caption', async () => {
    await page.locator('.photo-image').click();
    await expect.poll(isPhotoSelected).toBe(1);
    await page.keyboard.type(' rộng');
    await expect.poll(lines).toEqual([above, 'photo: Chú thích ảnh rộng', below]);
  });

  test('Enter on the selected photo starts a paragraph after it', async () => {
    await page.locator('.photo-image').click();
    await expect.poll(isPhotoSelected).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.type('sau');
    await expect.poll(lines).toEqual([above, 'photo: Chú thích ảnh', 'sau', below]);
  });

  test.each([
    ['ArrowDown', 'ArrowDown'],
    ['ArrowRight', 'ArrowRight'],
  ])('%s goes from the text above to the photo, then into the caption', async (first, second) => {
    await putCaret(page, 0, 'end');
    await page.keyboard.press(first);
    await expect.poll(isPhotoSelected).toBe(1);
    await page.keyboard.press(second);
    await expect.poll(isPhotoSelected).toBe(0);
    await page.keyboard.type('1');
    await expect.poll(lines).toEqual([above, 'photo: 1Chú thích ảnh', below]);
  });

  test('arrows come back the same way', async () => {
    await putCaret(page, 2, 'start');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('1');
    await page.keyboard.press('ArrowUp');
    await expect.poll(isPhotoSelected).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('2');
    await expect.poll(lines).toEqual([`${above}2`, 'photo: Chú thích ảnh1', below]);
  });

  test('Backspace behind it selects it, the next takes it away, one undo brings all of it back', async () => {
    const before = await savedStory(page, id);
    await putCaret(page, 2, 'start');
    await page.keyboard.press('Backspace');
    await expect.poll(isPhotoSelected).toBe(1);
    expect(await lines()).toEqual([above, 'photo: Chú thích ảnh', below]);
    await page.keyboard.press('Backspace');
    await expect.poll(lines).toEqual([above, below]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await savedStory(page, id)).body).toEqual(before.body);
  });

  test('Delete before it selects it', async () => {
    await putCaret(page, 0, 'end');
    await page.keyboard.press('Delete');
    await expect.poll(isPhotoSelected).toBe(1);
    expect(await lines()).toEqual([above, 'photo: Chú thích ảnh', below]);
  });

  test('Backspace at the caption’s start selects it and takes no letter', async () => {
    await caption().click();
    await page.keyboard.press('Home');
    // The click's own selection has been heard by now; a person is slower still.
    await caretHeard(page);
    await page.keyboard.press('Backspace');
    await expect.poll(isPhotoSelected).toBe(1);
    expect(await lines()).toEqual([above, 'photo: Chú thích ảnh', below]);
  });

  test('a story may be selected whole and written over', async () => {
    await putCaret(page, 0, 'end');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    await expect.poll(lines).toEqual(['x']);
  });
});
