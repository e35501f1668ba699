import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDraftStore } from '../../../electron/services/drafts/store.ts';
import { writePackage } from '../../../src/package/index.ts';
import { newFolder } from '../../desktop/launch.ts';
import { ask, openStoryOf, photoToCome, savedStory } from '../../desktop/newsroom.ts';
import { addSite } from '../../desktop/push/desk.ts';
import { startWordPressWire } from '../../desktop/push/wordpress-wire.ts';
import { embed, p } from '../../unit/export/a-story.ts';
import { many } from '../length.ts';
import { Desk, pagesOf, Tally } from './desk.ts';
import { hostileStory } from './hostile-story.ts';
import { addresses, asHtml, vectors, type Vector } from './vectors.ts';

/** So many vectors in a story that the window opens. */
const TOGETHER = 60;
const STORIES = many(2_400, TOGETHER);

const short = (all: Vector[]): Vector[] => all.filter(({ markup }) => markup.length < 2_000);
const parts = (seed: number, count = STORIES): Vector[][] => {
  const all = short(vectors(count + 10, seed));
  return Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) =>
    all.slice(n * TOGETHER, (n + 1) * TOGETHER),
  );
};
const about = (part: readonly Vector[]): string => `vectors from ${part[0]?.words ?? '?'}`;

/** Looks at an open story in the editor, and in everything that shows it besides. */
async function lookAll(desk: Desk, part: readonly Vector[], tallies: Record<string, Tally>): Promise<void> {
  await desk.untilKept(part);
  await tallies['editor']?.take(desk, part, `${about(part)} in the editor`);
  const { page } = desk;
  for (const [panel, key, selector] of [
    ['preview', 'F8', '.reader'],
    ['checks', 'F7', '[role=complementary]'],
    ['review', 'Control+F9', '[role=complementary]'],
  ] as const) {
    await page.keyboard.press(key);
    if (panel === 'preview') await desk.untilKept(part, '.preview, aside');
    else await page.locator('aside, [role=complementary]').first().waitFor();
    await tallies[panel]?.take(desk, part, `${about(part)} in ${selector}`);
    await page.keyboard.press(key);
  }
}

const PANELS = ['editor', 'preview', 'checks', 'review'] as const;
const tally = (): Record<string, Tally> => Object.fromEntries(PANELS.map((panel) => [panel, new Tally()]));
const report = (tallies: Record<string, Tally>, way: string): void => {
  for (const panel of PANELS) tallies[panel]?.report(`${way}, shown in the ${panel}`);
};

it('a hostile story package is words in the window', async () => {
  const desk = await Desk.open();
  const tallies = tally();
  for (const part of parts(21)) {
    const written = await writePackage({ story: hostileStory(part), media: () => undefined });
    if (!written.ok) throw new Error(written.failure.detail);
    const file = join(newFolder(), 'bai.story');
    writeFileSync(file, written.value);
    await desk.choose(file);
    await desk.menu('open-package');
    await lookAll(desk, part, tallies);
  }
  report(tallies, 'in: a story package');
  await desk.close();
}, 1_800_000);

it('hostile files in the data folder are words in the window', async () => {
  const home = newFolder('home-');
  const all = parts(31);
  const store = openDraftStore({ home });
  const ids: string[] = [];
  for (const [n, part] of all.entries()) {
    const story = hostileStory(part);
    ids.push(story.id);
    // Half of it in the snapshot, half of it in the log of changes.
    const created = await store.create(n % 2 === 0 ? story : { ...story, body: [], headline: 'x' });
    if (!created.ok) throw new Error(created.failure.detail);
    if (n % 2 === 1) {
      const opened = await store.open(story.id);
      if (!opened.ok) throw new Error(opened.failure.detail);
      const blocks = Object.fromEntries(story.body.map((block) => [block.id, block]));
      const change = { blocks, order: story.body.map(({ id }) => id), fields: { headline: story.headline } };
      const changed = await store.change(story.id, opened.value.seq + 1, change);
      if (!changed.ok) throw new Error(changed.failure.detail);
    }
  }
  await store.closeAll();
  // The words of the house and one's own, its rules, and a dictionary.
  const markup = all[0]?.map((vector) => vector.markup.replaceAll('\n', ' ')) ?? [];
  mkdirSync(join(home, 'language', 'style'), { recursive: true });
  mkdirSync(join(home, 'language', 'dictionaries'), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(home, 'language', name), text);
  write('my-words.txt', markup.join('\n'));
  write('house-words.txt', markup.join('\n'));
  write('style/lạ.json', JSON.stringify({ name: markup[0], rules: markup.map((find) => ({ find, say: find })) }));
  write('dictionaries/vi.aff', markup.join('\n'));
  write('dictionaries/vi.dic', markup.join('\n'));
  writeFileSync(join(home, 'shelf.json'), markup.join('\n'));

  const desk = await Desk.open(home);
  const tallies = tally();
  for (const [n, part] of all.entries()) {
    await desk.show(ids[n] ?? '');
    await lookAll(desk, part, tallies);
  }
  report(tallies, 'in: files on the disk');
  await desk.close();
}, 1_800_000);

it('a hostile reply of a site is words in the window', async () => {
  const all = parts(41);
  const content = (part: readonly Vector[]): string =>
    pagesOf(part, 1)
      .flat()
      .map(({ words, markup }, n) =>
        n % 2 === 0
          ? `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n${markup.replaceAll('-->', '')}\n<!-- /wp:html -->`
          : `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:quote -->\n${markup.replaceAll('<!--', '')}\n<!-- /wp:quote -->`,
      )
      .join('\n\n');
  const posts = all.map((part, n) => ({
    ...{ id: n + 1, status: 'draft', title: { raw: part[0]?.markup ?? '' }, content: { raw: content(part) } },
    ...{ excerpt: { raw: part[1]?.markup ?? '' }, slug: part[2]?.markup ?? '', link: 'javascript:alert(1)' },
    ...{ modified_gmt: '2026-11-24T01:00:00', date_gmt: null, author: 2, categories: [1], tags: [], featured_media: 0 },
    _links: {},
  }));
  const cms = await startWordPressWire({ posts });
  const desk = await Desk.open();
  const { page } = desk;
  const name = all[0]?.[3]?.markup.slice(0, 200) ?? '';
  await addSite(page, cms.url, { name, user: all[0]?.[4]?.markup ?? '' });
  const [listed, tallies] = [new Tally(), tally()];
  // The window hears of a site where one sends to it.
  await desk.menu('push');
  await desk.page.getByRole('dialog').getByRole('radio').first().waitFor();
  await page.keyboard.press('Escape');
  await desk.menu('pull');
  await expect.poll(() => page.locator('.pull-state').innerText()).toBe('');
  await page
    .getByRole('button', { name: /^Open as a story/ })
    .first()
    .waitFor();
  await listed.take(
    desk,
    all.flatMap(([first]) => first ?? []),
    'the list of a site’s posts',
  );
  listed.report('in: headlines in the list of a site’s posts');
  await page.keyboard.press('Escape');
  for (const [n, part] of all.entries()) {
    const { pulled } = await ask(page, 'sites.act', { do: 'pull', site: 'paper0001', post: String(n + 1) });
    await desk.show(pulled?.story ?? '');
    await lookAll(desk, part, tallies);
  }
  report(tallies, 'in: a reply of a site');

  // Somebody changes the last post there: what is read back is shown beside one's own.
  const [readBack] = parts(43, TOGETHER);
  const last = cms.posts.at(-1);
  if (!last || !readBack) throw new Error('no post to change');
  Object.assign(last, { content: { raw: content(readBack) }, modified_gmt: '2026-11-24T03:00:00' });
  Object.assign(last, { title: { raw: readBack[0]?.markup }, _links: { 'predecessor-version': [{ id: 999 }] } });
  await page.getByRole('textbox', { name: 'Headline' }).click();
  await page.keyboard.type('Tít mới ');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.untilKept(readBack, 'dialog');
  const compared = new Tally();
  await compared.take(desk, readBack, 'what is there, compared with what is here');
  compared.report('in: what is read back from a site');
  await page.keyboard.press('Escape');
  await desk.close();
  await cms.close();
}, 1_800_000);

it('hostile names, comments, captions, links and embeds that are typed are words in the window', async () => {
  const desk = await Desk.open();
  const { page } = desk;
  const [part] = parts(51, TOGETHER);
  if (!part) throw new Error('no vectors');
  const said = (n: number): string =>
    `${part[n]?.words ?? ''} ${part[n]?.markup.replaceAll(/[\r\n\0]/g, ' ').toWellFormed() ?? ''}`;
  const id = await openStoryOf(page, 'Gõ tay', [p('Đoạn đầu.'), embed('https://example.org/', 'x', 'x'), p('')]);

  // Fields of the story.
  const fields = new Tally();
  const FIELDS = ['Headline', 'Byline', 'Kicker', 'Standfirst', 'Dateline'];
  for (const [n, name] of FIELDS.entries()) {
    const field = page.getByRole('textbox', { name, exact: true });
    if ((await field.count()) === 0) continue;
    await field.fill(said(n));
    await field.blur();
    await desk.untilKept(part.slice(n, n + 1), '.page');
    await fields.take(desk, part.slice(n, n + 1), `${name}: ${said(n)}`);
  }
  fields.report('in: fields that are typed in');

  // Every spelling of an address that runs, as a link and as a card's address.
  const links = new Tally();
  for (const [n, address] of addresses().entries()) {
    const typed = address.replaceAll(/[\r\n\0]/g, ' ');
    await page.getByRole('textbox', { name: 'Story body' }).locator('p').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Link address' }).fill(typed);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const card = page.locator('.embed-fields textarea').last();
    await card.fill(typed);
    await links.take(desk, part.slice(n, n + 1), `linked to ${address}`);
  }
  links.report('in: addresses of links and embeds');
  const { body } = await savedStory(page, id);
  for (const block of body)
    if (block.type === 'paragraph')
      for (const { href } of block.text) expect(href ?? 'https://').toMatch(/^(?:https?:\/\/|mailto:)/);

  // A comment, and an answer.
  const comments = new Tally();
  await page.getByRole('textbox', { name: 'Story body' }).locator('p').first().click();
  await page.keyboard.press('Control+Alt+m');
  const text = part
    .slice(0, 20)
    .map((_, n) => said(n))
    .join('\n');
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill(text);
  await page.keyboard.press('Control+Enter');
  await desk.untilKept(part.slice(0, 20), '[role=comment]');
  await comments.take(desk, part.slice(0, 20), 'in a comment');
  comments.report('in: a comment');

  // Names of sites, of the person, of the house and its places, as the settings show them.
  const names = new Tally();
  for (let n = 0; n < 12; n++)
    await addSite(page, 'http://127.0.0.1:9', { id: `site${n}`, name: said(n), user: said(n + 1) });
  await desk.menu('settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  for (const tab of await settings.getByRole('tab').all()) {
    await tab.click();
    await names.take(desk, [], `settings: ${await tab.innerText()}`);
  }
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await desk.untilKept(part.slice(0, 12), 'dialog');
  await names.take(desk, part.slice(0, 12), 'names of sites in the settings');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.untilKept(part.slice(0, 12), 'dialog');
  await names.take(desk, part.slice(0, 12), 'names of sites where one sends');
  await page.keyboard.press('Escape');
  names.report('in: names of sites');

  // A caption takes what is pasted into it as text.
  const captions = new Tally();
  for (const pasted of pagesOf(short(vectors(many(400, 40), 52)))) {
    await openStoryOf(page, `Chú thích ${pasted[0]?.words ?? ''}`, [p('Đoạn.'), photoToCome('Ảnh')]);
    await page.getByRole('textbox', { name: 'Caption' }).click();
    await desk.paste(pasted.map(asHtml).join('\n'));
    await desk.untilKept(pasted);
    await captions.take(desk, pasted, `in a caption: ${about(pasted)}`);
  }
  captions.report('in: a paste into a caption');
  await desk.close();
}, 1_800_000);
