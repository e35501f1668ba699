import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/export/format.ts';
import { rssItem } from '../../../src/export/rss-item/index.ts';
import { generateStory } from '../story/generate.ts';
import { chance } from '../story/random.ts';
import { edges, hostile, oneOfEverything, vietnamese } from './stories.ts';

/** What RSS 2.0 lets an item hold, and the modules that ours names. */
const KNOWN = new Set(
  'title link description author category comments enclosure guid pubDate source dc:creator dc:publisher content:encoded'.split(
    ' ',
  ),
);
const MANY = new Set(['category', 'dc:creator']);
const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;

/** What is wrong with an item by the specification of RSS 2.0 (rssboard.org) and its best practices; empty where nothing is. */
async function faults(input: ExportInput): Promise<string[]> {
  const made = await rssItem.write(input);
  if (!made.ok) throw new Error(made.failure.detail);
  const source = new TextDecoder('utf-8', { fatal: true }).decode(made.value[0]?.bytes);
  const found: string[] = [];
  if (source !== source.normalize('NFC')) found.push('not in NFC');
  const complain = (level: string, message: string): void => {
    // Half of a surrogate pair leaves as U+FFFD, on purpose.
    if (!message.startsWith('Unicode replacement')) found.push(`${level}: ${message}`);
  };
  const item = new DOMParser({ onError: complain })
    .parseFromString(`<rss version="2.0"><channel>${source}</channel></rss>`, 'application/xml')
    .getElementsByTagName('item')[0];
  if (!item) return [...found, 'no item'];
  const parts = [...item.childNodes].filter((node) => node.nodeType === 1);
  const names = parts.map(({ nodeName }) => nodeName);
  const text = (name: string): string | null => parts.find(({ nodeName }) => nodeName === name)?.textContent ?? null;
  for (const name of names) if (!KNOWN.has(name)) found.push(`unknown ${name}`);
  for (const name of new Set(names))
    if (!MANY.has(name) && names.indexOf(name) !== names.lastIndexOf(name)) found.push(`${name} twice`);
  if (!(text('title') ?? text('description'))) found.push('neither title nor description');
  if (!DATE.test(text('pubDate') ?? '')) found.push(`pubDate ${text('pubDate')}`);
  const link = text('link');
  if (link !== null && !URL.canParse(link)) found.push(`link ${link}`);
  if (!text('guid')) found.push('no guid');
  for (const { nodeName, textContent } of parts)
    if (nodeName !== 'enclosure' && textContent?.trim() === '' && nodeName !== 'content:encoded')
      found.push(`empty ${nodeName}`);
  for (const enclosure of item.getElementsByTagName('enclosure')) {
    if (!URL.canParse(enclosure.getAttribute('url') ?? '')) found.push('enclosure without an absolute url');
    if (!/^\d+$/.test(enclosure.getAttribute('length') ?? '')) found.push('enclosure without a length');
    if (!/^[a-z]+\/[\w.+-]+$/.test(enclosure.getAttribute('type') ?? '')) found.push('enclosure without a type');
  }
  return found;
}

const web = { address: 'https://news.example/market/', publisher: 'Eastbridge Wire' };

describe('an RSS item', () => {
  it.each<[string, ExportInput]>([
    ['vietnamese', vietnamese],
    ['one of everything', oneOfEverything],
    ['one of everything on the web', { ...oneOfEverything, options: web }],
    ['hostile', hostile],
    ['hostile on the web', { ...hostile, options: web }],
    ...Object.entries(edges).map(([name, story]): [string, ExportInput] => [name, { story, media: () => undefined }]),
  ])('is valid: %s', async (_, input) => {
    expect(await faults(input)).toEqual([]);
  });

  it('is valid of 300 generated stories', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const input = generateStory(chance(seed));
      expect(await faults({ ...input, options: seed % 2 ? web : {} }), `seed ${seed}`).toEqual([]);
    }
  });

  it('names its lead photo with an absolute address once it has one', async () => {
    const made = await rssItem.write({ ...oneOfEverything, options: web });
    const source = made.ok ? new TextDecoder().decode(made.value[0]?.bytes) : '';
    expect(source).toMatch(
      /<enclosure url="https:\/\/news\.example\/market\/media\/[^"]+" length="\d+" type="image\/png"\/>/,
    );
  });
});
