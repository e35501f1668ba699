import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringAxe, faults } from '../desktop/axe.ts';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { BRIDGE, chooseMenu, openPush, openSample, pushDialog } from '../desktop/push/desk.ts';
import { shot } from '../desktop/shot.ts';
import { startGhost, type Ghost } from './servers/ghost.ts';

let ghost: Ghost;
let copydesk: Copydesk;
let page: Page;

interface Post {
  id: string;
  title: string;
  status: string;
  html: string;
  lexical: string;
  updated_at: string;
}

beforeAll(async () => {
  ghost = await startGhost();
  copydesk = await launchCopydesk();
  page = copydesk.page;
  page.setDefaultTimeout(20_000);
  await page.locator('.editor-body').waitFor();
  await bringAxe(page);
}, 600_000);
afterAll(async () => {
  await copydesk.close();
  await ghost.stop();
});

const push = () => pushDialog(page);
const bridge = async (): Promise<Post> => {
  const { posts } = await ghost.ask<{ posts: Post[] }>('posts/?formats=lexical,html&limit=100');
  const ours = posts.filter(({ title }) => title.includes('Vàm Xáng'));
  if (ours.length !== 1) throw new Error(`${ours.length} posts`);
  return ours[0] as Post;
};
/** Somebody saves the post in Ghost's own editor, which takes our marks off. */
async function editThere(from: string, to: string): Promise<void> {
  const { id, lexical, updated_at } = await bridge();
  const bare = JSON.stringify(JSON.parse(lexical, (name, value: unknown) => (name === 'copydesk' ? undefined : value)));
  expect(bare).toContain(from);
  await ghost.ask(`posts/${id}/`, {
    method: 'PUT',
    json: { posts: [{ lexical: bare.replace(from, to), updated_at }] },
  });
}
async function typeHeadline(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

test('A Ghost is found by its address, and signed in to with its key', async () => {
  await chooseMenu(copydesk, 'settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await settings.getByRole('textbox', { name: 'Address' }).fill(ghost.url);
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByText(/Found: Ghost, “Copydesk test”/).waitFor();
  await settings.getByLabel('Admin API key').fill(ghost.key);
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/Signed in as Ghost .*May publish and send photos/).waitFor();
  await settings.getByLabel('The text goes as').waitFor();
  await shot(page, 'ghost-site');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('A story goes to Ghost once, with its photo, and what Ghost’s own editor made of it is merged before it is sent again', async () => {
  await openSample(page, BRIDGE);
  await openPush(page);
  await push().getByText('A new post is made.').waitFor();
  await push().getByRole('button', { name: 'Send as a draft' }).click();
  await push()
    .getByText(/It is on .* now/)
    .waitFor();
  expect((await bridge()).html).toContain('/content/images/');
  await page.keyboard.press('Escape');

  await editThere('Toàn tuyến dài 4,6 km', 'Toàn tuyến dài 4,6 km (theo Sở Giao thông)');
  await typeHeadline(' sáng nay');
  await openPush(page);
  await push()
    .getByRole('heading', { name: /Somebody changed it on the site/ })
    .waitFor();
  await push().getByText('Nothing overlaps.').waitFor();
  await shot(page, 'ghost-conflict');
  expect((await bridge()).title).not.toContain('sáng nay');
  await push().getByRole('button', { name: 'Accept the merge' }).click();
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  await page.keyboard.press('Escape');
  const merged = await bridge();
  expect(merged.title).toContain('sáng nay');
  expect(merged.html).toContain('4,6 km (theo Sở Giao thông)');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Story body' }).innerText())
    .toContain('4,6 km (theo Sở Giao thông)');
});

test('The same words changed on both sides are shown side by side, and the person’s choice goes', async () => {
  await editThere('4,6 km (theo Sở Giao thông)', '4,7 km (theo Sở Giao thông)');
  const { id, updated_at, title } = await bridge();
  await ghost.ask(`posts/${id}/`, {
    method: 'PUT',
    json: { posts: [{ title: `${title} (ban biên tập)`, updated_at }] },
  });
  await typeHeadline(' tại Bình Phú');
  await openPush(page);
  await push().getByRole('radio', { name: 'Mine' }).first().check();
  await push().getByRole('button', { name: 'Accept the merge' }).click();
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  await page.keyboard.press('Escape');
  const now = await bridge();
  expect(now.title).toMatch(/sáng nay tại Bình Phú$/);
  expect(now.html).toContain('4,7 km');
});

test('A post of Ghost’s is opened as a story and goes back with the card that no story knows', async () => {
  const html =
    '<p>Đoạn viết trên trang.</p><!--kg-card-begin: html--><div class="poll">Ai thắng?</div><!--kg-card-end: html-->';
  const made = await ghost.ask<{ posts: Post[] }>('posts/?source=html', {
    method: 'POST',
    json: { posts: [{ title: 'Tin từ trang', html, status: 'published' }] },
  });
  await chooseMenu(copydesk, 'pull');
  const pull = page.getByRole('dialog', { name: 'Open from a site' });
  await pull.getByRole('searchbox', { name: 'Search the site’s posts' }).fill('Tin từ trang');
  await pull.getByRole('button', { name: 'Open as a story: Tin từ trang' }).click();
  await expect.poll(() => page.title()).toBe('Tin từ trang - Copydesk');
  await typeHeadline(' (đã sửa)');
  await openPush(page);
  await push()
    .getByRole('button', { name: /^The byline is empty\. The site goes on naming/ })
    .waitFor();
  await push().getByText('The post that is there is updated').waitFor();
  await push().getByRole('button', { name: 'Send the update' }).click();
  await push()
    .getByText(/Updated on/)
    .waitFor();
  const back = await ghost.ask<{ posts: Post[] }>(`posts/${made.posts[0]?.id}/?formats=html`);
  expect(back.posts[0]).toMatchObject({ title: 'Tin từ trang (đã sửa)', status: 'published' });
  expect(back.posts[0]?.html).toContain('<div class="poll">Ai thắng?</div>');
});
