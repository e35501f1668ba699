import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk } from './launch.ts';
import { newStory } from './newsroom.ts';

/** Chooses light or dark in the settings, and looks at each of their sections on the way. */
async function choose(page: Page, theme: 'light' | 'dark', settings: string, label: string): Promise<void> {
  await page.getByRole('button', { name: settings }).click();
  await page.getByRole('tab').nth(1).click();
  await page.getByRole('radio', { name: label, exact: true }).check();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    expect(await faults(page), `settings, ${await tab.innerText()}, ${theme}`).toEqual([]);
  }
  await page.keyboard.press('Escape');
}

describe.each([
  { lang: 'en', headline: 'Headline', settings: 'Settings', light: 'Light', dark: 'Dark', exporting: 'Export' },
  { lang: 'vi', headline: 'Tít', settings: 'Thiết lập', light: 'Sáng', dark: 'Tối', exporting: 'Xuất bài' },
])('the window in $lang', ({ lang, headline, settings, light, dark, exporting }) => {
  it('has no fault that axe can see: with a story, over a limit, with its menus open, light and dark', async () => {
    const { page } = await launchCopydesk({ lang });
    await bringAxe(page);
    for (const [theme, label] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      await choose(page, theme, settings, label);
      await page.getByRole('option').first().click();
      expect(await faults(page), `a story, ${theme}`).toEqual([]);
      await page.keyboard.press('F8');
      await page.locator('.reader h1').waitFor();
      expect(await faults(page), `the preview, ${theme}`).toEqual([]);
      await page.keyboard.press('F7');
      await page.locator('.checks').waitFor();
      expect(await faults(page), `the checks, ${theme}`).toEqual([]);
      await page.getByRole('textbox', { name: headline, exact: true }).fill('Khởi công cầu Đông Hải '.repeat(6));
      await expect.poll(() => page.locator('.field-count[data-over]').count()).toBe(1);
      expect(await faults(page), `past a limit, ${theme}`).toEqual([]);
      await page.keyboard.press('Shift+F7');
      await page.locator('.proof').waitFor();
      expect(await faults(page), `spelling and style, ${theme}`).toEqual([]);
      await page.keyboard.press('Control+h');
      await page.keyboard.type('cau');
      await page.locator('.find-count').filter({ hasText: /[1-9]/ }).waitFor();
      expect(await faults(page), `find and replace, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.find').waitFor({ state: 'detached' });
      await page.keyboard.press('Shift+F7');
      await page.keyboard.press('F7');
      await page.locator('.checks').waitFor();
      await page.getByRole('button', { name: exporting, exact: true }).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await faults(page), `a menu, ${theme}`).toEqual([]);
      await page.getByRole('menuitem', { name: /^(?:Export|Xuất bài)…/ }).click();
      await page.locator('.export-page h1').waitFor();
      // What is wrong with the headline shows in the list of findings too.
      await page.locator('.finding-list li').first().waitFor();
      expect(await faults(page), `the export dialog, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('F7');
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
  });
});

describe('keys', () => {
  it('open a menu, walk it, and come back to its button', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    const button = page.getByRole('button', { name: 'Export' });
    await button.focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem');
    const isFocused = (index: number) => item.nth(index).evaluate((element) => element === document.activeElement);
    await expect.poll(() => isFocused(0)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(1)).toBe(true);
    await page.keyboard.press('End');
    expect(await isFocused((await item.count()) - 1)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => item.count()).toBe(0);
  });

  it('reach everything: from the list through the bar and the fields to the status line, with a mark on each', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    // From here on the keyboard is what is used, and focus shows.
    await page.keyboard.press('Tab');
    await page.getByRole('listbox', { name: 'Stories' }).focus();
    const reached = new Set<string>();
    const unmarked: string[] = [];
    for (let step = 0; step < 40; step++) {
      const { name, isMarked } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
        const field = element.closest('.field');
        const row = document.querySelector('.story-row[data-active]');
        const isRinged = (shown: Element | null): boolean =>
          shown !== null && getComputedStyle(shown).outlineStyle !== 'none';
        const label = field?.querySelector('.field-label');
        const isLabelled = label !== null && label !== undefined && getComputedStyle(label).fontWeight === '500';
        return {
          name: element.labels?.[0]?.innerText ?? element.ariaLabel ?? element.innerText.trim(),
          isMarked: isRinged(element) || isLabelled || (element.role === 'listbox' && isRinged(row)),
        };
      });
      reached.add(name);
      if (!isMarked && name !== '') unmarked.push(name);
      await page.keyboard.press('Tab');
    }
    for (const name of [
      'Stories',
      'Export',
      'Settings',
      'Kicker',
      'Headline',
      'Standfirst',
      'Byline',
      'Dateline',
      'Story body',
    ]) {
      expect([...reached]).toContain(name);
    }
    expect(unmarked).toEqual([]);
  });
});
