import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchCopydesk } from './launch.ts';
import { ask, newStory } from './newsroom.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Stories' });
const headlines = (page: Page): Promise<string[]> => list(page).locator('.story-row-headline').allInnerTexts();
const title = (page: Page, wanted: string) => expect.poll(() => page.title()).toBe(`${wanted} - Copydesk`);

/** New stories, the last one open. */
async function write(page: Page, ...written: string[]): Promise<void> {
  for (const headline of written) {
    await newStory(page);
    await page.keyboard.insertText(headline);
    await title(page, headline);
  }
  await expect.poll(async () => (await headlines(page)).slice(0, written.length)).toEqual(written.toReversed());
}

describe('the list of stories', () => {
  it('is walked and opened by keys alone: arrows, first letters without accents, End', async () => {
    const { page } = await launchCopydesk();
    await write(page, 'Chợ nổi', 'Cầu Đông Hải', 'Lũ về');
    await list(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await title(page, 'Cầu Đông Hải');
    await list(page).focus();
    await page.keyboard.type('cho');
    await page.keyboard.press('Enter');
    await title(page, 'Chợ nổi');
    await list(page).focus();
    await page.keyboard.press('End');
    // A blank right after a letter would belong to the word being typed.
    await page.keyboard.press('Enter');
    await title(page, (await headlines(page)).at(-1) ?? '');
  });

  it('changes over without losing the last letter', async () => {
    const { page } = await launchCopydesk();
    await write(page, 'Lũ về', 'Cầu Đông Hải');
    await page.getByRole('textbox', { name: 'Kicker' }).focus();
    await page.keyboard.insertText('Hạ tầng');
    await page.getByRole('option', { name: 'Lũ về' }).click();
    await title(page, 'Lũ về');
    await page.getByRole('option', { name: 'Cầu Đông Hải' }).click();
    await title(page, 'Cầu Đông Hải');
    expect(await page.getByRole('textbox', { name: 'Kicker' }).inputValue()).toBe('Hạ tầng');
  });

  it('opens the last story again after a restart, and stays away once it was put away', async () => {
    const first = await launchCopydesk();
    await write(first.page, 'Lũ về', 'Cầu Đông Hải');
    await first.page.getByRole('option', { name: 'Lũ về' }).click();
    await title(first.page, 'Lũ về');
    await first.page.getByRole('button', { name: 'Hide stories' }).click();
    await expect.poll(() => list(first.page).count()).toBe(0);
    expect(await first.page.getByRole('button', { name: 'New story' }).isVisible()).toBe(true);
    await expect.poll(async () => (await ask(first.page, 'app.start')).settings.isLibraryOpen).toBe(false);
    await first.close();

    const again = await launchCopydesk({ home: first.home });
    await title(again.page, 'Lũ về');
    expect(await list(again.page).count()).toBe(0);
    await again.page.getByRole('button', { name: 'Show stories' }).click();
    await expect.poll(() => list(again.page).count()).toBe(1);
  });

  it('lies over the page in a narrow window, and leaves when a story is chosen', async () => {
    const { app, page } = await launchCopydesk();
    await write(page, 'Lũ về', 'Cầu Đông Hải');
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(760, 700);
    });
    await expect.poll(() => list(page).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await page.getByRole('button', { name: 'Show stories' }).click();
    await page.getByRole('option', { name: 'Lũ về' }).click();
    await title(page, 'Lũ về');
    await expect.poll(() => list(page).count()).toBe(0);
  });
});
