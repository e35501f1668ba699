import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask, openStoryOf, paragraphs, savedStory, storyIds } from './newsroom.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Stories' });
const row = (page: Page, name: string) => list(page).getByRole('option', { name, exact: true });
const headlines = (page: Page) => list(page).locator('.story-row-headline').allInnerTexts();
const selected = (page: Page) =>
  list(page).getByRole('option', { selected: true }).locator('.story-row-headline').allInnerTexts();
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search stories' });
const title = (page: Page, headline: string) => expect.poll(() => page.title()).toBe(`${headline} - Copydesk`);
const fromMenu = (app: ElectronApplication, item: string) =>
  app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, item);

/** Three stories over the two samples; the last is open and on top. */
async function newsroom(lang = 'en'): Promise<{ app: ElectronApplication; page: Page; home: string }> {
  const copydesk = await launchCopydesk({ lang });
  await copydesk.page.getByRole('option').nth(1).waitFor();
  for (const headline of ['Đê biển', 'Áp thấp', 'Bão số 3']) await openStoryOf(copydesk.page, headline, paragraphs(2));
  return copydesk;
}

describe('searching the stories', () => {
  let page: Page;
  let app: ElectronApplication | undefined;
  beforeEach(async () => {
    // One window for all of them; waiting for it is possible only inside a test.
    if (!app) ({ app, page } = await newsroom());
    await search(page).fill('');
    await row(page, 'Đê biển').waitFor();
  });

  it('begins from the menu’s key and finds as one types, without accents, with what was found marked', async () => {
    if (app) await fromMenu(app, 'search-library');
    await expect.poll(() => search(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('ven song');
    await expect.poll(() => headlines(page)).toHaveLength(3);
    await expect.poll(() => list(page).locator('mark').allInnerTexts()).toContain('sông');
    await page.keyboard.type(' khongco');
    await page.getByText('Nothing has “ven song khongco”').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => headlines(page)).toHaveLength(5);
  });

  it('puts a headline that has the words first; Down goes to the list, Enter opens', async () => {
    await search(page).fill('ap thap');
    await expect.poll(() => headlines(page)).toEqual(['Áp thấp']);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => list(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await title(page, 'Áp thấp');
  });

  it('finds a word that was typed a moment ago', async () => {
    await row(page, 'Đê biển').click();
    await title(page, 'Đê biển');
    await page.getByRole('textbox', { name: 'Standfirst' }).fill('Sóng thần ở Wừng');
    await search(page).fill('wung');
    await expect.poll(() => headlines(page)).toEqual(['Đê biển']);
  });

  it('can be narrowed by filters, each a chip that takes it off', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Section' }).selectOption('Thời sự');
    await expect.poll(() => headlines(page)).toHaveLength(1);
    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('English');
    await page.getByText('No story passes these filters.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Without the filter “Thời sự”' }).click();
    await expect.poll(() => headlines(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Without the filter “English”' }).click();
    await expect.poll(() => headlines(page)).toHaveLength(5);
  });

  it('can be ordered by headline', async () => {
    await page.getByRole('button', { name: 'Order' }).click();
    await page.getByRole('menuitemradio', { name: 'Headline' }).click();
    await expect.poll(async () => (await headlines(page))[0]).toMatch(/^After 41 years/);
    expect((await headlines(page)).slice(1, 3)).toEqual(['Áp thấp', 'Bão số 3']);
    await page.getByRole('button', { name: 'Order' }).click();
    await page.getByRole('menuitemradio', { name: 'Last change' }).click();
  });
});

describe('stories in the list', () => {
  let page: Page;
  let app: ElectronApplication;
  let home: string;
  beforeEach(async () => {
    ({ app, page, home } = await newsroom());
    await list(page).focus();
  });

  it('go to the bin with Delete and come back with Ctrl+Z; the open one makes way for the next', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await expect.poll(() => headlines(page)).not.toContain('Bão số 3');
    await title(page, 'Áp thấp');
    await page.getByText('Put in the bin: 1').waitFor();
    await list(page).focus();
    await page.keyboard.press('Control+z');
    await row(page, 'Bão số 3').waitFor();
    await title(page, 'Áp thấp');
    await page.keyboard.press('Delete');
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Áp thấp').waitFor();
  });

  it('lose nothing that was typed a moment before they go', async () => {
    const [id] = await storyIds(page);
    await page.getByRole('textbox', { name: 'Kicker' }).fill('Tin khẩn');
    await list(page).focus();
    await page.keyboard.press('Delete');
    await title(page, 'Áp thấp');
    expect((await savedStory(page, id ?? '')).kicker).toBe('Tin khẩn');
  });

  it('are chosen with Shift and Ctrl, and go together', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => selected(page)).toEqual(['Bão số 3', 'Áp thấp', 'Đê biển']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+ ');
    await expect.poll(() => selected(page)).toEqual(['Bão số 3', 'Đê biển']);
    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page)).toEqual(['Bão số 3']);
    await row(page, 'Áp thấp').click({ modifiers: ['Control'] });
    await row(page, 'Đê biển').click({ modifiers: ['Shift'] });
    await expect.poll(() => selected(page)).toEqual(['Áp thấp', 'Đê biển']);
    await page.keyboard.press('Delete');
    await expect.poll(() => headlines(page)).toHaveLength(3);
    await title(page, 'Bão số 3');
  });

  it('offer what else can be done with Shift+F10 and with the mouse', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Actions' });
    await menu.waitFor();
    await page.keyboard.type('p');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ask(page, 'stories.list')).filter(({ isPinned }) => isPinned).length).toBe(1);
    const [pinned] = (await ask(page, 'stories.list')).filter(({ isPinned }) => isPinned);
    await expect.poll(async () => (await headlines(page))[0]).toBe(pinned?.headline);
    expect(await list(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await row(page, 'Đê biển').click({ button: 'right' });
    await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
    await title(page, 'Đê biển (copy)');
    expect(await headlines(page)).toContain('Đê biển');
  });

  it('begin from a template, or like another story', async () => {
    await page.getByRole('button', { name: 'From a template' }).click();
    await page.getByRole('menuitem', { name: 'Tin nhanh' }).click();
    await title(page, 'Untitled');
    expect(await page.getByRole('textbox', { name: 'Kicker' }).inputValue()).toBe('Tin nhanh');
    await row(page, 'Đê biển').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New story like this' }).click();
    await expect.poll(() => page.locator('.editor-body p').first().innerText()).toContain('nước lên nhanh');
    expect(await page.title()).toBe('Untitled - Copydesk');
  });

  it('are exported together, each under its own name', async () => {
    const folder = newFolder('exports-');
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, folder);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Web page in one file' }).click();
    await page.getByText('Stories exported to').waitFor();
    expect(readdirSync(folder)).toHaveLength(5);
    expect(readdirSync(folder)).toContain('bao-so-3.html');
  });

  it('stay in the bin until they are restored, or deleted for good after a question', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: /^Bin/ }).click();
    const bin = page.getByRole('listbox', { name: 'Bin' });
    await expect.poll(() => bin.getByRole('option').count()).toBe(2);
    await bin.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Restore' }).click();
    await expect.poll(() => bin.getByRole('option').count()).toBe(1);
    await bin.focus();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    expect(await bin.getByRole('option').count()).toBe(1);
    const [gone] = await ask(page, 'stories.list', { isBinned: true });
    await bin.focus();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('The bin is empty').waitFor();
    await page.getByRole('button', { name: 'Back to the stories' }).click();
    expect(await headlines(page)).toHaveLength(4);
    const folders = readdirSync(join(home, 'stories'), { recursive: true, encoding: 'utf8' });
    expect(folders.filter((name) => name.includes(gone?.id ?? '?'))).toEqual([]);
    expect(existsSync(join(home, 'stories'))).toBe(true);
  });
});

it('a long list has few rows in the page, and goes from end to end by keys', async () => {
  const { page } = await launchCopydesk();
  await row(page, 'After 41 years, a hand-cranked ferry is crossing the Alder again').waitFor();
  await page.evaluate(async () => {
    for (let n = 0; n < 150; n++) await window.copydesk.call('stories.create', { language: 'vi' });
  });
  await expect.poll(() => list(page).getByRole('option').first().getAttribute('aria-setsize')).toBe('152');
  expect(await list(page).getByRole('option').count()).toBeLessThan(80);
  await list(page).focus();
  for (const [key, place] of [
    ['End', '152'],
    ['ArrowUp', '151'],
    ['Home', '1'],
  ] as const) {
    await page.keyboard.press(key);
    const active = () =>
      list(page).evaluate((box) => {
        const found = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
        const [inside, outside] = [found?.getBoundingClientRect(), box.getBoundingClientRect()];
        const isInSight = inside && inside.top >= outside.top - 1 && inside.bottom <= outside.bottom + 1;
        return isInSight ? found?.getAttribute('aria-posinset') : null;
      });
    await expect.poll(active, { message: key }).toBe(place);
  }
});

it.each(['en', 'vi'])('the list has no fault that axe can see, in %s', async (lang) => {
  const { page } = await newsroom(lang);
  await bringAxe(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('searchbox').fill('nuoc');
    await page.locator('mark').first().waitFor();
    expect(await faults(page), `found, ${colorScheme}`).toEqual([]);
    await page.getByRole('searchbox').fill('khongcogi');
    await page.locator('.library-empty').waitFor();
    expect(await faults(page), `nothing found, ${colorScheme}`).toEqual([]);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('option').nth(2).waitFor();
    await page.locator('.library-tools button').first().click();
    expect(await faults(page), `filters, ${colorScheme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('option').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem').first().waitFor();
    expect(await faults(page), `actions, ${colorScheme}`).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
