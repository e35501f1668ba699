import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { plainText } from '../../src/story/runs.ts';
import { vi } from '../../renderer/words/vi/index.ts';
import { p } from '../unit/story/build.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { ask, openStoryOf, photoToCome, savedStory } from './newsroom.ts';

const HEADLINE = 'Nước lên nhanh ở Đông Hải';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Review' });

async function begin(lang = 'en'): Promise<Copydesk & { id: string }> {
  const copydesk = await launchCopydesk({ lang });
  const id = await openStoryOf(copydesk.page, HEADLINE, [
    p('firstpara1', 'Sáng nay nước lũ dâng cao tại xã Đông Hải.'),
    photoToCome('Người dân dọn đồ'),
    p('secondpar1', 'Mực nước đang xuống chậm.'),
  ]);
  await ask(copydesk.page, 'app.settings', {
    person: { id: 'minh00001', name: 'Minh', initials: '', colour: 'red' },
  });
  // The window reads its choices when it begins.
  await copydesk.page.reload();
  await copydesk.page.locator('.editor-body').waitFor();
  await expect.poll(() => copydesk.page.title()).toBe(`${HEADLINE} - Copydesk`);
  return { ...copydesk, id };
}

/** What a screen reader is given: role and name of each node, as Chromium's accessibility tree has them. */
async function toldOf(cdp: CDPSession): Promise<[role: string, name: string][]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes.flatMap(({ ignored, role, name }) =>
    ignored ? [] : [[String(role?.value ?? ''), String(name?.value ?? '')] as [string, string]],
  );
}

/** Presses Tab until the focus is on what is called so; fails after going round. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    const here = await page.evaluate(() => {
      const active = document.activeElement;
      return active instanceof HTMLElement ? (active.ariaLabel ?? active.innerText) : '';
    });
    if (here.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to “${name}”`);
}

it('a whole review is made with the keys alone, and told to a screen reader in its roles', async () => {
  const { page, id } = await begin();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Accessibility.enable');

  // A suggestion and a comment, without the mouse.
  await page.getByRole('textbox', { name: 'Story body' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+e');
  await page.getByRole('status').filter({ hasText: 'Suggesting' }).waitFor();
  await page.keyboard.press('Shift+Control+ArrowRight');
  await page.keyboard.type('Chiều');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Alt+m');
  await page.keyboard.type('Nguồn nào?');
  await page.keyboard.press('Control+Enter');
  const panel = panelOf(page);
  await panel.getByText('1 suggestion').waitFor();
  await panel.locator('[role=comment]').waitFor();

  const told = await toldOf(cdp);
  const has = (role: string, name: RegExp): boolean => told.some(([r, n]) => r === role && name.test(n));
  expect(has('comment', /^Comment by Minh \(you\)/)).toBe(true);
  expect(has('article', /^Suggestion by Minh \(you\)/)).toBe(true);
  for (const role of ['insertion', 'deletion']) expect(told.map(([r]) => r)).toContain(role);

  // From mark to mark: each is spoken, and its place is where the caret is.
  const spoken = async (): Promise<string> =>
    (await page.locator('[aria-live], [role=status]').allTextContents()).join(' | ');
  await page.keyboard.press('F9');
  await expect.poll(spoken).toMatch(/Comment by Minh \(you\).*Nguồn nào\?/s);
  await page.keyboard.press('F9');
  await expect.poll(spoken).toMatch(/Suggestion by Minh \(you\).*Replace: “Sáng” becomes “Chiều”/s);
  await page.keyboard.press('Shift+F9');
  await expect.poll(spoken).toMatch(/Comment by/);

  // Read as a whole, closed with Escape.
  await tabTo(page, 'Read with marks');
  await page.keyboard.press('Enter');
  const reading = page.getByRole('dialog', { name: 'Read with marks' });
  await reading.waitFor();
  expect((await toldOf(cdp)).filter(([role]) => role === 'insertion' || role === 'deletion').length).toBeGreaterThan(1);
  await page.keyboard.press('Escape');

  // Answered, settled, accepted, approved.
  await tabTo(page, 'Accept');
  await page.keyboard.press('Enter');
  await panel.getByText('1 suggestion').waitFor({ state: 'detached' });
  await tabTo(page, 'Reply');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ban chỉ huy xã.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => panel.locator('[role=comment]').innerText()).toContain('Ban chỉ huy xã.');
  await tabTo(page, 'Resolve');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Ready for review');
  await page.keyboard.press('Enter');
  await panel.getByText(/^Ready for review, Minh/).waitFor();
  await expect.poll(async () => (await savedStory(page, id)).threads?.[0]?.resolved?.by).toBe('minh00001');
  const [first] = (await savedStory(page, id)).body;
  expect(first?.type === 'paragraph' && plainText(first.text)).toMatch(/^Chiều nay/);
});

it('comments on a photo, a field and the story: named, called on, edited and taken back by who wrote them', async () => {
  const { page, id } = await begin();
  const panel = panelOf(page);
  const write = async (text: string): Promise<void> => {
    await panel.getByRole('textbox', { name: 'Comment', exact: true }).fill(text);
    await page.keyboard.press('Control+Enter');
  };
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+Alt+m');
  await write('Tít dài quá.');
  await page.getByRole('textbox', { name: 'Caption' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Alt+m');
  await write('Ảnh này của ai?');
  await panel.getByRole('button', { name: 'Comment on the whole story' }).click();
  await panel.getByRole('textbox', { name: 'Comment', exact: true }).pressSequentially('Hỏi @Mi');
  await panel.getByRole('button', { name: 'Mention Minh' }).click();
  await page.keyboard.type('nhé');
  await page.keyboard.press('Control+Enter');
  const said = async () =>
    (await savedStory(page, id)).threads?.map(({ anchor, entries }) => [anchor.on, entries.map(({ text }) => text)]);
  await expect.poll(said).toEqual([
    ['field', ['Tít dài quá.']],
    [expect.stringMatching(/photo|text/), ['Ảnh này của ai?']],
    ['story', ['Hỏi @Minh nhé']],
  ]);

  const card = panel.locator('[role=comment]').filter({ hasText: 'Tít dài quá.' });
  await card.getByRole('button', { name: 'Edit' }).click();
  await card.getByRole('textbox', { name: 'Comment' }).fill('Tít hơi dài.');
  await page.keyboard.press('Control+Enter');
  await panel.getByText('Tít hơi dài.').waitFor();
  await panel.getByText('edited').waitFor();
  await panel
    .locator('[role=comment]')
    .filter({ hasText: 'Ảnh này của ai?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect.poll(async () => (await said())?.length).toBe(2);

  // An older version brought back keeps what was said.
  const keep = () => ask(page, 'versions.act', { act: 'make', id, kind: 'saved' });
  await keep();
  await page.locator('.editor-body p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mưa to.');
  await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('Mưa to.');
  await keep();
  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('listbox', { name: 'Versions' }).getByRole('option').last().click();
  await versions.getByRole('button', { name: 'Go back to this version' }).click();
  await versions.waitFor({ state: 'detached' });
  await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).not.toContain('Mưa to.');
  expect(await said()).toEqual([
    ['field', ['Tít hơi dài.']],
    ['story', ['Hỏi @Minh nhé']],
  ]);
});

it('the panel speaks Vietnamese, light and dark, without a fault that axe can see', async () => {
  const { page } = await begin('vi');
  const words = vi.review;
  await page.keyboard.press('Control+F9');
  const panel = page.getByRole('complementary', { name: words.title });
  await panel.getByRole('button', { name: words.commentOn }).click();
  await page.keyboard.type('Thiếu lời người dân.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.editor-body p').first().click();
  await page.keyboard.press('Control+Shift+e');
  await page.keyboard.press('End');
  await page.keyboard.type(' Mưa to.');
  await panel.getByRole('button', { name: words.acceptAll }).waitFor();
  await panel.getByText(words.handOver.record, { exact: true }).click();
  await panel.getByText(words.state.details, { exact: true }).click();
  await panel.getByRole('button', { name: words.handOver.ways }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${words.handOver.byMail}`) }).waitFor();
  await bringAxe(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours change over a moment, and count once they have.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
    expect(await faults(page)).toEqual([]);
  }
  expect(await panel.innerText()).not.toMatch(/\b(Accept|Reject|Reply|Record|State|Suggestion|Comment)\b/);
});
