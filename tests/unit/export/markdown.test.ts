import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/export/format.ts';
import { markdown } from '../../../src/export/markdown/index.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { readArticle } from '../../../src/import/read.ts';
import { readFrontMatter } from '../../../src/story/front-matter.ts';
import type { Block, Photo, Run, Story } from '../../../src/story/schema.ts';
import { blockTexts, photosOf } from '../../../src/story/walk.ts';
import { generateStory } from '../story/generate.ts';
import { chance } from '../story/random.ts';
import { bullets, numbers, p, quote, story } from './a-story.ts';
import { readMarkdown } from './readers.ts';
import { oneOfEverything, vietnamese } from './stories.ts';

async function file(input: ExportInput): Promise<string> {
  const made = await markdown.write(input);
  if (!made.ok) throw new Error(made.failure.detail);
  return new TextDecoder().decode(made.value[0]?.bytes);
}

async function body(...blocks: Block[]): Promise<string> {
  const text = await file({ story: story({}, ...blocks), media: () => undefined });
  return text.replace(/^---\n[^]*?\n---\n\n/, '').replace(/\n\n<!-- Copydesk .*-->\n$/, '');
}

/** What the importer makes of the file. */
function imported(text: string): Imported {
  const read = readArticle('story.md', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value;
}
const comeBack = (text: string): Block[] => imported(text).blocks;

/** Everything of the photos but their pictures, captions (in `shape`), and ids; the lead photo by its place. */
const photosIn = (story: Pick<Story, 'body' | 'leadPhoto'>): unknown => ({
  lead: photosOf(story).findIndex(({ id }) => id === story.leadPhoto),
  photos: photosOf(story).map((photo) => {
    const { id: _id, media: _media, caption: _caption, alt, ...told } = photo;
    // A page has no place for the description of a photo that is mere decoration.
    return filled({ ...told, alt: told.decorative ? '' : alt });
  }),
});
const filled = (photo: Partial<Photo>): Record<string, unknown> => {
  const told: Record<string, unknown> = {};
  for (const [key, value] of Object.entries<unknown>({ ...photo })) {
    const said = typeof value === 'string' ? signs([{ text: value }]) : value;
    if (said !== '' && JSON.stringify(said) !== '[]') told[key] = said;
  }
  return told;
};

/**
 * Every sign that prints, each with its marks and link. Blanks may have moved to a neighbour; what is invisible may be gone.
 * Our reading of HTML takes a link's underline, and the strong of headings and head cells, for mere looks.
 */
const signs = (runs: readonly Run[], looks: readonly string[] = []): string =>
  runs
    .flatMap(({ text, marks = [], href = '' }) =>
      [...text.normalize('NFC')]
        .filter((sign) => !/[\s\u200b\u2060]/.test(sign))
        .map(
          (sign) =>
            `${sign}${marks.filter((mark) => !looks.includes(mark) && !(href && mark === 'underline')).join()}${href.replaceAll('"', '%22')}`,
        ),
    )
    .join(' ');

/** Our importer keeps no block of an unknown kind. */
const kindOf = ({ type }: Block): string => (type === 'unknown' ? 'paragraph' : type);
const BOLD = new Set(['table', 'heading', 'fact-box']);
const shape = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    blockTexts(block)
      .map((text) => signs(text, BOLD.has(block.type) ? ['strong'] : []))
      .filter(Boolean)
      .map((text) => `${kindOf(block)} ${text}`),
  );

/** A speaker without words, a card without a title, or a table of one column or row, is no quote and no table to whoever reads HTML. */
function holds(block: Block): boolean {
  if (block.type === 'table') return block.rows.length > 1 && block.rows.every(({ cells }) => cells.length > 1);
  if (block.type === 'embed') return signs([{ text: block.title }]) !== '';
  return !(block.type === 'quote' || block.type === 'pull-quote') || signs(block.text) !== '';
}

describe('a story as Markdown', () => {
  it.each([
    ['vietnamese', vietnamese],
    ['one of everything', oneOfEverything],
  ])('reads back as the same text, marks, links and kinds of block: %s', { timeout: 60_000 }, async (_, input) => {
    const { blocks, fields = {}, receipt } = imported(await file(input));
    expect(shape(blocks)).toEqual(shape(input.story.body));
    expect(photosIn({ ...fields, body: blocks })).toEqual(photosIn(input.story));
    expect(input.story).toMatchObject(fields);
    expect(Object.keys(receipt.dropped)).toEqual([]);
  });

  it('reads back whatever is typed, 300 times', { timeout: 60_000 }, async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const input = generateStory(chance(seed), { hostile: false });
      const told = input.story.body.filter(holds);
      const story = { ...input.story, body: told };
      const text = await file({ ...input, story });
      // A file without text is none to import.
      if (shape(told).length === 0) continue;
      const { blocks, fields = {} } = imported(text);
      expect(shape(blocks), `seed ${seed}`).toEqual(shape(told));
      expect(photosIn({ ...fields, body: blocks }), `seed ${seed}`).toEqual(photosIn(story));
      expect(readFrontMatter(readMarkdown(text).matter).ignored, `seed ${seed}`).toEqual([]);
    }
  });

  it('is what people write by hand, where nothing forbids it', async () => {
    expect(
      await body(
        p([
          { text: 'By ' },
          { text: 'six', marks: ['strong'] },
          { text: ' there were ' },
          { text: 'forty', marks: ['emphasis'] },
          { text: '.' },
        ]),
        p('A line,\nand the next.'),
        bullets('Fish', { text: 'Eel', sub: ['Smoked', 'Fresh'], ordered: true }),
        bullets('Another list'),
        numbers('Row', 'Moor'),
        quote('Nobody\nsigned.'),
        p([{ text: 'the plan', href: 'https://example.org/?a=(1)' }]),
      ),
    ).toBe(
      [
        'By **six** there were *forty*.',
        'A line,\\\nand the next.',
        '- Fish\n- Eel\n  1. Smoked\n  2. Fresh',
        '<!-- -->',
        '- Another list',
        '<!-- -->',
        '1. Row\n2. Moor',
        '> Nobody\\\n> signed.',
        '[the plan](<https://example.org/?a=(1)>)',
      ].join('\n\n'),
    );
  });

  it.each([
    '# not a heading',
    '- not an item',
    '1. nor this',
    '12) nor that',
    '=== ',
    '> no quote',
    '+ x',
    '``` x',
    '| a | b |',
    '~~gone~~',
    '*a*',
    '[a](b)',
    '![a](b)',
    '<b>',
    '&amp;',
    'www.example.org',
    'https://example.org',
    'a@b.example',
    'a\\',
    ':x:',
    '    four',
    '***',
  ])('says %j as it was typed', async (text) => {
    const [block] = comeBack(await file({ story: story({}, p('x'), p(text)), media: () => undefined })).slice(1);
    expect(block).toMatchObject({ type: 'paragraph', text: [{ text: text.trim() }] });
  });
});
