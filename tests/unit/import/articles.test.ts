import { afterAll, describe, expect, it } from 'vitest';
import { compose, propose } from '../../../src/import/article.ts';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { textToBlocks } from '../../../src/import/text/index.ts';
import { plainText } from '../../../src/story/runs.ts';
import { photosOf } from '../../../src/story/walk.ts';
import type { Expected, RawArticle } from '../../fixtures/articles/article.ts';
import { documents } from '../../fixtures/articles/documents.ts';
import { english } from '../../fixtures/articles/english.ts';
import { vietnamese } from '../../fixtures/articles/vietnamese.ts';

const articles = [...vietnamese, ...english, ...documents];
const FIELDS = [
  'headline',
  'kicker',
  'standfirst',
  'byline',
  'people',
  'dateline',
  'date',
  'mark',
  'place',
  'source',
  'sourceCredit',
  'keywords',
  'photos',
  'furniture',
] as const satisfies (keyof Expected)[];

function arranged({ as, raw }: RawArticle) {
  const read = as === 'html' ? htmlToBlocks(raw) : textToBlocks(raw);
  if (!read.ok) throw new Error(read.failure.detail);
  const arrangement = propose(read.value, 'en');
  return { arrangement, ...compose(read.value, arrangement) };
}

/** What the article became, in the words of the table; an empty field is undefined. */
function outcome(article: RawArticle): Expected {
  const { fields, body, arrangement } = arranged(article);
  const photos = photosOf({ body }).map(({ alt, caption, credit }) => `${alt} | ${plainText(caption)} | ${credit}`);
  const furniture = arrangement.lines.filter(({ part }) => part === 'furniture').map(({ text }) => text);
  const filled = <T extends string | readonly string[] | null | undefined>(value: T): T | undefined =>
    value === null || value === undefined || value.length === 0 ? undefined : value;
  return {
    headline: filled(fields.headline),
    kicker: filled(fields.kicker),
    standfirst: filled(fields.standfirst),
    byline: filled(fields.byline?.text),
    people: filled(fields.byline?.people.map(({ name }) => name)),
    dateline: filled(fields.dateline?.text),
    date: filled(fields.dateline?.date) ?? undefined,
    mark: filled(fields.dateline?.mark),
    place: filled(fields.dateline?.place),
    source: filled(fields.dateline?.source),
    sourceCredit: filled(fields.sourceCredit),
    keywords: filled(fields.keywords),
    photos: filled(photos),
    furniture: filled(furniture),
  };
}

const right = Object.fromEntries(FIELDS.map((field) => [field, 0]));
const filled = Object.fromEntries(FIELDS.map((field) => [field, 0]));

describe('raw articles', () => {
  it('are at least sixty', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(articles.map(({ name }) => name)).size).toBe(articles.length);
  });

  it.each(articles.map((article) => [article.name, article] as const))('%s', (_, article) => {
    const got = outcome(article);
    for (const field of FIELDS) {
      if (got[field] === undefined) continue;
      filled[field] = (filled[field] ?? 0) + 1;
      if (JSON.stringify(got[field]) === JSON.stringify(article.expect[field])) right[field] = (right[field] ?? 0) + 1;
    }
    expect(got).toEqual(article.expect);
  });

  it.each(articles.filter(({ doubtful }) => doubtful).map((article) => [article.name, article] as const))(
    '%s: the line stays in the body, with a proposal',
    (_, article) => {
      const { arrangement } = arranged(article);
      for (const { text, part } of article.doubtful ?? []) {
        const line = arrangement.lines.find((one) => one.text === text);
        expect(line).toMatchObject({ part: 'body', proposal: { part } });
        expect(line?.proposal?.rule).toMatch(/^(?:any|vi|en)\./);
      }
    },
  );

  afterAll(() => {
    const rows = FIELDS.filter((field) => (filled[field] ?? 0) > 0).map((field) => {
      const share = Math.round((100 * (right[field] ?? 0)) / (filled[field] ?? 1));
      return `  ${field.padEnd(13)} ${String(share).padStart(3)} %  (${right[field]} of ${filled[field]})`;
    });
    console.log(`Precision per field over ${articles.length} raw articles:\n${rows.join('\n')}`);
  });
});
