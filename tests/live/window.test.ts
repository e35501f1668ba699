import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringAxe, faults } from '../desktop/axe.ts';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { pushDialog } from '../desktop/push/desk.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';
import { shot as shotOf } from '../desktop/shot.ts';

let wordpress: WordPress;
let copydesk: Copydesk;
let page: Page;

/** What no story has a block for. */
const POLL =
  '<!-- wp:acme/poll {"question":"Xây cầu mới?"} -->\n<div class="acme-poll"><b>Xây</b> <i>hay không</i></div>\n<!-- /wp:acme/poll -->';

interface RestPost {
  id: number;
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
});
afterAll(async () => {
  await copydesk.close();
  await wordpress.stop();
});

const posts = async (): Promise<RestPost[]> =>
  (await wordpress.ask<RestPost[]>('wp/v2/posts?per_page=100&context=edit&status=draft,publish')).filter(({ title }) =>
    title.raw.includes('Vàm Xáng'),
  );
const shot = (name: string): Promise<void> => shotOf(page, name);
const push = () => pushDialog(page);
const settings = () => page.getByRole('dialog', { name: 'Settings' });

/** Opens the dialog that sends, on its plan. */
async function openPush(): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await push().waitFor();
  await push().getByRole('button', { name: 'Ask again' }).waitFor();
}

test('A site is found by its address, signed in to and tried', async () => {
  await page.getByRole('option', { name: /Cầu Vàm Xáng/ }).click();
  await expect.poll(() => page.title()).toContain('Cầu Vàm Xáng');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await push().getByRole('button', { name: 'Add a site…' }).click();
  await settings().getByRole('textbox', { name: 'Address' }).fill(wordpress.url);
  await settings().getByRole('button', { name: 'Find the site' }).click();
  await settings()
    .getByText(/Found: WordPress/)
    .waitFor();
  await settings().getByRole('textbox', { name: 'User name or e-mail' }).fill('editor');
  await settings().getByLabel('Application password').fill('wrong wrong wrong wrong');
  await shot('sites-add');
  expect(await faults(page)).toEqual([]);
  await settings().getByRole('button', { name: 'Add the site' }).click();
  await settings().getByRole('button', { name: 'Test the connection' }).click();
  await settings()
    .getByText(/does not take this user name and password/)
    .waitFor();
  await settings().getByLabel('New password or key').fill(wordpress.passwords.editor);
  await settings().getByRole('button', { name: 'Keep it' }).click();
  await settings()
    .getByText(/Signed in as .*May publish and send photos/)
    .waitFor();
  await shot('sites-tested');
  await page.keyboard.press('Escape');
});

test('A story goes once, with its photos; sent again it is updated', async () => {
  await openPush();
  await push().getByText('A new post is made.').waitFor();
  await shot('push-plan');
  expect(await faults(page)).toEqual([]);
  await push().getByRole('button', { name: 'Send as a draft' }).click();
  await push()
    .getByText(/It is on .* now/)
    .waitFor();
  await shot('push-done');
  expect(await posts()).toHaveLength(1);
  await push().getByRole('region', { name: 'Steps' }).getByText('Make the post', { exact: true }).click();
  await push().getByText('authorization: ••••').first().waitFor();
  await shot('push-exchange');
  expect(await push().innerText()).not.toContain(wordpress.passwords.editor);
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' sáng nay');
  await openPush();
  await push().getByText('The post that is there is updated').waitFor();
  await shot('push-update');
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  expect((await posts()).map(({ title }) => title.raw)).toEqual([expect.stringContaining('sáng nay')]);
  await page.keyboard.press('Escape');
});

test('What others changed on the site is merged before anything is sent, and both sides’ words arrive', async () => {
  const [there] = await posts();
  if (!there) throw new Error('the post is not there');
  const content = there.content.raw.replace('Toàn tuyến dài 4,6 km', 'Toàn tuyến dài 4,6 km (theo Sở Giao thông)');
  expect(content).not.toBe(there.content.raw);
  await wordpress.ask(`wp/v2/posts/${there.id}`, { method: 'POST', body: JSON.stringify({ content }) });
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' và chiều nay');
  await openPush();
  await push()
    .getByRole('heading', { name: /Somebody changed it on the site/ })
    .waitFor();
  await shot('push-conflict');
  expect(await faults(page)).toEqual([]);
  expect((await posts())[0]?.title.raw).not.toContain('chiều nay');
  await push().getByRole('button', { name: 'Accept the merge' }).click();
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  await shot('push-merged');
  const [now] = await posts();
  expect(await posts()).toHaveLength(1);
  expect(now?.title.raw).toContain('và chiều nay');
  expect(now?.content.raw).toContain('4,6 km (theo Sở Giao thông)');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Story body' }).innerText())
    .toContain('4,6 km (theo Sở Giao thông)');
});

test('Where both changed the same words, both are shown side by side and the person chooses', async () => {
  const [there] = await posts();
  if (!there) throw new Error('the post is not there');
  await wordpress.ask(`wp/v2/posts/${there.id}`, {
    method: 'POST',
    body: JSON.stringify({ title: `${there.title.raw} (bản của biên tập viên)` }),
  });
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' tại Bình Phú');
  await openPush();
  await push().getByRole('radio', { name: 'Theirs' }).first().check();
  await shot('push-overlap');
  expect(await faults(page)).toEqual([]);
  await push().getByRole('button', { name: 'Accept the merge' }).click();
  await push().getByText('The post that is there is updated').or(push().getByText('Nothing: the site has')).waitFor();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Headline' }).inputValue())
    .toMatch(/\(bản của biên tập viên\)$/);
  await page.keyboard.press('Escape');
});

test('A post of the site is opened as a story, edited and pushed back', async () => {
  const pulled = await wordpress.ask<RestPost>('wp/v2/posts', {
    method: 'POST',
    body: JSON.stringify({
      title: 'Tin từ trang',
      content: `<!-- wp:paragraph -->\n<p>Đoạn viết trên trang.</p>\n<!-- /wp:paragraph -->\n\n${POLL}`,
      status: 'draft',
    }),
  });
  await copydesk.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('pull')?.click();
  });
  const pull = page.getByRole('dialog', { name: 'Open from a site' });
  await pull.getByRole('searchbox', { name: 'Search the site’s posts' }).fill('Tin từ trang');
  await pull.getByRole('button', { name: 'Open as a story: Tin từ trang' }).waitFor();
  await shot('pull');
  expect(await pull.getByRole('listitem').first().innerText()).toContain('admin');
  expect(await faults(page)).toEqual([]);
  await pull.getByRole('button', { name: 'Open as a story: Tin từ trang' }).click();
  await expect.poll(() => page.title()).toBe('Tin từ trang - Copydesk');
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' (đã sửa)');
  // The site has an author of its own for it: the story is asked for a byline, and not kept back for want of one.
  await openPush();
  await push().getByRole('button', { name: 'The byline is empty. The site goes on naming its own author.' }).waitFor();
  await push().getByText('The post that is there is updated').waitFor();
  await shot('pull-plan');
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  await page.keyboard.press('Escape');
  const back = await wordpress.ask<RestPost>(`wp/v2/posts/${pulled.id}?context=edit`);
  expect(back.title.raw).toBe('Tin từ trang (đã sửa)');
  expect(back.content.raw).toContain('Đoạn viết trên trang.');
  // Nobody is named a second time in the text.
  expect(back.content.raw).not.toMatch(/"copydesk":"[^"]*byline"/);
  // A poll is no block of a story: it went through untouched, to the letter.
  expect(back.content.raw).toContain(POLL);
});

test('Without a network a push waits, and says so', async () => {
  await page.getByRole('option', { name: /Cầu Vàm Xáng/ }).click();
  await expect.poll(() => page.title()).toContain('Cầu Vàm Xáng');
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' cuối ngày');
  await copydesk.app.evaluate(({ net }) => {
    net.isOnline = () => false;
  });
  await wordpress.stop();
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPush();
  await push().getByText('no network').waitFor();
  await push().getByRole('button', { name: /Send/ }).last().click();
  await push()
    .getByText(/Waiting. It goes on by itself/)
    .waitFor();
  await shot('push-waits-dark');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Waiting to go: 1' }).waitFor();
});
