import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/export/format.ts';
import { markdown } from '../../../src/export/markdown/index.ts';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { readFrontMatter } from '../../../src/story/front-matter.ts';
import type { Block, Run } from '../../../src/story/schema.ts';
import { blockTexts } from '../../../src/story/walk.ts';
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

function comeBack(text: string): Block[] {
  const read = htmlToBlocks(readMarkdown(text).html);
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value.blocks;
}

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
  ])('reads back as the same text, marks, links and kinds of block: %s', async (_, input) => {
    const text = await file(input);
    expect(shape(comeBack(text))).toEqual(shape(input.story.body));
    expect(input.story).toMatchObject(readFrontMatter(readMarkdown(text).matter).fields);
  });

  it('reads back whatever is typed, 300 times', { timeout: 60_000 }, async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const input = generateStory(chance(seed), { hostile: false });
      const told = input.story.body.filter(holds);
      const text = await file({ ...input, story: { ...input.story, body: told } });
      expect(shape(comeBack(text)), `seed ${seed}`).toEqual(shape(told));
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
