import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/base/bytes.ts';
import { readPackage, type StoryPackage } from '../../../src/package/index.ts';
import { parseByline } from '../../../src/story/byline.ts';
import { checkDateline, readDateline } from '../../../src/story/dateline.ts';
import { safeLink } from '../../../src/story/links.ts';
import { storyWords } from '../../../src/story/measure.ts';
import { readStory } from '../../../src/story/read.ts';
import { plainText, tidyRuns } from '../../../src/story/runs.ts';
import type { BlockOf, Run, Story } from '../../../src/story/schema.ts';
import { slugify } from '../../../src/story/slug.ts';
import { blockTexts, photosOf } from '../../../src/story/walk.ts';

const folder = new URL('../../../assets/stories/', import.meta.url);
const VIETNAMESE = 'cau-vam-xang.story';
const ENGLISH = 'hand-cranked-ferry.story';

async function sample(file: string): Promise<StoryPackage> {
  const read = await readPackage(new Uint8Array(readFileSync(new URL(file, folder))));
  if (!read.ok) throw new Error(`${file}: ${read.failure.detail}`);
  return read.value;
}

const textsOf = (story: Story): Run[][] => story.body.flatMap(blockTexts);
const paragraphs = (story: Story): string[] =>
  story.body.flatMap((block) => (block.type === 'paragraph' ? plainText(block.text) : []));

test('both samples are there, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([VIETNAMESE, ENGLISH]);
});

describe.each([VIETNAMESE, ENGLISH])('the sample %s', (file) => {
  test('is a story of today’s format', async () => {
    const { story } = await sample(file);
    expect(readStory(JSON.parse(JSON.stringify(story)))).toEqual({ ok: true, value: story });
  });

  test('has every field filled in that a page shows', async () => {
    const { story } = await sample(file);
    const { kicker, headline, standfirst, byline, dateline, sourceCredit, section } = story;
    expect([kicker, headline, standfirst, byline.text, dateline.text, sourceCredit, section]).not.toContain('');
    expect(`${story.slug}.story`).toBe(file);
    expect(slugify(story.slug)).toBe(story.slug);
  });

  test('is composed (NFC) throughout, its runs in their one form, its links safe', async () => {
    const { story } = await sample(file);
    const json = JSON.stringify(story);
    expect(json).toBe(json.normalize('NFC'));
    const texts = textsOf(story);
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.map(tidyRuns)).toEqual(texts);
    for (const { href } of texts.flat()) if (href !== undefined) expect(safeLink(href)).toBe(href);
  });

  test('gives no block an id twice', async () => {
    const ids = [...JSON.stringify((await sample(file)).story.body).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says in its fields what its printed lines say, weekday and date agreeing', async () => {
    const { story } = await sample(file);
    const { text, ...said } = story.dateline;
    expect(said).toEqual(readDateline(text, story.language));
    expect(said.date).not.toBeNull();
    expect(checkDateline(text, story.language)).toBeNull();
    expect(story.updatedAt).toBe(said.date);
    expect(story.byline.people).toEqual(parseByline(story.byline.text));
    expect(story.byline.people).toHaveLength(2);
  });

  test('has one photo with alt text, a longer caption, and its credit; the picture is the one named', async () => {
    const { story, media } = await sample(file);
    const [photo, ...more] = photosOf(story);
    expect(more).toEqual([]);
    expect(photo?.alt).not.toBe('');
    expect(photo?.credit).not.toBe('');
    expect(plainText(photo?.caption ?? []).length).toBeGreaterThan(photo?.alt.length ?? Infinity);
    const id = photo?.media ?? '';
    const bytes = media.get(id);
    expect(bytes && (await sha256Hex(bytes))).toBe(id);
    expect(story.media[id]).toMatchObject({ type: 'image/jpeg', width: 1600, height: 1066, bytes: bytes?.length });
    expect([...(bytes?.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  });
});

describe('the Vietnamese sample is a provincial broadcaster’s report', () => {
  test('with weekday, date, time and [GMT+7]', async () => {
    const { story } = await sample(VIETNAMESE);
    expect(story.language).toBe('vi');
    expect(story.dateline).toEqual({
      text: 'Thứ Năm, 12/06/2025, 10:30 [GMT+7]',
      place: '',
      source: '',
      date: '2025-06-12T10:30:00.000+07:00',
    });
  });

  test('with the station’s mark at the head of its lead, and once only', async () => {
    const [lead = '', ...rest] = paragraphs((await sample(VIETNAMESE)).story);
    expect(lead).toMatch(/^\([A-Z]{3,5}\) - \p{Lu}/u);
    expect(rest.join('\n')).not.toMatch(/\([A-Z]{3,5}\) - /);
  });

  test('in eight paragraphs or more, with one figure and nothing else', async () => {
    const { story } = await sample(VIETNAMESE);
    expect(paragraphs(story).length).toBeGreaterThanOrEqual(8);
    expect(story.body.filter((block) => block.type !== 'paragraph').map((block) => block.type)).toEqual(['figure']);
  });

  test('with a caption that names people and titles', async () => {
    const [photo] = photosOf((await sample(VIETNAMESE)).story);
    const caption = plainText(photo?.caption ?? []);
    expect(caption).toContain('Phó Chủ tịch UBND tỉnh');
    expect(caption).toContain('Giám đốc Ban Quản lý dự án');
    expect(caption).toMatch(/(?:Ông|bà) \p{Lu}\p{L}+ \p{Lu}/u);
  });

  test('with a byline of two names and a credit line', async () => {
    const { story } = await sample(VIETNAMESE);
    const [a, b] = story.byline.people;
    expect(story.byline.text).toBe(`${a?.name} - ${b?.name}`);
    expect(story.sourceCredit).toMatch(/^Theo \p{Lu}/u);
  });

  test('in text that tries type, search and typing: every tone, quotes, units, an English name', async () => {
    const text = paragraphs((await sample(VIETNAMESE)).story).join('\n');
    for (const tone of ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'])
      expect(text.normalize('NFD')).toContain(tone);
    for (const letter of 'ăâêôơưđĐÔ') expect(text).toContain(letter);
    for (const piece of ['“', '”', '1.350 tỷ đồng', '78%', 'm³', '12,5 m', 'Robert Whitfield'])
      expect(text).toContain(piece);
  });
});

describe('the English sample shows what a story can hold', () => {
  test('in 450 to 600 words', async () => {
    const { story } = await sample(ENGLISH);
    expect(story.language).toBe('en');
    expect(storyWords(story)).toBeGreaterThanOrEqual(450);
    expect(storyWords(story)).toBeLessThanOrEqual(600);
  });

  test('with subheads, quotes, a list and a fact box beside its paragraphs', async () => {
    const { story } = await sample(ENGLISH);
    const kinds = new Set(story.body.map((block) => block.type));
    expect([...kinds].sort()).toEqual(['fact-box', 'figure', 'heading', 'list', 'paragraph', 'pull-quote', 'quote']);
    const quote = story.body.find((block): block is BlockOf<'quote'> => block.type === 'quote');
    expect(plainText(quote?.attribution ?? [])).toContain('Ruth Penhallow');
  });

  test('with a pull quote whose words stand in the story', async () => {
    const { story } = await sample(ENGLISH);
    const pull = story.body.find((block): block is BlockOf<'pull-quote'> => block.type === 'pull-quote');
    const words = plainText(pull?.text ?? []).replace(/\.$/, '');
    expect(words).not.toBe('');
    expect(paragraphs(story).join('\n')).toContain(words);
  });

  test('with strong and emphasised words and a link', async () => {
    const runs = textsOf((await sample(ENGLISH)).story).flat();
    expect(runs.some((run) => run.marks?.includes('strong'))).toBe(true);
    expect(runs.some((run) => run.marks?.includes('emphasis'))).toBe(true);
    expect(runs.filter((run) => run.href !== undefined)).toHaveLength(1);
  });
});
