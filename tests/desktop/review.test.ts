import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { plainText } from '../../src/story/runs.ts';
import { blockText } from '../../src/story/walk.ts';
import { p } from '../unit/story/build.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { ask, openStoryOf, photoToCome, savedStory } from './newsroom.ts';

const HEADLINE = 'Nước lên nhanh ở Đông Hải';

async function begin(name: string, lang = 'en'): Promise<Copydesk & { id: string }> {
  const copydesk = await launchCopydesk({ lang });
  const id = await openStoryOf(copydesk.page, HEADLINE, [
    p('firstpara1', 'Sáng nay nước lũ dâng cao tại xã Đông Hải.'),
    p('secondpar1', 'Hơn 3.400 hộ dân phải sơ tán trong đêm.'),
    photoToCome('Người dân dọn đồ'),
    p('thirdpara1', 'Mực nước đang xuống chậm.'),
  ]);
  await ask(copydesk.page, 'app.settings', {
    person: { id: `${name.toLowerCase()}0001`, name, initials: '', colour: 'teal' },
  });
  // The window reads its choices when it begins.
  await copydesk.page.reload();
  await copydesk.page.locator('.editor-body').waitFor();
  await expect.poll(() => copydesk.page.title()).toBe(`${HEADLINE} - Copydesk`);
  return { ...copydesk, id };
}

/** Selects these words of the body, as a person does with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const body = document.querySelector<HTMLElement>('.editor-body')!;
    body.focus({ preventScroll: true });
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const highlighted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((wanted) => [...(CSS.highlights.get(wanted) ?? [])].map((range) => (range as Range).toString()), name);

it('a comment stays on its words through typing and splitting, is answered, settled, and never leaves', async () => {
  const { page, id } = await begin('Lan');
  await select(page, '3.400 hộ dân');
  await page.keyboard.press('Control+Alt+m');
  const panel = page.getByRole('complementary', { name: 'Review' });
  // No wait between the key and the words: they must not fall on what is selected.
  await page.keyboard.type('Số này lấy ở đâu?');
  await page.keyboard.press('Control+Enter');
  const card = panel.locator('[role=comment][aria-label^="Comment by Lan (you)"]');
  await card.waitFor();
  expect(await card.innerText()).toContain('3.400 hộ dân');
  await expect.poll(() => highlighted(page, 'comment')).toEqual(['3.400 hộ dân']);

  // Within the words, and Enter in the middle of them.
  await select(page, 'hộ');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.type('XY ');
  await expect.poll(async () => (await savedStory(page, id)).body.length).toBe(5);
  await expect.poll(async () => (await highlighted(page, 'comment')).join('').replace(/\s/g, '')).toContain('3.400');
  const saved = await savedStory(page, id);
  expect(saved.threads).toHaveLength(1);
  const commented = saved.body.flatMap((block) =>
    block.type === 'paragraph' ? block.text.filter((run) => run.comments) : [],
  );
  expect(plainText(commented)).toBe('3.400 XY hộ dân');

  await card.getByRole('button', { name: 'Reply' }).click();
  await card.getByRole('textbox', { name: 'Reply to Lan (you)' }).fill('Ban chỉ huy phòng chống lụt bão.');
  await card.getByRole('button', { name: 'Reply' }).click();
  await expect.poll(() => card.innerText()).toContain('Ban chỉ huy');
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);

  await card.getByRole('button', { name: 'Resolve' }).click();
  await expect.poll(() => highlighted(page, 'comment')).toEqual([]);
  await expect.poll(async () => (await savedStory(page, id)).threads?.[0]?.resolved?.by).toBe('lan0001');

  // Its words gone, its quote tells what it was about.
  await panel.getByText('Resolved (1)').click();
  await panel.getByRole('button', { name: 'Reopen' }).click();
  await page.locator('.editor-body p').nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await panel.getByRole('region', { name: 'Their words are gone' }).waitFor();
  expect(await panel.getByRole('region', { name: 'Their words are gone' }).innerText()).toContain('3.400 hộ dân');
});

it('what is written in suggest mode is suggested, is no part of the text, and is accepted or rejected', async () => {
  const { page, id } = await begin('Minh');
  await page.locator('.editor-body p').first().click();
  await page.keyboard.press('Control+Shift+e');
  await page.getByText('Suggesting', { exact: true }).waitFor();
  await select(page, 'dâng cao');
  await page.keyboard.type('lên rất nhanh');
  await page.locator('.editor-body p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mưa đã ngớt.');
  await page.getByRole('textbox', { name: 'Headline' }).fill('Nước lũ lên nhanh ở Đông Hải');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Review' });
  await panel.getByText('3 suggestions').waitFor();
  const cards = panel.getByRole('article');
  await expect.poll(() => cards.count()).toBe(3);
  expect(await panel.getByRole('deletion').allInnerTexts()).toContain('dâng cao');
  expect(await panel.getByRole('insertion').allInnerTexts()).toEqual(
    expect.arrayContaining(['lên rất nhanh', 'Mưa đã ngớt.', 'Nước lũ lên nhanh ở Đông Hải']),
  );
  await expect.poll(() => highlighted(page, 'inserted')).toEqual(['lên rất nhanh', ' Mưa đã ngớt.']);
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });

  // Read as a whole.
  await panel.getByRole('button', { name: 'Read with marks' }).click();
  const reading = page.getByRole('dialog', { name: 'Read with marks' });
  expect(await reading.getByRole('deletion').allInnerTexts()).toContain('dâng cao');
  await reading.getByRole('radio', { name: 'Without suggestions' }).check();
  expect(await reading.innerText()).toContain('dâng cao');
  expect(await reading.innerText()).not.toContain('Mưa đã ngớt.');
  await page.keyboard.press('Escape');

  const saved = await savedStory(page, id);
  expect(Object.values(saved.underReview?.makers ?? {}).map(({ by }) => by)).toEqual([
    'minh0001',
    'minh0001',
    'minh0001',
  ]);
  await cards.filter({ hasText: 'Mưa' }).getByRole('button', { name: 'Reject' }).click();
  await panel.getByText('2 suggestions').waitFor();
  expect(await page.locator('.editor-body p').last().innerText()).toBe('Mực nước đang xuống chậm.');
  await panel.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => cards.count()).toBe(0);
  const first = async (): Promise<string> => {
    const [block] = (await savedStory(page, id)).body;
    return block?.type === 'paragraph' ? plainText(block.text) : '';
  };
  await expect.poll(first).toBe('Sáng nay nước lũ lên rất nhanh tại xã Đông Hải.');
});

const struck = (page: Page): Promise<string[]> => page.locator('.struck-words del').allInnerTexts();

it('words that would go stand struck above their place; what is selected is decided by a key, in a caption too', async () => {
  const { page, id } = await begin('Minh');
  await page.locator('.editor-body p').first().click();
  await page.keyboard.press('Control+Shift+e');
  await page.getByText('Suggesting', { exact: true }).waitFor();
  await select(page, ' tại xã Đông Hải');
  await page.keyboard.press('Delete');
  await select(page, 'chậm');
  await page.keyboard.type('nhanh');
  await select(page, 'dọn đồ');
  await page.keyboard.type('chạy lũ');
  await expect.poll(() => struck(page)).toEqual(['tại xã Đông Hải', 'dọn đồ', 'chậm']);
  await expect.poll(() => highlighted(page, 'inserted')).toEqual(['chạy lũ', 'nhanh']);
  // They are no part of the text, and stand where the words were.
  expect(await page.locator('.editor-body').innerText()).not.toContain('chậm');
  const at = await page.evaluate(() => {
    const [mark] = CSS.highlights.get('inserted') ?? [];
    const words = (mark as Range).getBoundingClientRect();
    const over = document.querySelectorAll('.struck-words del')[1]!.getBoundingClientRect();
    return { across: over.left - words.left, down: words.top - over.top };
  });
  expect(Math.abs(at.across)).toBeLessThan(4);
  expect(at.down).toBeGreaterThan(0);
  expect(at.down).toBeLessThan(24);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Review' });
  await panel.getByText('3 suggestions').waitFor();
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);

  await select(page, 'nhanh');
  await page.keyboard.press('Control+Alt+y');
  await panel.getByText('2 suggestions').waitFor();
  await page.getByText('1 suggestion accepted').waitFor({ state: 'attached' });
  await select(page, 'chạy lũ');
  await panel.getByRole('button', { name: 'Reject selected' }).click();
  await panel.getByText('1 suggestion', { exact: true }).waitFor();
  await expect.poll(() => struck(page)).toEqual(['tại xã Đông Hải']);
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+Alt+n');
  await expect.poll(() => panel.getByRole('article').count()).toBe(0);
  await expect
    .poll(async () => (await savedStory(page, id)).body.map(blockText))
    .toEqual([
      'Sáng nay nước lũ dâng cao tại xã Đông Hải.',
      'Hơn 3.400 hộ dân phải sơ tán trong đêm.',
      'Người dân dọn đồ',
      'Mực nước đang xuống nhanh.',
    ]);
});

it('what another suggests stays what it is while one writes in it', async () => {
  const { page, id } = await begin('Minh');
  await page.locator('.editor-body p').first().click();
  await page.keyboard.press('Control+Shift+e');
  await page.getByText('Suggesting', { exact: true }).waitFor();
  await select(page, 'chậm');
  await page.keyboard.type('rất nhanh');
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Review' });
  await panel.getByText('1 suggestion', { exact: true }).waitFor();
  // Another person at the same computer.
  await ask(page, 'app.settings', { person: { id: 'lan0001', name: 'Lan', initials: '', colour: 'red' } });
  await page.reload();
  await page.locator('.editor-body').waitFor();
  await expect.poll(() => page.title()).toBe(`${HEADLINE} - Copydesk`);
  if ((await page.getByText('Suggesting', { exact: true }).count()) === 0) {
    await page.locator('.editor-body p').first().click();
    await page.keyboard.press('Control+Shift+e');
    await page.getByText('Suggesting', { exact: true }).waitFor();
  }
  await select(page, 'nhanh');
  await page.keyboard.type('mau');
  if ((await panel.count()) === 0) await page.getByRole('button', { name: 'Review', exact: true }).click();
  await panel.getByText('2 suggestions').waitFor();
  const by = async (name: string): Promise<string> =>
    panel.locator(`article[aria-label^="Suggestion by ${name}"] .card-jump`).innerText();
  expect(await by('Minh')).toContain('rất nhanh');
  expect(await by('Lan')).toMatch(/nhanh\s+mau/);
  await panel.locator('article[aria-label^="Suggestion by Lan"]').getByRole('button', { name: 'Reject' }).click();
  await panel.getByText('1 suggestion', { exact: true }).waitFor();
  await expect
    .poll(async () => (await savedStory(page, id)).body.map(blockText).at(-1))
    .toBe('Mực nước đang xuống rất nhanh.');
});
