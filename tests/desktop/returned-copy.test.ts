import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSuggestions } from '../../src/review/index.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, openStoryOf, savedStory } from './newsroom.ts';
import { p } from '../unit/story/build.ts';
import { shot } from './shot.ts';

const HEADLINE = 'Khởi công cầu Đông Hải';

/** Exports the open story as a package, through the menu and the system's dialog. */
async function handOver({ app, page }: Copydesk, id: string, name: string): Promise<string> {
  const path = join(newFolder(), name);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  expect(await ask(page, 'export.story', { id, as: 'story' })).toMatchObject({ path });
  return path;
}

/** Opens a package through the menu and the system's dialog. */
async function openPackage({ app, page }: Copydesk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Open a story file…' }).click();
}

async function typeAtEnd(page: Page, paragraph: number, words: string): Promise<void> {
  await page.locator('.editor-body p').nth(paragraph).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

const saved = ({ page }: Copydesk): Promise<string | null> =>
  page.getByRole('status', { name: 'Save status' }).textContent();
const bodyOf = ({ page }: Copydesk): Promise<string[]> => page.locator('.editor-body p').allInnerTexts();

/** A reporter and an editor, each with a computer, and the story on both. */
async function twoDesks(): Promise<{ reporter: Copydesk; editor: Copydesk; id: string }> {
  const reporter = await launchCopydesk();
  const id = await openStoryOf(reporter.page, HEADLINE, [
    p('first', 'Sáng 12/6, tỉnh khởi công cầu.'),
    p('second', 'Cầu dài 2,1 km.'),
    p('third', 'Dự kiến thông xe cuối năm 2027.'),
  ]);
  const sent = await handOver(reporter, id, 'sent.story');
  const editor = await launchCopydesk();
  await openPackage(editor, sent);
  await expect.poll(() => editor.page.title()).toBe(`${HEADLINE} - Copydesk`);
  return { reporter, editor, id };
}

it('a copy that comes back is shown first, merged when it is accepted, and both sides stay as versions', async () => {
  const { reporter, editor, id } = await twoDesks();
  await typeAtEnd(reporter.page, 0, ' Hàng trăm người dân đến dự.');
  await typeAtEnd(reporter.page, 1, ' Tổng vốn 3.400 tỷ đồng.');
  await expect.poll(() => saved(reporter)).toMatch(/^Saved on this computer/);
  await typeAtEnd(editor.page, 1, ' Mặt cầu rộng 12 m.');
  await typeAtEnd(editor.page, 2, ' Đây là cầu thứ ba.');
  await editor.page.getByRole('textbox', { name: 'Headline' }).fill('Khởi công cầu Đông Hải bắc qua sông Tiền');
  await expect.poll(() => saved(editor)).toMatch(/^Saved on this computer/);
  const back = await handOver(editor, id, 'back.story');

  await openPackage(reporter, back);
  const { page } = reporter;
  const dialog = page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });
  await dialog.getByRole('heading', { name: 'Look at these: 1' }).waitFor();
  const flag = dialog.getByRole('listitem').first();
  expect(await flag.innerText()).toContain('Both changed the same words');
  expect(await flag.innerText()).toContain('Tổng vốn 3.400 tỷ đồng.');
  expect(await flag.innerText()).toContain('Mặt cầu rộng 12 m.');
  // Nothing has happened yet.
  expect((await savedStory(page, id)).headline).toBe(HEADLINE);

  // By keyboard alone: the text has the focus, the buttons follow.
  const focused = page.locator(':focus');
  expect(await focused.getAttribute('aria-label')).toBe('What the copy brings');
  for (const name of ['Cancel', 'Keep as a separate story', 'Take as suggestions', 'Accept the merge']) {
    await page.keyboard.press('Tab');
    await expect.poll(() => focused.innerText()).toBe(name);
  }
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await expect.poll(() => page.title()).toBe('Khởi công cầu Đông Hải bắc qua sông Tiền - Copydesk');
  await expect.poll(async () => (await bodyOf(reporter)).join(' ')).toContain('Đây là cầu thứ ba.');
  const text = (await bodyOf(reporter)).join('\n');
  for (const words of ['Hàng trăm người dân đến dự.', 'Tổng vốn 3.400 tỷ đồng.', 'Mặt cầu rộng 12 m.'])
    expect(text).toContain(words);
  // Of the words that both changed, theirs are a suggestion; all else that came is text.
  const suggestions = openSuggestions(await savedStory(page, id));
  expect(suggestions).toMatchObject([
    { is: 'inserted', after: expect.stringContaining('Mặt cầu rộng 12 m.') as unknown },
  ]);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  const card = page.getByRole('article', { name: /^Suggestion by/ });
  expect(await card.count()).toBe(1);
  await shot(page, 'merged');
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(async () => openSuggestions(await savedStory(page, id))).toEqual([]);
  expect((await bodyOf(reporter)).join(' ')).toContain('Mặt cầu rộng 12 m.');
  const { versions } = await ask(page, 'versions.read', { ask: 'list', id });
  const merged = versions.find(({ kind }) => kind === 'after-merge');
  expect(merged).toMatchObject({ kind: 'after-merge', parents: [expect.any(String), expect.any(String)] });
  for (const parent of merged?.parents ?? []) {
    const { story } = await ask(page, 'versions.read', { ask: 'one', id, hash: parent });
    expect(story?.id).toBe(id);
  }
  // Typing goes on in what was merged, and the same copy again brings nothing.
  await typeAtEnd(page, 2, ' Hết.');
  await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('Hết.');
  await openPackage(reporter, back);
  await page.getByText('“back.story” holds nothing that is not in your story already.').waitFor();
  expect(await dialog.count()).toBe(0);
});

it('a copy can be let be, or kept as a story of its own', async () => {
  const { reporter, editor, id } = await twoDesks();
  await typeAtEnd(editor.page, 2, ' Thêm ở tòa soạn.');
  await expect.poll(() => saved(editor)).toMatch(/^Saved on this computer/);
  const back = await handOver(editor, id, 'back.story');
  const { page } = reporter;
  const dialog = page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });

  await openPackage(reporter, back);
  await dialog.getByText('Nothing overlaps.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await bodyOf(reporter)).join()).not.toContain('Thêm ở tòa soạn.');

  await openPackage(reporter, back);
  await dialog.getByRole('button', { name: 'Keep as a separate story' }).click();
  await expect.poll(async () => (await bodyOf(reporter)).join()).toContain('Thêm ở tòa soạn.');
  const kept = await ask(page, 'stories.list');
  expect(kept.filter(({ headline }) => headline === HEADLINE)).toHaveLength(2);
});

it('a copy that is double-clicked while Copydesk is shut comes with the window, over its own story', async () => {
  const { reporter, editor, id } = await twoDesks();
  await typeAtEnd(editor.page, 0, ' Trời nắng đẹp.');
  await expect.poll(() => saved(editor)).toMatch(/^Saved on this computer/);
  const back = await handOver(editor, id, 'back.story');
  // Another story was open last.
  await openStoryOf(reporter.page, 'Tin khác', [p('other', 'Không liên quan.')]);
  await reporter.close();
  const again = await launchCopydesk({ home: reporter.home, args: [back] });
  const dialog = again.page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });
  await dialog.getByText('Nothing overlaps.').waitFor();
  expect(await again.page.title()).toBe(`${HEADLINE} - Copydesk`);
  await dialog.getByRole('button', { name: 'Accept the merge' }).click();
  await expect.poll(async () => (await bodyOf(again)).join()).toContain('Trời nắng đẹp.');
});

it.each([
  ['en', 'Cancel', 'Export', 'Open a story file…'],
  ['vi', 'Hủy', 'Xuất bài', 'Mở tệp bài viết…'],
])('the preview of a merge has no fault that axe can see, in %s', async (lang, cancel, menu, item) => {
  const { reporter, editor, id } = await twoDesks();
  await typeAtEnd(reporter.page, 1, ' Tổng vốn 3.400 tỷ đồng.');
  await typeAtEnd(editor.page, 1, ' Mặt cầu rộng 12 m.');
  await typeAtEnd(editor.page, 2, ' Đây là cầu thứ ba.');
  for (const desk of [reporter, editor]) await expect.poll(() => saved(desk)).toMatch(/^Saved on this computer/);
  const back = await handOver(editor, id, 'back.story');
  await reporter.close();
  const { app, page } = await launchCopydesk({ home: reporter.home, lang });
  await page.locator('.editor-body').waitFor();
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, back);
  await bringAxe(page);
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').getByRole('button', { name: cancel }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, or a colour is judged on its way to the other scheme's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await shot(page, `merge-${lang}-${colorScheme}`);
    expect(await faults(page), colorScheme).toEqual([]);
  }
});
