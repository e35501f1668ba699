import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchCopydesk } from './launch.ts';
import { newStory, openStoryOf, photoToCome, savedStory, storyIds } from './newsroom.ts';

let page: Page;
let app: ElectronApplication;
let id: string;

beforeAll(async () => {
  ({ app, page } = await launchCopydesk());
  await page.getByRole('option').first().waitFor();
});

/** A new, empty story, whose id is the one that was not there before. */
beforeEach(async () => {
  const before = new Set(await storyIds(page));
  await newStory(page);
  id = (await storyIds(page)).find((one) => !before.has(one))!;
});

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const saved = () => savedStory(page, id);
const language = () => page.getByRole('combobox', { name: 'Language of the story' });
const noteOf = (name: string) =>
  field(name).evaluate((control) => document.getElementById(control.getAttribute('aria-describedby')!)!.innerText);
/** The surplus that is marked behind a field, as one sees it. */
const marked = (name: string) =>
  field(name).evaluate((control) => control.parentElement!.querySelector('mark')?.textContent ?? '');
const family = '👨‍👩‍👧‍👦';

describe('names, as screen readers and other programs find them', () => {
  test('the page reads kicker, headline, standfirst, byline, dateline, body, source credit', async () => {
    const order = await page
      .getByRole('main')
      .getByRole('textbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => (box as HTMLTextAreaElement).labels?.[0]?.textContent ?? box.getAttribute('aria-label')),
      );
    expect(order).toEqual(['Kicker', 'Headline', 'Standfirst', 'Byline', 'Dateline', 'Story body', 'Source credit']);
  });

  test('each field has its label in sight', async () => {
    for (const label of ['Kicker', 'Headline', 'Standfirst', 'Byline', 'Dateline', 'Story body', 'Source credit']) {
      await expect.poll(() => page.locator('.field-label', { hasText: label }).isVisible()).toBe(true);
      expect(await field(label).count(), label).toBe(1);
    }
  });

  test('a photo has a caption, an alt text and a credit, each with its label', async () => {
    await openStoryOf(page, 'Tên của ảnh', [photoToCome('Chú thích')]);
    const figure = page.locator('.editor-body figure');
    for (const name of ['Caption', 'Alt text', 'Credit'])
      expect(await figure.getByRole('textbox', { name, exact: true }).count(), name).toBe(1);
    for (const label of ['Alt text', 'Credit'])
      expect(await figure.getByText(label, { exact: true }).isVisible(), label).toBe(true);
  });

  test('buttons, list and status line', async () => {
    for (const name of ['New story', 'Insert photo', 'Export'])
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(1);
    expect(await page.getByRole('listbox', { name: 'Stories', exact: true }).count()).toBe(1);
    expect(await page.getByRole('status', { name: 'Save status', exact: true }).count()).toBe(1);
  });
});

describe('the window’s title', () => {
  test('is the headline as it is typed', async () => {
    const titles = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
    await expect.poll(titles).toEqual(['Untitled - Copydesk']);
    await page.keyboard.type('Nước lên');
    await expect.poll(titles).toEqual(['Nước lên - Copydesk']);
    await field('Headline').fill('');
    await expect.poll(titles).toEqual(['Untitled - Copydesk']);
  });
});

describe('keys', () => {
  test('Enter goes on through the whole page and leaves no line break', async () => {
    await field('Kicker').click();
    for (const text of ['chuyên mục', 'tít', 'sa-pô', 'tên', 'nơi'] as const) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => field('Story body').evaluate((body) => body === document.activeElement)).toBe(true);
    await page.keyboard.type('thân bài');
    await expect.poll(saved).toMatchObject({
      kicker: 'chuyên mục',
      headline: 'tít',
      standfirst: 'sa-pô',
      byline: { text: 'tên' },
      dateline: { text: 'nơi' },
      body: [{ type: 'paragraph', text: [{ text: 'thân bài' }] }],
    });
  });

  test('arrows at a field’s edges go to its neighbours', async () => {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => field('Standfirst').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => field('Kicker').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('a pasted text of several lines becomes one line', async () => {
    await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('Một\r\n  hai\n\nba');
    });
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await saved()).headline).toBe('Một hai ba');
  });
});

describe('limits', () => {
  // 60 graphemes, each of several code points, and more than 60 UTF-16 units.
  const sixty = 'Ệ'.repeat(30) + family.repeat(30);

  test('count what a reader sees: decomposed Vietnamese as composed, an emoji family as one', async () => {
    await field('Kicker').fill(sixty.normalize('NFD'));
    await expect.poll(() => noteOf('Kicker')).toBe('60 / 60');
    expect(await marked('Kicker')).toBe('');
  });

  test('mark the surplus, say so, and cut nothing', async () => {
    const long = `${'ế'.repeat(60)}thừa ${family}`;
    await field('Kicker').fill(long.normalize('NFD'));
    await expect.poll(() => noteOf('Kicker')).toBe('66 / 60');
    await expect.poll(async () => (await marked('Kicker')).normalize('NFC')).toBe(`thừa ${family}`);
    await expect.poll(async () => (await saved()).kicker).toBe(long);
    expect(await page.getByText('Kicker: past the limit of 60 characters. Nothing is cut.').count()).toBe(1);
  });

  test.each([
    ['Headline', 120],
    ['Standfirst', 300],
  ])('%s has %i, shown once they come near', async (name, limit) => {
    await field(name).fill('a'.repeat(Math.floor(limit / 2)));
    expect(await noteOf(name)).toBe('');
    await field(name).fill('a'.repeat(limit));
    await expect.poll(() => noteOf(name)).toBe(`${limit} / ${limit}`);
  });
});

describe('what is understood', () => {
  test('two people of a byline, which stays as typed', async () => {
    await field('Byline').fill('Quang Bình - Minh Đức (ảnh)');
    await expect
      .poll(async () => (await saved()).byline)
      .toEqual({
        text: 'Quang Bình - Minh Đức (ảnh)',
        people: [
          expect.objectContaining({ name: 'Quang Bình', roles: [] }),
          expect.objectContaining({ name: 'Minh Đức', roles: ['photographer'] }),
        ],
      });
    await expect.poll(() => noteOf('Byline')).toMatch(/Quang Bình\s+Minh Đức, photographer$/);
  });

  test('a wrong weekday is said, and goes when it is put right', async () => {
    await field('Dateline').fill('Thứ Sáu, 12/06/2025, 10:30 [GMT+7]');
    await expect.poll(() => noteOf('Dateline')).toContain('The date falls on another weekday.');
    await field('Dateline').fill('Thứ Năm, 12/06/2025, 10:30 [GMT+7]');
    await expect.poll(() => noteOf('Dateline')).not.toContain('weekday');
    await expect.poll(async () => (await saved()).dateline.date).toBe('2025-06-12T10:30:00.000+07:00');
  });

  test('the page’s address is made of the first headline and stays', async () => {
    await page.keyboard.type('Khởi công cầu Đông Hải');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await saved()).slug).toBe('khoi-cong-cau-dong-hai');
    await field('Headline').fill('Hoãn khởi công cầu');
    await page.keyboard.press('Enter');
    await expect.poll(saved).toMatchObject({ headline: 'Hoãn khởi công cầu', slug: 'khoi-cong-cau-dong-hai' });
  });
});

describe('letters', () => {
  test('typed in parts are stored whole, and the field keeps what was typed', async () => {
    const typed = 'Đường về xứ Huế'.normalize('NFD');
    await page.keyboard.insertText(typed);
    await expect.poll(async () => (await saved()).headline).toBe(typed.normalize('NFC'));
    expect(await field('Headline').inputValue()).toBe(typed);
  });

  test('the story’s language is said to browser and reader, and kept', async () => {
    await language().selectOption('vi');
    await expect.poll(() => field('Headline').getAttribute('lang')).toBe('vi');
    await expect.poll(async () => (await saved()).language).toBe('vi');
    await language().selectOption('en-GB');
    await expect
      .poll(() => field('Story body').evaluate((body) => body.closest('[lang]')?.getAttribute('lang')))
      .toBe('en-GB');
    await expect.poll(async () => (await saved()).language).toBe('en-GB');
  });
});
