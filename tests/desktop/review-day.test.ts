import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { plainText } from '../../src/story/runs.ts';
import { p } from '../unit/story/build.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, openStoryOf, photoToCome, savedStory } from './newsroom.ts';

const HEADLINE = 'Nước lên nhanh ở Đông Hải';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Review' });

async function workAs({ page }: Copydesk, id: string, name: string): Promise<void> {
  await ask(page, 'app.settings', { person: { id, name, initials: '', colour: id === 'lan000001' ? 'teal' : 'red' } });
  // The window reads its choices when it begins.
  await page.reload();
  await page.locator('.editor-body').waitFor();
}

/** Presses the button that makes the package, and answers the file. */
async function handOver({ app, page }: Copydesk, button: string, name: string): Promise<string> {
  const path = join(newFolder(), name);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await panelOf(page).getByRole('button', { name: button }).click();
  await page.getByText(path).waitFor();
  return path;
}

async function take({ app, page }: Copydesk, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Open a story file…' }).click();
}

async function typeAtEnd(page: Page, paragraph: string, words: string): Promise<void> {
  await page.locator('.editor-body p').filter({ hasText: paragraph }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

it('a story goes to the editor and back: suggestions, a comment on a caption, two rounds, approved, and out without a mark', async () => {
  const reporter = await launchCopydesk();
  const id = await openStoryOf(reporter.page, HEADLINE, [
    p('firstpara1', 'Sáng nay nước lũ dâng cao tại xã Đông Hải.'),
    p('secondpar1', 'Hơn 3.400 hộ dân phải sơ tán trong đêm.'),
    photoToCome('Người dân dọn đồ'),
    p('thirdpara1', 'Mực nước đang xuống chậm.'),
  ]);
  await workAs(reporter, 'lan000001', 'Lan');
  await reporter.page.getByRole('button', { name: 'Review', exact: true }).click();
  const sent = await handOver(reporter, 'Send for review…', 'sent.story');

  // The editor, on a computer of their own: what they write is a suggestion, unasked.
  const editor = await launchCopydesk();
  // Fields that this story leaves empty are no matter here.
  await ask(editor.page, 'app.settings', { approval: ['no-suggestions'] });
  await workAs(editor, 'minh00001', 'Minh');
  await take(editor, sent);
  await expect.poll(() => editor.page.title()).toBe(`${HEADLINE} - Copydesk`);
  await editor.page.getByText('Suggesting', { exact: true }).waitFor();
  await typeAtEnd(editor.page, 'Sáng nay', ' Đây là trận lũ lớn nhất từ 1999.');
  await editor.page
    .locator('.editor-body p')
    .nth(1)
    .dblclick({ position: { x: 12, y: 12 } });
  await editor.page.keyboard.type('Khoảng');
  await editor.page.getByRole('textbox', { name: 'Caption' }).click();
  await editor.page.keyboard.press('Control+Alt+m');
  const remarks = panelOf(editor.page);
  await remarks.getByRole('textbox', { name: 'Comment', exact: true }).fill('Ảnh chụp ở đâu?');
  await editor.page.keyboard.press('Control+Enter');
  await remarks.getByText('2 suggestions').waitFor();
  await remarks.getByRole('button', { name: 'Ask for changes' }).click();
  const back = await handOver(editor, 'Return with review…', 'back.story');

  // Meanwhile the reporter writes on, and moves the photo.
  const { page } = reporter;
  await typeAtEnd(page, 'Mực nước', ' Trường học đóng cửa.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Quân đội đã đến.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Điện đã có lại ở ba xã.');
  await page.getByRole('textbox', { name: 'Caption' }).click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => (await savedStory(page, id)).body[1]?.type).toBe('figure');

  await take(reporter, back);
  const dialog = page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });
  const summary = dialog.getByRole('region', { name: 'What the review brings' });
  expect(await summary.innerText()).toContain('Changes asked');
  expect(await summary.innerText()).toContain('Minh: 2 suggestions, 1 open comment');
  await dialog.getByRole('button', { name: 'Accept the merge' }).click();
  await dialog.waitFor({ state: 'detached' });
  const panel = panelOf(page);
  await panel.getByText('2 suggestions').waitFor();
  expect(await page.locator('.status-suggesting').count()).toBe(0);
  const cards = panel.getByRole('article');
  await cards.filter({ hasText: '1999' }).getByRole('button', { name: 'Accept' }).click();
  await cards.filter({ hasText: 'Khoảng' }).getByRole('button', { name: 'Reject' }).click();
  await expect.poll(() => cards.count()).toBe(0);
  const comment = panel.locator('[role=comment]');
  await comment.getByRole('button', { name: 'Reply' }).click();
  await comment.getByRole('textbox').fill('Ở cầu Đông Hải.');
  await comment.getByRole('button', { name: 'Reply' }).click();

  // The second round.
  const again = await handOver(reporter, 'Send for review…', 'again.story');
  await take(editor, again);
  const second = editor.page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });
  await second.getByRole('button', { name: 'Accept the merge' }).click();
  await second.waitFor({ state: 'detached' });
  await expect.poll(() => remarks.locator('[role=comment]').innerText()).toContain('Ở cầu Đông Hải.');
  await remarks.getByRole('button', { name: 'Resolve' }).click();
  await remarks.getByRole('button', { name: 'Approve', exact: true }).click();
  await remarks.getByText(/^Approved, Minh/).waitFor();
  await expect.poll(async () => (await savedStory(editor.page, id)).review.state).toBe('approved');

  const done = await savedStory(editor.page, id);
  const text = done.body.flatMap((block) => (block.type === 'paragraph' ? [plainText(block.text)] : []));
  expect(text).toEqual([
    'Sáng nay nước lũ dâng cao tại xã Đông Hải. Đây là trận lũ lớn nhất từ 1999.',
    'Hơn 3.400 hộ dân phải sơ tán trong đêm.',
    'Mực nước đang xuống chậm. Trường học đóng cửa.',
    'Quân đội đã đến.',
    'Điện đã có lại ở ba xã.',
  ]);
  expect(done.body[1]?.type).toBe('figure');
  expect(done.record?.map(({ did }) => did)).toEqual(
    expect.arrayContaining([
      ...(['sent', 'commented', 'state', 'suggested', 'returned', 'merged'] as const),
      ...(['accepted', 'rejected', 'replied', 'resolved'] as const),
    ]),
  );

  // Out: the text, no mark.
  const page1 = join(newFolder(), 'out.html');
  await editor.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, page1);
  await editor.page.getByRole('button', { name: 'Export', exact: true }).click();
  await editor.page.getByRole('menuitem', { name: /^Web page in one file/ }).click();
  await editor.page.getByText(`Exported to ${page1}`).waitFor();
  const html = readFileSync(page1, 'utf8');
  expect(html).toContain('trận lũ lớn nhất từ 1999');
  for (const word of ['Khoảng', 'Ảnh chụp ở đâu', 'Ở cầu Đông Hải', '<ins', '<del', '<mark'])
    expect(html).not.toContain(word);
});
