import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk } from './launch.ts';
import { ask, openStoryOf, outline, paragraphs, photoToCome, putCaret, savedStory } from './newsroom.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Versions' });
const versions = (page: Page) => dialog(page).getByRole('listbox', { name: 'Versions' });
const open = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await versions(page).getByRole('option').nth(1).waitFor();
};

describe('the versions of a story', () => {
  let page: Page;
  let id: string;
  beforeEach(async () => {
    ({ page } = await launchCopydesk());
    await page.getByRole('option').nth(1).waitFor();
    id = await openStoryOf(page, 'Đê biển', [...paragraphs(7), photoToCome('Đê biển Tây')]);
    await ask(page, 'versions.act', { act: 'make', id, kind: 'named', label: 'Bản đầu' });
    await page.getByRole('textbox', { name: 'Headline' }).fill('Đê biển sạt lở');
    await putCaret(page, 1, 'start');
    await page.keyboard.type('Tối qua, ');
    await putCaret(page, 5, 'start');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.getByRole('textbox', { name: 'Caption' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' chiều nay');
  });

  it('are compared with what stands on the page: words, moves and captions, told to the ear too', async () => {
    await open(page);
    const compared = dialog(page).getByRole('region');
    await expect
      .poll(() => compared.getByRole('insertion').allInnerTexts())
      .toEqual(expect.arrayContaining([' sạt lở', 'Tối qua, ', ' chiều nay']));
    expect(await compared.getByText(/^Moved (up|down)$/).count()).toBe(1);
    expect(await compared.getByText('Caption').count()).toBe(1);
    await dialog(page).getByRole('radio', { name: 'Side by side' }).check();
    await compared.getByText('Before', { exact: true }).waitFor();
    await expect.poll(() => compared.getByRole('insertion').count()).toBeGreaterThan(2);
    await dialog(page).getByRole('radio', { name: 'Text alone' }).check();
    await expect.poll(() => compared.getByRole('insertion').count()).toBe(0);
    await compared.getByText('Tối qua, Đoạn 1').waitFor();
  });

  it('show what went, and any two of them can be compared', async () => {
    await putCaret(page, 0, 'start');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await open(page);
    await expect
      .poll(() => dialog(page).getByRole('deletion').allInnerTexts())
      .toContain('Đoạn 0: nước lên nhanh ở các xã ven sông.');
    // The first version against the page: what came in is now what is gone.
    await versions(page)
      .getByRole('option', { name: /Bản đầu/ })
      .click();
    await dialog(page).getByRole('combobox', { name: 'Compared with' }).selectOption('As it is now');
    await expect.poll(() => dialog(page).getByRole('deletion').allInnerTexts()).toContain('Tối qua, ');
  });

  it('are walked, stepped through, named and closed by keys', async () => {
    await open(page);
    await expect.poll(() => versions(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(() => versions(page).getByRole('option', { selected: true }).innerText()).toContain('Bản đầu');
    await page.keyboard.press('Home');
    await dialog(page).getByRole('insertion').first().waitFor();
    await dialog(page).getByRole('button', { name: 'Next change' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).innerText))
      .toContain('Headline');
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Gửi trưởng phòng');
    await page.keyboard.press('Enter');
    await versions(page)
      .getByRole('option', { name: /Gửi trưởng phòng/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    const { versions: kept } = await ask(page, 'versions.read', { ask: 'list', id });
    expect(kept.map(({ label }) => label)).toEqual(['Gửi trưởng phòng', 'Bản đầu']);
  });

  it('are gone back to, and what stood there until then is a version too', async () => {
    await open(page);
    await versions(page)
      .getByRole('option', { name: /Bản đầu/ })
      .click();
    await dialog(page).getByRole('button', { name: 'Go back to this version' }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expect.poll(() => page.getByRole('textbox', { name: 'Headline' }).inputValue()).toBe('Đê biển');
    await expect.poll(() => page.locator('.editor-body p').nth(1).innerText()).toMatch(/^Đoạn 1/);
    expect(outline(await savedStory(page, id))[1]).toMatch(/^Đoạn 1/);
    await open(page);
    await versions(page)
      .getByRole('option', { name: /Before going back/ })
      .click();
    await dialog(page).getByRole('radio', { name: 'Text alone' }).check();
    await dialog(page).getByRole('heading', { name: 'Đê biển sạt lở' }).waitFor();
  });
});

it.each([
  ['en', 'Versions'],
  ['vi', 'Phiên bản'],
])('the versions have no fault that axe can see, in %s', async (lang, name) => {
  const { page } = await launchCopydesk({ lang });
  await page.getByRole('option').nth(1).waitFor();
  const id = await openStoryOf(page, 'Đê biển', [...paragraphs(7), photoToCome('Đê biển Tây')]);
  await ask(page, 'versions.act', { act: 'make', id, kind: 'named', label: 'Bản đầu' });
  await putCaret(page, 1, 'start');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('Tối qua');
  await bringAxe(page);
  await page.getByRole('button', { name, exact: true }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const view of await page.getByRole('dialog').getByRole('radio').all()) {
      await view.check();
      await page.locator('.compare').waitFor();
      expect(await faults(page), `${await view.getAttribute('aria-label')}, ${colorScheme}`).toEqual([]);
    }
  }
});
