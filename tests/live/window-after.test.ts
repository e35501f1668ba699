import { expect, test, afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { bringAxe, faults } from '../desktop/axe.ts';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { addSite, BRIDGE, FERRY, openPush, openSample, pushDialog } from '../desktop/push/desk.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';
import { shot as shotOf } from '../desktop/shot.ts';

let wordpress: WordPress;
let copydesk: Copydesk;
let page: Page;

interface RestPost {
  id: number;
  status: string;
  date_gmt: string;
  title: { raw: string };
  content: { raw: string };
}

beforeAll(async () => {
  wordpress = await startWordPress();
  copydesk = await launchCopydesk();
  page = copydesk.page;
  page.setDefaultTimeout(20_000);
  await page.locator('.editor-body').waitFor();
  await bringAxe(page);
  await addSite(page, wordpress.url, { user: 'editor' }, wordpress.passwords.editor);
});
afterAll(async () => {
  await copydesk.close();
  await wordpress.stop();
});

const push = () => pushDialog(page);
const shot = (name: string): Promise<void> => shotOf(page, name);
async function postOf(words: string): Promise<RestPost> {
  const found = await wordpress.ask<RestPost[]>(
    `wp/v2/posts?context=edit&status=any&search=${encodeURIComponent(words)}`,
  );
  if (found.length !== 1) throw new Error(`${found.length} posts about ${words}`);
  return found[0] as RestPost;
}
const bridge = (): Promise<RestPost> => postOf('Vàm Xáng');

test('What is out is updated quietly, corrected with a notice drafted from the change, and taken offline', async () => {
  await openSample(page, BRIDGE);
  await openPush(page);
  await push().getByLabel('State there').selectOption({ label: 'Published' });
  await push().getByText('A new post is made.').waitFor();
  await push().getByRole('button', { name: 'Publish', exact: true }).click();
  await push()
    .getByText(/It is on .* now/)
    .waitFor();
  const published = await bridge();
  expect(published.status).toBe('publish');

  await push().getByRole('button', { name: 'Send again' }).click();
  await push().getByText('Nothing: the site has all of it already.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Source credit' }).fill('Theo BPTV');
  await openPush(page);
  await push()
    .getByRole('checkbox', { name: /Show readers a new date/ })
    .waitFor();
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  // Silent: readers see no new date.
  expect((await bridge()).date_gmt).toBe(published.date_gmt);
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Headline' }).fill('Cầu Vàm Xáng hợp long trước mùa nước nổi');
  await openPush(page);
  await push().getByRole('button', { name: 'Correction…' }).click();
  const notice = push().getByRole('textbox', { name: 'Notice' });
  expect(await notice.inputValue()).toMatch(/^Đính chính \(.*Bản trước của bài viết “.*Xin sửa lại là “/s);
  await notice.fill('Đính chính: tít trước của bài chưa đúng.');
  await shot('correction');
  expect(await faults(page)).toEqual([]);
  await push().getByRole('button', { name: 'Put the notice into the story' }).click();
  await expect
    .poll(() =>
      push()
        .getByRole('checkbox', { name: /Show readers a new date/ })
        .isChecked(),
    )
    .toBe(true);
  await push().getByText('The post that is there is updated').waitFor();
  await shot('correction-plan');
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  const corrected = await bridge();
  expect(corrected.content.raw).toContain('Đính chính: tít trước của bài chưa đúng.');
  expect(corrected.date_gmt > published.date_gmt).toBe(true);

  await push().getByRole('button', { name: 'Take offline…' }).click();
  await push().getByRole('button', { name: 'Take offline', exact: true }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  expect((await bridge()).status).toBe('draft');
  await push().getByRole('region', { name: 'Where it lives' }).getByText('Draft', { exact: true }).waitFor();
  await shot('unpublished');
  await page.keyboard.press('Escape');
});

test('Where a story lives is looked at on request: as it was sent, changed there, in the bin there', async () => {
  await openPush(page);
  const lives = push().getByRole('region', { name: 'Where it lives' });
  await lives.getByRole('button', { name: 'Look now' }).click();
  await lives.getByText(/looked at \d\d:\d\d\. As it was sent\./).waitFor();
  const { id } = await bridge();
  await wordpress.ask(`wp/v2/posts/${id}`, { method: 'POST', body: JSON.stringify({ excerpt: 'Sửa trên trang.' }) });
  await lives.getByRole('button', { name: 'Look now' }).click();
  await lives.getByText(/Somebody changed it there since\./).waitFor();
  await wordpress.ask(`wp/v2/posts/${id}`, { method: 'DELETE' });
  await lives.getByRole('button', { name: 'Look now' }).click();
  await lives.getByText(/The post is in the site’s bin/).waitFor();
  await shot('lives-trashed');
  await push().getByRole('button', { name: 'Ask again' }).click();
  await push()
    .getByRole('region', { name: 'What will happen' })
    .getByText(/The post is in the site’s bin/)
    .waitFor();
  expect(await push().getByRole('button', { name: 'Send the update' }).isDisabled()).toBe(true);
  await wordpress.ask(`wp/v2/posts/${id}`, { method: 'POST', body: JSON.stringify({ status: 'draft' }) });
  await page.keyboard.press('Escape');
});

test('A story is scheduled; an update leaves it so', async () => {
  await openSample(page, FERRY);
  await openPush(page);
  await push().getByLabel('State there').selectOption({ label: 'Scheduled' });
  await push().getByLabel('Goes out at').fill('2031-05-04T09:30');
  await push().getByText('A new post is made.').waitFor();
  await push().getByRole('button', { name: 'Schedule' }).click();
  await push()
    .getByText(/It is on .* now/)
    .waitFor();
  const ferry = (): Promise<RestPost> => postOf('hand-cranked');
  const scheduled = await ferry();
  expect(scheduled.status).toBe('future');
  expect(Date.parse(`${scheduled.date_gmt}Z`)).toBe(new Date('2031-05-04T09:30').getTime());
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Source credit' }).fill('Local desk');
  await openPush(page);
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  const updated = await ferry();
  expect([updated.status, updated.date_gmt]).toEqual(['future', scheduled.date_gmt]);
  expect(updated.content.raw).toContain('Local desk');
  await page.keyboard.press('Escape');
});
