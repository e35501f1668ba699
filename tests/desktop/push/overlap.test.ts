import { afterEach, beforeEach, expect, test } from 'vitest';
import { slugOf } from '../../../src/cms/wordpress/slug.ts';
import { bringAxe, faults } from '../axe.ts';
import { launchCopydesk, type Copydesk } from '../launch.ts';
import { savedStory, storyId } from '../newsroom.ts';
import { shot } from '../shot.ts';
import { addSite, BRIDGE, openPush, openSample, order, pushDialog, setOnline } from './desk.ts';
import { startWordPressWire, type WordPressWire } from './wordpress-wire.ts';

/* A post that may be this story's or another's, and fields of a post that its own desk set: a person is asked. */

let cms: WordPressWire;
let copydesk: Copydesk;

beforeEach(async () => {
  cms = await startWordPressWire();
  copydesk = await launchCopydesk();
  copydesk.page.setDefaultTimeout(15_000);
  await openSample(copydesk.page, BRIDGE);
  await addSite(copydesk.page, cms.url);
});
afterEach(async () => {
  await copydesk.close();
  await cms.close();
});

const THEIRS = '<!-- wp:paragraph -->\n<p>Bài của tòa soạn, viết thẳng trên trang.</p>\n<!-- /wp:paragraph -->';

/** Somebody wrote a post of this headline on the site itself. */
async function twinThere(): Promise<void> {
  const story = await savedStory(copydesk.page, await storyId(copydesk.page, BRIDGE));
  cms.posts.push({
    ...{ id: 7, status: 'publish', title: { raw: BRIDGE }, content: { raw: THEIRS }, excerpt: { raw: '' } },
    ...{ slug: slugOf(story), link: `${cms.url}/cau-vam-xang`, modified_gmt: '2026-11-24T01:00:00', date_gmt: null },
    ...{ author: 2, categories: [1], tags: [], featured_media: 0, _links: {} },
  });
}
const contents = (): string[] => cms.posts.map(({ content }) => content.raw);
const dialog = () => pushDialog(copydesk.page);

test('A post of the same address and headline: asked whether it is this story, told that it is not, another is made and theirs stands', async () => {
  await twinThere();
  const { page } = copydesk;
  await bringAxe(page);
  await openPush(page);
  await dialog()
    .getByText(/A post with this address and headline is there already: http.*Is it this story\?/)
    .waitFor();
  await shot(page, 'push-twin');
  expect(await faults(page)).toEqual([]);
  expect(contents()).toEqual([THEIRS]);
  await dialog().getByRole('button', { name: 'Make another post' }).click();
  await dialog().getByText('A new post is made.').waitFor();
  await dialog().getByRole('button', { name: 'Send as a draft' }).click();
  await dialog().getByText('It is on Báo Bình Phú now.').waitFor();
  expect(cms.posts).toHaveLength(2);
  expect(contents()[0]).toBe(THEIRS);
});

test('Told that it is this story, both are shown first; accepted, the post is updated and what it was is a version', async () => {
  await twinThere();
  const { page } = copydesk;
  await openPush(page);
  await dialog().getByRole('button', { name: 'That is this story: update it' }).click();
  await dialog()
    .getByRole('heading', { name: /Somebody changed it on the site/ })
    .waitFor();
  await dialog().getByText('Bài của tòa soạn, viết thẳng trên trang.').first().waitFor();
  await shot(page, 'push-twin-same');
  expect(contents()).toEqual([THEIRS]);
  await dialog().getByRole('button', { name: 'Accept the merge' }).click();
  await dialog().getByText('The post that is there is updated').waitFor();
  expect(contents()).toEqual([THEIRS]);
  await dialog().getByRole('button', { name: 'Send as a draft' }).click();
  await dialog()
    .getByText(/Updated on/)
    .waitFor();
  expect(cms.posts.map(({ id, status }) => [id, status])).toEqual([[7, 'publish']]);
  expect(contents()[0]).toContain('"copydesk":');
});

test('Ordered without a network, it is asked when it goes: nothing is overwritten before the person has said and accepted', async () => {
  await twinThere();
  const { page } = copydesk;
  await setOnline(copydesk, false);
  const { port, posts } = cms;
  await cms.close();
  await order(page).then((sent) => sent.getByText(/no network/).waitFor());
  cms = await startWordPressWire({ port, posts });
  await setOnline(copydesk, true);
  await dialog()
    .getByText(/It stands still until you decide: A post with this address and headline is there already/)
    .waitFor();
  await dialog().getByRole('button', { name: 'That is this story: update it' }).click();
  await dialog()
    .getByRole('heading', { name: /Somebody changed it on the site/ })
    .waitFor();
  expect(contents()).toEqual([THEIRS]);
  await dialog().getByRole('button', { name: 'Accept the merge' }).click();
  await dialog().getByText('The post that is there is updated').waitFor();
  await dialog().getByRole('button', { name: 'Send as a draft' }).click();
  await dialog()
    .getByText(/Updated on/)
    .waitFor();
  expect(cms.posts).toHaveLength(1);
  expect(contents()[0]).toContain('"copydesk":');
});

test('Of a field of the post that both set, theirs stays where the person says so; and so does what their desk set alone', async () => {
  const { page } = copydesk;
  await order(page).then((sent) => sent.getByText('It is on Báo Bình Phú now.').waitFor());
  await page.keyboard.press('Escape');
  const [post] = cms.posts;
  if (!post) throw new Error('no post');
  const made = await fetch(`${cms.url}/wp-json/wp/v2/tags`, {
    method: 'POST',
    body: JSON.stringify({ name: 'cầu đường' }),
  });
  const tags = [((await made.json()) as { id: number }).id];
  Object.assign(post, { excerpt: { raw: 'Tóm tắt của biên tập viên.' }, tags });

  await openPush(page);
  await dialog().getByLabel('Excerpt (empty: the standfirst)').fill('Tóm tắt của phóng viên.');
  await dialog().getByLabel('Excerpt (empty: the standfirst)').blur();
  const choice = dialog().getByRole('group', { name: 'Excerpt' });
  await choice.getByText('Tóm tắt của phóng viên.').waitFor();
  await choice.getByText('Tóm tắt của biên tập viên.').waitFor();
  await choice.getByRole('radio', { name: 'Theirs' }).check();
  await shot(page, 'push-field');
  await dialog().getByRole('button', { name: 'Accept the merge' }).click();
  await dialog()
    .getByText(/Nothing: the site has all of it already|The post that is there is updated/)
    .waitFor();
  await dialog().getByRole('button', { name: 'Send the update' }).click();
  await dialog()
    .getByText(/Updated on|had all of it already/)
    .waitFor();
  expect(post.excerpt.raw).toBe('Tóm tắt của biên tập viên.');
  expect(post['tags']).toEqual(tags);
});
