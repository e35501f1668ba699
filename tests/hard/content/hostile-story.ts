import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { createStory } from '../../../src/story/create.ts';
import { storySchema, type Block, type Story } from '../../../src/story/schema.ts';
import {
  bullets,
  embed,
  factBox,
  figure as photoBlock,
  h,
  p,
  photo,
  quote,
  table,
  td,
  th,
  unknown,
} from '../../unit/export/a-story.ts';
import { asHtml, type Vector } from './vectors.ts';

const AT = '2026-11-24T08:00:00Z';
/** The longest that a comment and a field's text may be. */
const LONGEST = 2_000;

/** The vectors as they would be typed, and as they come in: in every field, every kind of block, every comment and name. */
export function hostileStory(part: readonly Vector[]): Story {
  const texts = part.map(({ markup }) => markup.toWellFormed().slice(0, LONGEST));
  const some = (n: number): string => texts[n % texts.length] ?? '';
  const short = (n: number, length = 120): string => some(n).slice(0, length).toWellFormed();
  const came = part.flatMap((vector): Block[] => {
    const read = htmlToBlocks(asHtml(vector));
    return read.ok ? read.value.blocks : [];
  });
  const typed = texts.map((text, n): Block => {
    const linked = [
      { text, href: text, marks: ['strong' as const], comments: ['thread0'] },
      { text: ' ', href: `https://example.org/${text}` },
    ];
    switch (n % 9) {
      case 0:
        return h(2, text);
      case 1:
        return quote(text, text);
      case 2:
        return bullets(text, { text, sub: [text] });
      case 3:
        return embed(text, text, text);
      case 4:
        return factBox(text, p(linked));
      case 5:
        return table([th(text), td(linked)]);
      case 6:
        return photoBlock(
          photo(null, {
            ...{ alt: text, caption: linked, credit: text, source: text, rights: text, creator: text, place: text },
            ...{ usageTerms: text, headline: text, instructions: text, digitalSourceType: text, keywords: [text] },
          }),
        );
      case 7:
        return { ...unknown(text, text), id: `unknown${n}` };
      default:
        return p(linked);
    }
  });
  const entry = (n: number) => ({ id: `entry${n}`, by: 'person0', at: AT, text: some(n) });
  return storySchema.parse(
    createStory({
      language: 'vi',
      kicker: some(0),
      headline: some(1),
      standfirst: some(2),
      sourceCredit: some(3),
      section: some(4),
      slug: some(5),
      keywords: [some(6)],
      byline: { text: some(7), people: [{ name: some(8), roles: [] }] },
      dateline: { text: some(9), mark: some(12), place: some(10), source: some(11), date: '2025-06-12T10:30:00Z' },
      editorNote: some(13),
      review: { state: 'in-review', by: 'person0', at: AT, assignee: short(14), note: some(15) },
      people: { person0: { name: short(16), initials: short(17, 12), colour: short(18, 24) } },
      threads: [
        { id: 'thread0', anchor: { on: 'story' }, quote: some(19), entries: [entry(20), entry(21)] },
        { id: 'thread1', anchor: { on: 'field', field: some(22) }, quote: some(23), entries: [entry(24)] },
      ],
      record: [{ id: 'deed0', at: AT, by: 'person0', did: 'commented', what: short(25, 500) }],
      body: [...came, ...typed],
    }),
  );
}
