import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { p } from '../unit/story/build.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, openStoryOf, savedStory } from './newsroom.ts';

const HEADLINE = 'Nước lên nhanh ở Đông Hải';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Review' });

async function begin(): Promise<Copydesk & { id: string }> {
  const copydesk = await launchCopydesk();
  const id = await openStoryOf(copydesk.page, HEADLINE, [
    p('firstpara1', 'Sáng nay nước lũ dâng cao tại xã Đông Hải.'),
    p('secondpar1', 'Hơn 3.400 hộ dân phải sơ tán trong đêm.'),
    p('thirdpara1', 'Mực nước đang xuống chậm.'),
  ]);
  // What this story leaves empty is no matter here.
  await ask(copydesk.page, 'app.settings', {
    person: { id: 'lan000001', name: 'Lan', initials: '', colour: 'teal' },
    approval: ['no-suggestions'],
  });
  // The window reads its choices when it begins.
  await copydesk.page.reload();
  await copydesk.page.locator('.editor-body').waitFor();
  await copydesk.page.getByRole('button', { name: 'Review', exact: true }).click();
  return { ...copydesk, id };
}

async function typeAtEnd(page: Page, paragraph: string, words: string): Promise<void> {
  await page.locator('.editor-body p').filter({ hasText: paragraph }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

it('the newsroom says who approves what, and what a change after it does', async () => {
  const { page, id } = await begin();
  const panel = panelOf(page);
  const approve = panel.getByRole('button', { name: 'Approve', exact: true });
  expect(await approve.isEnabled()).toBe(true);

  const inSettings = async (work: (panel: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> => {
    await page.getByRole('button', { name: 'Settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('tab', { name: 'Approval' }).click();
    await work(settings);
    await page.keyboard.press('Escape');
  };
  await inSettings(async (settings) => {
    await settings.getByRole('checkbox', { name: 'the checks find no error' }).check();
    await settings.getByRole('textbox', { name: 'Who may approve' }).fill('Minh\nHà');
    await bringAxe(page);
    expect(await faults(page)).toEqual([]);
  });
  expect(await approve.isDisabled()).toBe(true);
  await panel.getByText('The checks find errors. Only these may approve: Minh, Hà.').waitFor();
  expect(await page.evaluate(() => window.copydesk.call('app.start', undefined))).toMatchObject({
    value: { settings: { approvers: ['Minh', 'Hà'], approval: ['no-suggestions', 'no-errors'] } },
  });
  await inSettings(async (settings) => {
    await settings.getByRole('checkbox', { name: 'the checks find no error' }).uncheck();
    await settings.getByRole('textbox', { name: 'Who may approve' }).fill('Minh\n lan ');
  });
  await approve.click();
  await panel.getByText(/^Approved, Lan/).waitFor();

  // A change puts it in review again; not where the newsroom wants it otherwise.
  await typeAtEnd(page, 'Mực nước', ' Thêm một câu.');
  await panel.getByText(/^In review, Lan/).waitFor();
  await inSettings(async (settings) => {
    await settings.getByRole('checkbox', { name: 'a change puts it in review again' }).uncheck();
  });
  await approve.click();
  await panel.getByText(/^Approved, Lan/).waitFor();
  await typeAtEnd(page, 'Mực nước', ' Câu nữa.');
  await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('Câu nữa.');
  expect((await savedStory(page, id)).review.state).toBe('approved');
});

it('what changed since one read it is shown change by change, across everybody’s edits', async () => {
  const { page, id } = await begin();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'I have read it' }).click();
  const since = panel.getByRole('button', { name: 'What changed since I read it' });
  await since.click();
  const dialog = page.getByRole('dialog', { name: 'What changed since I read it' });
  await dialog.locator('.compare-same').waitFor();
  await page.keyboard.press('Escape');

  await typeAtEnd(page, 'Sáng nay', ' Mưa to.');
  await page.getByRole('textbox', { name: 'Headline' }).fill('Nước lũ lên nhanh');
  await typeAtEnd(page, 'Mực nước', ' Trời tạnh.');
  await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('Trời tạnh.');
  await since.click();
  expect(await dialog.getByRole('insertion').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('Mưa to.'), expect.stringContaining('Trời tạnh.')]),
  );
  // With the key alone, round and back.
  const status = dialog.getByRole('status');
  for (const [key, said] of [
    // Headline, the slug that follows it, and two paragraphs.
    ['F9', 'Change 1 of 4'],
    ['F9', 'Change 2 of 4'],
    ['F9', 'Change 3 of 4'],
    ['F9', 'Change 4 of 4'],
    ['F9', 'Change 1 of 4'],
    ['Shift+F9', 'Change 4 of 4'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => status.innerText()).toBe(said);
  }
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Trời tạnh.');
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'I have read it' }).click();
  await since.click();
  await dialog.locator('.compare-same').waitFor();
});

it('the record goes into a file, as a page and as data', async () => {
  const { app, page, id } = await begin();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Ready for review' }).click();
  await panel.getByText(/^Ready for review, Lan/).waitFor();
  await panel.getByText('Record', { exact: true }).click();
  for (const [button, name] of [
    ['Save as a page…', 'record.html'],
    ['Save as data (JSON)…', 'record.json'],
  ] as const) {
    const path = join(newFolder(), name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await panel.getByRole('button', { name: button }).click();
    await page.getByText(`Exported to ${path}`).waitFor();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(HEADLINE);
    if (name.endsWith('json'))
      expect(JSON.parse(text)).toMatchObject({ story: id, record: [{ by: 'Lan', did: 'state', what: 'ready' }] });
    else expect(text).toContain('Lan: Ready for review');
  }
});

it('a story that is somebody’s turn and due is found in the list by that', async () => {
  const { page } = await begin();
  const panel = panelOf(page);
  await panel.getByText('Assignment', { exact: true }).click();
  await panel.getByLabel('Whose turn').fill('lan');
  const soon = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  await panel.getByLabel('Due').fill(`${soon}T23:50`);
  await panel.getByLabel('Note to the desk').fill('Gấp, lên trang 1.');
  const list = page.getByRole('listbox', { name: 'Stories' });
  expect(await list.getByRole('option').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('checkbox', { name: 'For me' }).check();
  await expect.poll(() => list.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining(HEADLINE)]);
  await filters.getByRole('checkbox', { name: 'For me' }).uncheck();
  await filters.getByRole('checkbox', { name: 'Due today' }).check();
  await expect.poll(() => list.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining(HEADLINE)]);
  await page.keyboard.press('Escape');
  // Not mine and not due any more: the list is empty, and says so.
  await panel.getByLabel('Due').fill('');
  await page.getByText('No story passes these filters.').waitFor();
});
