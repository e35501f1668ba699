import { describe, expect, it } from 'vitest';
import { exportFormat } from '../../../src/export/index.ts';
import { mergeStories } from '../../../src/merge/index.ts';
import type { Block, BlockOf } from '../../../src/story/schema.ts';
import { bullets, factBox, h, p, quote, story, withPictures } from './a-story.ts';
import { sourceOf } from './readers.ts';

const inEnglish = (block: Block): Block => ({ ...block, language: 'en-GB' }) as Block;
const mixed = withPictures(
  story(
    { language: 'vi', headline: 'Đoàn khách Anh' },
    p('Đoàn đến sáng nay.'),
    inEnglish(p('We came by boat.')),
    inEnglish(h(2, 'By boat')),
    inEnglish(quote('A fine river.', 'Ann Lee')),
    inEnglish(bullets('one', 'two')),
    factBox('Con số', { ...p('Ferries: two'), language: 'en-GB' }),
  ),
);

async function exported(id: string): Promise<string> {
  const made = await exportFormat(id)!.write(mixed);
  if (!made.ok) throw new Error(made.failure.detail);
  return sourceOf(made.value[0]!);
}

describe('a paragraph in another language says so', () => {
  it.each(['html', 'html-single', 'html-fragment', 'markdown', 'ninjs', 'rss-item'])('in %s', async (id) => {
    const said = (await exported(id)).replaceAll('\\"', '"').replaceAll('&quot;', '"').replaceAll('&lt;', '<');
    for (const start of ['p', 'h2', 'figure class="quote"', 'ul']) expect(said).toContain(`<${start} lang="en-GB"`);
    expect(said).not.toContain('<p lang="vi"');
  });

  it('in NewsML-G2, to XML’s readers too', async () => {
    expect(await exported('newsml-g2')).toContain('<p lang="en-GB" xml:lang="en-GB">We came by boat.</p>');
  });

  it('in a Word document, to its spelling', async () => {
    const words = await exported('docx');
    expect(words.split('<w:lang w:val="en-GB"/>').length - 1).toBeGreaterThanOrEqual(6);
  });
});

it('the language that one side chose and the words that the other wrote are both kept by a merge', () => {
  const base = story({ language: 'vi' }, p('We came.'));
  const block = base.body[0] as BlockOf<'paragraph'>;
  const mine = { ...base, body: [{ ...block, language: 'en' }] };
  const theirs = { ...base, body: [{ ...block, text: [{ text: 'We came by boat.' }] }] };
  const { story: merged, flags } = mergeStories(base, mine, theirs);
  expect(flags).toEqual([]);
  expect(merged.body).toEqual([{ ...block, language: 'en', text: [{ text: 'We came by boat.' }] }]);
});
