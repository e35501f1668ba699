import { describe, expect, it } from 'vitest';
import { compose, propose } from '../../../src/import/article.ts';
import { PARTS, type Arrangement } from '../../../src/import/recognise/index.ts';
import { textToBlocks } from '../../../src/import/text/index.ts';
import { storySchema } from '../../../src/story/schema.ts';
import { createStory } from '../../../src/story/create.ts';
import { photosOf, blockText } from '../../../src/story/walk.ts';
import { plainText } from '../../../src/story/runs.ts';
import { documents } from '../../fixtures/articles/documents.ts';
import { english } from '../../fixtures/articles/english.ts';
import { vietnamese } from '../../fixtures/articles/vietnamese.ts';
import { forSeeds } from '../story/random.ts';

/** How often each character stands in the text; blanks and what joins lines of one field do not count. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFC').replace(/[\s,;#-]/g, ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Everything that the story and the receipt hold of the text. */
function whole(arrangement: Arrangement): string {
  const { fields, body, receipt } = compose({ receipt: { kept: {}, changed: {}, dropped: {} } }, arrangement);
  const photos = photosOf({ body }).map(({ alt, caption, credit }) => [alt, plainText(caption), credit].join(' '));
  const rest = body.filter(({ type }) => type !== 'figure').map(blockText);
  const { headline, kicker, standfirst, byline, dateline, sourceCredit, keywords = [] } = fields;
  return [
    headline,
    kicker,
    standfirst,
    byline?.text,
    dateline?.text,
    dateline?.mark,
    sourceCredit,
    ...keywords,
    ...photos,
    ...rest,
    ...(receipt.texts ?? []).map(({ text }) => text),
  ].join('\n');
}

function read(text: string): Arrangement {
  const result = textToBlocks(text);
  if (!result.ok) throw new Error(result.failure.detail);
  return propose({ ...result.value, title: '' }, 'vi');
}

const pieces = [...vietnamese, ...english, ...documents]
  .filter(({ as }) => as === 'text')
  .flatMap(({ raw }) => raw.split('\n'));

const FOR_LINES = PARTS.filter((part) => part !== 'mark');

describe('text in, text out', () => {
  it('loses and doubles no character', () => {
    forSeeds(150, ({ int, pick }) => {
      const text = Array.from({ length: 2 + int(25) }, () => pick(pieces)).join('\n');
      const arrangement = read(text);
      const lines = arrangement.lines.map((line) => line.text).join('');
      expect(lines.replace(/\s/g, '')).toBe(text.normalize('NFC').replace(/\s/g, ''));
      expect(letters(whole(arrangement))).toEqual(letters(text));
    });
  });

  it('nor wherever someone puts the lines', () => {
    forSeeds(150, ({ pick }) => {
      const text = Array.from({ length: 12 }, () => pick(pieces)).join('\n');
      const arrangement = read(text);
      const lines = arrangement.lines.map((line) => {
        const part = pick(line.block === null ? (['mark', 'body', 'furniture'] as const) : FOR_LINES);
        return part === line.proposal?.part ? { ...line, part } : { ...line, part, said: line.text };
      });
      expect(letters(whole({ ...arrangement, lines }))).toEqual(letters(text));
    });
  });

  it.each([...vietnamese, ...english].map(({ name, raw }) => [name, raw] as const))('%s makes a story', (_, raw) => {
    const { fields, body } = compose({ receipt: { kept: {}, changed: {}, dropped: {} } }, read(raw));
    expect(storySchema.safeParse(createStory({ language: 'vi', ...fields, body })).error).toBeUndefined();
  });
});

describe('hostile text', () => {
  const long = 'Nước lên nhanh. '.repeat(6_000);
  it.each([
    ['half of surrogate pairs', 'Lũ \ud800 về\n\udc00 đêm nay nước sông lên nhanh và mạnh hơn mọi năm trước đây.'],
    [
      'direction marks',
      'Tít \u202eđảo\u202c\n(TTV\u2066) - Chữ đi ngược chiều không được làm người đọc hiểu sai câu này.',
    ],
    ['one endless line', long],
    ['thousands of short lines', 'a\n'.repeat(50_000)],
    ['thousands of dashes', `${'- '.repeat(50_000)}\n${'—'.repeat(50_000)}`],
    ['thousands of brackets', `${'('.repeat(100_000)}\n${')('.repeat(50_000)}`],
    ['captions without end', `Tít\n${'Lãnh đạo tỉnh ấn nút khởi công cầu Đông Hải\n'.repeat(2000)}`],
    ['names without end', `Tít\n${'Đức Đồng - '.repeat(5000)}Đức Tình`],
    ['nothing', ' \n\t\n'],
  ])('%s ends in clean text', (_, text) => {
    const arrangement = read(text);
    const { body } = compose({ receipt: { kept: {}, changed: {}, dropped: {} } }, arrangement);
    expect(storySchema.shape.body.safeParse(body).error).toBeUndefined();
    expect(JSON.stringify(body)).not.toMatch(/[\u202e\u2066]|\\ud800/);
  });

  it('of more lines than an article has is read at its ends alone; what is further in stays text', () => {
    const lines = [
      'Khởi công cầu Đông Hải',
      ...Array.from({ length: 5000 }, () => 'In bài viết'),
      'Đức Đồng - Đức Tình',
    ];
    const parts = read(lines.join('\n')).lines.map(({ part }) => part);
    expect(parts).toHaveLength(5002);
    expect([parts[1], parts[2500], parts.at(-2)]).toEqual(['furniture', 'body', 'furniture']);
  });

  it('of fifty million characters is refused with its reason', () => {
    expect(textToBlocks('a'.repeat(50_000_000))).toMatchObject({ ok: false, failure: { code: 'import.too-large' } });
  });
});
