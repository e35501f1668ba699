import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/index.ts';
import { mergeStories } from '../../../src/merge/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import {
  commentsOf,
  followed,
  offered,
  openComments,
  openSuggestions,
  resolve,
  storyAs,
  suggested,
  waysFrom,
} from '../../../src/review/index.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Entry, Thread } from '../../../src/story/review.ts';
import type { Block, Story } from '../../../src/story/schema.ts';
import { blockText } from '../../../src/story/walk.ts';
import { broughtBack } from '../../../src/versions/index.ts';
import { p, story } from '../story/build.ts';

const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
const entry = (id: string, by: string, minute: number, text: string): Entry => ({ id, by, at: at(minute), text });
const thread = (id: string, entries: Entry[]): Thread => ({
  id,
  anchor: { on: 'text', block: 'one1' },
  quote: 'q',
  entries,
});

const base = (): Story => ({ ...story('Lũ', p('one1', 'Nước dâng cao.'), p('two2', 'Mưa to.')), updatedAt: at(0) });
const under = (of: Story): Story => ({
  ...of,
  underReview: { fields: printedFieldsOf(of), body: of.body, makers: {} },
});
const texts = ({ body }: Pick<Story, 'body'>): string[] => body.map(blockText);
const withBody = (of: Story, ...body: Block[]): Story => ({ ...of, body });
let count = 0;
const by = (who: string) => ({ by: who, at: at(5), newId: () => `sugg${count++}` });

describe('a suggestion', () => {
  it('belongs to the one who made it, and stays theirs and the same one while it grows', () => {
    const first = under(base());
    const typed = suggested(first, withBody(first, p('one1', 'Nước dâng rất cao.'), p('two2', 'Mưa to.')), by('anna1'));
    const [one] = openSuggestions(typed);
    expect(one).toMatchObject({ by: 'anna1', is: 'inserted', after: 'rất ', block: 'one1' });
    const more = suggested(
      typed,
      withBody(typed, p('one1', 'Nước dâng rất nhanh cao.'), p('two2', 'Mưa to.')),
      by('anna1'),
    );
    expect(openSuggestions(more)).toMatchObject([{ id: one?.id, by: 'anna1', after: 'rất nhanh ' }]);
    const other = suggested(more, withBody(more, more.body[0]!, p('two2', 'Mưa rất to.')), by('binh1'));
    expect(openSuggestions(other).map((each) => each.by)).toEqual(['anna1', 'binh1']);
  });

  it('stays one while the author writes on beside it, and what the author wrote is text', () => {
    const first = under(base());
    const ed = suggested(first, withBody(first, p('one1', 'Nước dâng nhanh.'), p('two2', 'Mưa to.')), by('anna1'));
    const after = followed(
      ed,
      withBody(ed, p('one1', 'Sáng nay Nước dâng nhanh.'), p('two2', 'Mưa to.'), p('new3', 'Hết.')),
    );
    expect(texts(storyAs(after, 'original'))).toEqual(['Sáng nay Nước dâng cao.', 'Mưa to.', 'Hết.']);
    expect(openSuggestions(after)).toMatchObject([{ by: 'anna1', before: 'cao', after: 'nhanh' }]);
    expect(texts(resolve(after, new Set(openSuggestions(after).map(({ id }) => id)), 'accept'))).toEqual([
      'Sáng nay Nước dâng nhanh.',
      'Mưa to.',
      'Hết.',
    ]);
  });

  it('is open for the checks, and none is left once all are decided', () => {
    const first = under(base());
    const ed = suggested(first, { ...first, headline: 'Lũ lớn' }, by('anna1'));
    expect(check(ed).filter(({ rule }) => rule === 'review.suggestion')).toHaveLength(1);
    const rejected = resolve(ed, new Set(openSuggestions(ed).map(({ id }) => id)), 'reject');
    expect(rejected.headline).toBe('Lũ');
    expect(rejected.underReview).toBeNull();
  });

  it('is made of all that a copy without review brought, under its author’s name', () => {
    const mine = base();
    const theirs = withBody(mine, p('one1', 'Nước dâng nhanh.'), p('two2', 'Mưa to.'));
    const merged = mergeStories(base(), mine, theirs).story;
    const story = offered(mine, merged, { name: 'Bình', initials: 'B', colour: 'red' }, at(9));
    const [one] = openSuggestions(story);
    expect(story.people?.[one?.by ?? '']?.name).toBe('Bình');
    expect(texts(storyAs(story, 'original'))).toEqual(texts(mine));
  });

  it('is none when only a comment was put on a caption or on who said a quote', () => {
    const quote = (comments?: string[]): Block => ({
      type: 'quote',
      id: 'quote1',
      text: [{ text: 'Nước lên.' }],
      attribution: [{ text: 'Bà Lan', ...(comments && { comments }) }],
    });
    const first = under(withBody(base(), quote()));
    const commented = withBody(first, quote(['thread1']));
    expect(openSuggestions(commented)).toEqual([]);
  });
});

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

describe('comments', () => {
  it('of both sides are united, answers within a thread too, and settled where one settled them', () => {
    const one = { ...base(), threads: [thread('thread1', [entry('entry1', 'anna1', 1, 'Số này?')])] };
    const mine = {
      ...one,
      threads: [thread('thread1', [...one.threads[0]!.entries, entry('entry2', 'lan01', 2, 'Đúng.')])],
    };
    const theirs = {
      ...one,
      threads: [
        { ...one.threads[0]!, resolved: { by: 'anna1', at: at(3) } },
        thread('thread2', [entry('entry3', 'anna1', 3, 'Nguồn?')]),
      ],
    };
    const { story: merged, flags } = mergeStories(one, mine, theirs);
    expect(merged.threads?.map(({ id, entries }) => [id, entries.map((each) => each.id)])).toEqual([
      ['thread1', ['entry1', 'entry2']],
      ['thread2', ['entry3']],
    ]);
    expect(merged.threads?.[0]?.resolved?.by).toBe('anna1');
    expect(flags).toEqual([]);
    expect(mergeStories(one, theirs, mine).story).toEqual(merged);
  });

  it('taken out by one stay out, unless the other answered', () => {
    const one = {
      ...base(),
      threads: ['thread1', 'thread2'].map((id) => thread(id, [entry(`${id}e`, 'anna1', 1, 'x')])),
    };
    const mine = { ...one, threads: [] };
    const answered = thread('thread2', [...one.threads[1]!.entries, entry('entry9', 'binh1', 2, 'y')]);
    const theirs = { ...one, threads: [one.threads[0]!, answered] };
    expect(mergeStories(one, mine, theirs).story.threads?.map(({ id }) => id)).toEqual(['thread2']);
  });

  it('show where their words are now, and that they are gone', () => {
    const words: Block = {
      type: 'paragraph',
      id: 'two2',
      text: [{ text: 'Nước', comments: ['thread1'] }, { text: ' lên' }],
    };
    const said = { ...withBody(base(), words), threads: [thread('thread1', []), thread('thread2', [])] };
    expect(commentsOf(said).map(({ block, isOrphan }) => [block, isOrphan])).toEqual([
      ['two2', false],
      [null, true],
    ]);
    expect(openComments({ ...said, threads: [{ ...said.threads[0]!, resolved: { by: 'anna1', at: at(1) } }] })).toEqual(
      [],
    );
  });

  it('and all else of review leave in no form', () => {
    const words: Block = {
      type: 'paragraph',
      id: 'one1',
      text: [{ text: 'Nước', comments: ['thread1'] }, { text: ' lên' }],
    };
    const said: Story = { ...withBody(base(), words), threads: [thread('thread1', [])], people: {}, record: [] };
    const out = storyAs(said, 'original');
    expect(out.body).toEqual([p('one1', 'Nước lên')]);
    expect(Object.keys(out)).not.toEqual(expect.arrayContaining(['threads']));
  });

  it('stay said when an older version is brought back, and an approved story is reviewed again', () => {
    const now: Story = { ...base(), threads: [thread('thread1', [])], review: { state: 'approved' } };
    const back = broughtBack(now, createStory({ language: 'vi', headline: 'Cũ' }));
    expect(back).toMatchObject({ headline: 'Cũ', threads: [{ id: 'thread1' }], review: { state: 'in-review' } });
  });
});

describe('the ways of a story', () => {
  it('name what stands before an approval, as far as the newsroom asks for it', () => {
    const now = { openSuggestions: 2, errors: 0, isAuthor: true };
    const approve = (rules: Parameters<typeof waysFrom>[2]) =>
      waysFrom('in-review', now, rules).find(({ to }) => to === 'approved');
    expect(approve(['no-suggestions', 'no-errors'])?.unmet).toEqual(['no-suggestions']);
    expect(approve(['no-suggestions', 'not-author'])?.unmet).toEqual(['no-suggestions', 'not-author']);
    expect(approve([])?.unmet).toEqual([]);
  });
});
