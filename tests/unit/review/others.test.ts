import { describe, expect, it } from 'vitest';
import { mergeStories } from '../../../src/merge/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import { followed, openSuggestions, resolve, storyAs, suggested } from '../../../src/review/index.ts';
import type { Block, Story } from '../../../src/story/schema.ts';
import { blockText } from '../../../src/story/walk.ts';
import { p, story } from '../story/build.ts';

const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
const base = (): Story => ({ ...story('Lũ', p('one1', 'Nước dâng cao.'), p('two2', 'Mưa to.')), updatedAt: at(0) });
const under = (of: Story): Story => ({
  ...of,
  underReview: { fields: printedFieldsOf(of), body: of.body, makers: {} },
});
const texts = ({ body }: Pick<Story, 'body'>): string[] => body.map(blockText);
const withBody = (of: Story, ...body: Block[]): Story => ({ ...of, body });
let count = 0;
const by = (who: string) => ({ by: who, at: at(5), newId: () => `sugg${count++}` });

const all = (of: Story): Set<string> => new Set(openSuggestions(of).map(({ id }) => id));

describe('somebody else’s suggestion', () => {
  /** Anna would have “rất nhanh ” in it; Bình takes a word of hers out, puts another in, and has one of his own elsewhere. */
  const twoOfThem = (): Story => {
    const first = under(base());
    const anna = suggested(
      first,
      withBody(first, p('one1', 'Nước dâng rất nhanh cao.'), p('two2', 'Mưa to.')),
      by('anna1'),
    );
    return suggested(anna, withBody(anna, p('one1', 'Nước dâng rất chậm cao.'), p('two2', 'Mưa rất to.')), by('binh1'));
  };
  const of = (who: string, story: Story) => openSuggestions(story).filter((one) => one.by === who);

  it('stays what it is when one writes in it, and what one wrote is one’s own, on top of it', () => {
    const story = twoOfThem();
    expect(of('anna1', story)).toMatchObject([{ is: 'inserted', after: 'rất nhanh ' }]);
    expect(of('binh1', story)).toMatchObject([
      { is: 'replaced', before: 'nhanh', after: 'chậm' },
      { is: 'inserted', after: 'rất ' },
    ]);
    expect(texts(storyAs(story, 'original'))).toEqual(texts(base()));
    expect(texts(storyAs(story, 'final'))).toEqual(['Nước dâng rất chậm cao.', 'Mưa rất to.']);
  });

  it('stays joined to none of one’s own beside it', () => {
    const first = under(base());
    const anna = suggested(first, withBody(first, p('one1', 'Nước dâng rất cao.'), p('two2', 'Mưa to.')), by('anna1'));
    const both = suggested(
      anna,
      withBody(anna, p('one1', 'Nước dâng rất nhanh và cao.'), p('two2', 'Mưa to.')),
      by('binh1'),
    );
    expect(of('anna1', both)).toMatchObject([{ after: 'rất ' }]);
    expect(of('binh1', both)).toMatchObject([{ after: 'nhanh và ' }]);
  });

  it('is decided by itself, and so is what stands on top of it', () => {
    const story = twoOfThem();
    const [hers, his] = [new Set([of('anna1', story)[0]!.id]), new Set([of('binh1', story)[0]!.id])];
    const accepted = resolve(story, hers, 'accept');
    expect(texts(storyAs(accepted, 'original'))).toEqual(['Nước dâng rất nhanh cao.', 'Mưa to.']);
    expect(of('binh1', accepted)).toHaveLength(2);
    const without = resolve(story, his, 'reject');
    expect(texts(without)).toEqual(['Nước dâng rất nhanh cao.', 'Mưa rất to.']);
    expect(of('anna1', without)).toMatchObject([{ after: 'rất nhanh ' }]);
    const changed = resolve(story, his, 'accept');
    // His word is text now, between hers that still wait.
    expect(of('anna1', changed)).toMatchObject([{ after: 'rất ' }]);
    expect(texts(storyAs(changed, 'original'))).toEqual(['Nước dâng chậm cao.', 'Mưa to.']);
    const [rejected, every] = [resolve(story, all(story), 'reject'), resolve(story, all(story), 'accept')];
    expect(texts(rejected)).toEqual(texts(base()));
    expect(texts(every)).toEqual(['Nước dâng rất chậm cao.', 'Mưa rất to.']);
  });

  it('goes, where it is rejected, without the words that somebody else put into it', () => {
    const story = twoOfThem();
    const rejected = resolve(story, new Set([of('anna1', story)[0]!.id]), 'reject');
    expect(of('anna1', rejected)).toEqual([]);
    expect(texts(storyAs(rejected, 'original'))).toEqual(texts(base()));
    expect(of('binh1', rejected).map(({ after }) => after)).toEqual(expect.arrayContaining(['rất ']));
  });

  it('stays itself in a copy that comes back', () => {
    const [hers, first] = [p('one1', 'Nước dâng rất nhanh cao.'), under(base())];
    const before = suggested(first, withBody(first, hers, p('two2', 'Mưa to.')), by('anna1'));
    const returned = suggested(
      before,
      withBody(before, p('one1', 'Nước dâng rất chậm cao.'), p('two2', 'Mưa rất to.')),
      by('binh1'),
    );
    const mine = followed(before, withBody(before, hers, p('two2', 'Mưa to.'), p('new3', 'Hết.')));
    const merged = mergeStories(before, mine, returned).story;
    expect(of('anna1', merged)).toMatchObject([{ after: 'rất nhanh ' }]);
    expect(of('binh1', merged)).toHaveLength(2);
    expect(texts(storyAs(merged, 'original'))).toEqual([...texts(base()), 'Hết.']);
  });
});

describe('a suggestion of each kind', () => {
  const photo = (caption: string, more: object = {}): Block => ({
    type: 'figure',
    id: 'figure1',
    photos: [
      { id: 'photo1', media: null, alt: '', caption: [{ text: caption }], credit: '', source: '', rights: '', ...more },
    ],
  });
  const made = (before: Block[], after: Block[]) => {
    const first = under(withBody(base(), ...before));
    return openSuggestions(suggested(first, withBody(first, ...after), by('anna1')));
  };

  it('is of words in a caption, too', () => {
    expect(made([photo('Người dân dọn đồ')], [photo('Người dân vội dọn đồ')])).toMatchObject([
      { is: 'inserted', block: 'figure1', part: 'photo1:caption', before: '', after: 'vội ' },
    ]);
    const story = under(withBody(base(), photo('Người dân dọn đồ đạc')));
    const both = suggested(story, withBody(story, photo('Nhiều người dân dọn nhà')), by('anna1'));
    const [one] = openSuggestions(both);
    const accepted = resolve(both, new Set([one!.id]), 'accept');
    expect(openSuggestions(accepted)).toHaveLength(1);
    expect(openSuggestions(resolve(accepted, all(accepted), 'reject'))).toEqual([]);
  });

  it('is of words in a cell and in a fact box', () => {
    const table = (cell: string): Block => ({
      type: 'table',
      id: 'table1',
      rows: [{ cells: [{ text: [{ text: 'Xã' }] }, { text: [{ text: cell }] }] }],
    });
    expect(made([table('3 nhà')], [table('3 ngôi nhà')])).toMatchObject([{ part: 'rows:0:1', after: 'ngôi ' }]);
    const box = (title: string, line: string): Block => ({
      type: 'fact-box',
      id: 'box1',
      title: [{ text: title }],
      blocks: [p('line', line)],
    });
    expect(made([box('Số liệu', 'Mưa to.')], [box('Vài số liệu', 'Mưa rất to.')]).map(({ part }) => part)).toEqual([
      'title',
      'blocks',
    ]);
  });

  it('is one of a photo’s crop, of its picture, of a link', () => {
    expect(made([photo('A')], [photo('A', { media: 'pic1' })])).toMatchObject([
      { is: 'changed', part: 'photo1:media' },
    ]);
    const link = (href?: string): Block => ({ ...p('one1', ''), text: [{ text: 'Xem đây', ...(href && { href }) }] });
    expect(made([link()], [link('https://example.org/')])).toMatchObject([{ is: 'restyled', after: 'Xem đây' }]);
  });

  it('is one replacement where words are typed over others, and nothing where one’s own are taken out again', () => {
    const first = under(base());
    const typed = suggested(first, withBody(first, p('one1', 'Nước lên nhanh.'), p('two2', 'Mưa to.')), by('anna1'));
    expect(openSuggestions(typed)).toMatchObject([{ is: 'replaced', before: 'dâng cao', after: 'lên nhanh' }]);
    const less = suggested(typed, withBody(typed, p('one1', 'Nước lên.'), p('two2', 'Mưa to.')), by('anna1'));
    expect(openSuggestions(less)).toMatchObject([{ is: 'replaced', before: 'dâng cao', after: 'lên' }]);
    const none = suggested(less, withBody(less, ...base().body), by('anna1'));
    expect(openSuggestions(none)).toEqual([]);
  });
});
