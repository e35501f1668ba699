import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { newStory, openStoryOf, paragraphs, photoToCome, savedStory, storyId } from './newsroom.ts';

const SAMPLES = [
  'After 41 years, a hand-cranked ferry is crossing the Alder again',
  'Cầu Vàm Xáng vượt tiến độ, quyết tâm hợp long trước mùa nước nổi',
];
const list = (page: Page) => page.getByRole('listbox', { name: 'Stories' });
const row = (page: Page, name: string) => list(page).getByRole('option', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const opened = (page: Page, headline: string) => expect.poll(() => page.title()).toBe(`${headline} - Copydesk`);

test('the first start brings two samples, and one of them lies open', async () => {
  const { page } = await launchCopydesk();
  await expect.poll(() => list(page).getByRole('option').count()).toBe(2);
  for (const name of SAMPLES) expect(await row(page, name).count(), name).toBe(1);
  const selected = await list(page).getByRole('option', { selected: true }).count();
  expect(selected).toBe(1);
  expect(SAMPLES.map((name) => `${name} - Copydesk`)).toContain(await page.title());
});

test('samples that were written over do not come back as they were', async () => {
  const first = await launchCopydesk();
  await row(first.page, SAMPLES[0]!).click();
  await field(first.page, 'Headline').fill('Của tôi');
  await first.close();
  const { page } = await launchCopydesk({ home: first.home });
  await row(page, 'Của tôi').waitFor();
  expect(await list(page).getByRole('option').count()).toBe(2);
});

describe('keys in the list', () => {
  let page: Page;
  const active = () =>
    list(page).evaluate((box) => {
      const found = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
      return found?.querySelector('.story-row-headline')?.textContent;
    });

  beforeEach(async () => {
    ({ page } = await launchCopydesk());
    await row(page, SAMPLES[0]!).waitFor();
    // Last changed first: Bão, Áp thấp nhiệt đới, Đê, then the samples.
    for (const headline of ['Đê biển', 'Áp thấp nhiệt đới', 'Bão số 3'])
      await openStoryOf(page, headline, paragraphs(1));
    await list(page).focus();
  });

  test('move without opening; Enter opens', async () => {
    await page.keyboard.press('Home');
    await expect.poll(active).toBe('Bão số 3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).toBe('Đê biển');
    await page.keyboard.press('ArrowUp');
    await expect.poll(active).toBe('Áp thấp nhiệt đới');
    expect(await page.title()).toBe('Bão số 3 - Copydesk');
    await page.keyboard.press('Enter');
    await opened(page, 'Áp thấp nhiệt đới');
    expect(await row(page, 'Áp thấp nhiệt đới').getAttribute('aria-selected')).toBe('true');
  });

  test('End goes to the last', async () => {
    await page.keyboard.press('End');
    await expect.poll(async () => SAMPLES.includes((await active()) ?? '')).toBe(true);
    await page.keyboard.press('Home');
    await expect.poll(active).toBe('Bão số 3');
  });

  test('first letters find a headline, without its accents', async () => {
    await page.keyboard.type('cau');
    await expect.poll(active).toBe(SAMPLES[1]);
    await page.keyboard.press('Enter');
    await opened(page, SAMPLES[1]!);
  });
});

describe('changing from story to story', () => {
  let page: Page;
  let copydesk: Copydesk;

  beforeAll(async () => {
    copydesk = await launchCopydesk();
    ({ page } = copydesk);
    await row(page, SAMPLES[0]!).waitFor();
  });

  test('loses nothing that was typed a moment before, wherever it was typed', async () => {
    const headline = 'Đổi bài';
    const id = await openStoryOf(page, headline, [...paragraphs(1), photoToCome('Ảnh')]);
    const typed = { standfirst: '', body: '', caption: '', credit: 'Minh Đức' };
    const away = async () => {
      await row(page, SAMPLES[0]!).click();
      await opened(page, SAMPLES[0]!);
      await row(page, headline).click();
      await opened(page, headline);
      await page.locator('.editor-body figure').waitFor();
    };
    for (let round = 1; round <= 3; round++) {
      await field(page, 'Standfirst').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(`lượt ${round} ngay`);
      typed.standfirst += `lượt ${round} ngay`;
      await away();
      await page.locator('.editor-body p').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(` thân ${round}`);
      typed.body += ` thân ${round}`;
      await away();
      await field(page, 'Caption').click();
      await page.keyboard.press('End');
      await page.keyboard.type(` chú ${round}`);
      typed.caption += ` chú ${round}`;
      await away();
      await field(page, 'Credit').click();
      await page.keyboard.press('End');
      await page.keyboard.type(` tên ${round}`);
      typed.credit += ` tên ${round}`;
      await away();
    }
    expect(await field(page, 'Standfirst').inputValue()).toBe(typed.standfirst);
    expect(await field(page, 'Credit').inputValue()).toBe(typed.credit);
    expect(await savedStory(page, id)).toMatchObject({
      standfirst: typed.standfirst,
      body: [
        { text: [{ text: `Đoạn 0: nước lên nhanh ở các xã ven sông.${typed.body}` }] },
        { photos: [{ caption: [{ text: `Ảnh${typed.caption}` }], credit: typed.credit }] },
      ],
    });
  });

  test('two quick clicks open the last one clicked, and each story keeps its own words', async () => {
    await newStory(page);
    await page.keyboard.type('Nhanh tay');
    await row(page, SAMPLES[0]!).click();
    await row(page, SAMPLES[1]!).click();
    await opened(page, SAMPLES[1]!);
    await row(page, 'Nhanh tay').waitFor();
    expect((await savedStory(page, await storyId(page, SAMPLES[1]!))).headline).toBe(SAMPLES[1]);
  });

  test('a headline in the list is the one on the page, at each key', async () => {
    await newStory(page);
    await row(page, 'Untitled').waitFor();
    await page.keyboard.type('Sạt lở');
    await row(page, 'Sạt lở').waitFor();
    expect(await row(page, 'Untitled').count()).toBe(0);
  });

  test('the story that was open last lies open at the next start', async () => {
    await row(page, SAMPLES[1]!).click();
    await opened(page, SAMPLES[1]!);
    await copydesk.close();
    const again = await launchCopydesk({ home: copydesk.home });
    await opened(again.page, SAMPLES[1]!);
    await again.close();
  });
});
