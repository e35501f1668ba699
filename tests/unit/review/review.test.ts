import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/index.ts';
import { mergeStories } from '../../../src/merge/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import {
  clashesOffered,
  commentsOf,
  followed,
  offered,
  openComments,
  openSuggestions,
  resolve,
  storyAs,
  stateAfterEdit,
  suggested,
  usualRules,
  waysFrom,
} from '../../../src/review/index.ts';
import type { ApprovalRules } from '../../../src/review/states.ts';
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

  it('is theirs of what both sides of a merge worded, and nothing else that came with it', () => {
    const who = { name: 'Minh', initials: 'M', colour: 'ochre' };
    const mine: Story = {
      ...withBody(base(), p('one1', 'Nước dâng rất nhanh.'), p('two2', 'Mưa to.')),
      headline: 'Lũ lớn',
    };
    const theirs: Story = {
      ...withBody(base(), p('one1', 'Nước dâng chậm.'), p('two2', 'Mưa rất to.')),
      headline: 'Lũ về',
    };
    const { story: merged, flags } = mergeStories(base(), mine, theirs);
    const taken = clashesOffered(mine, merged, flags, who, at(3));
    const open = openSuggestions(taken);
    expect(open.map(({ block, part }) => block ?? part)).toEqual(['headline', 'one1']);
    expect(open[1]?.after).toContain('chậm');
    expect(Object.values(taken.people ?? {})).toEqual([who]);
    const ids = new Set(open.map(({ id }) => id));
    const rejected = resolve(taken, ids, 'reject');
    expect([rejected.headline, ...texts(rejected)]).toEqual(['Lũ lớn', 'Nước dâng rất nhanh.', 'Mưa rất to.']);
    expect(texts(resolve(taken, ids, 'accept'))).toEqual(texts(merged));
    // Where nothing overlaps, nothing waits.
    const apart = mergeStories(
      base(),
      { ...base(), headline: 'Lũ lớn' },
      withBody(base(), p('one1', 'Nước rút.'), p('two2', 'Mưa to.')),
    );
    expect(clashesOffered(base(), apart.story, apart.flags, who, at(3))).toBe(apart.story);
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
  it('begin anew where an approved one is changed, unless the newsroom wants otherwise', () => {
    expect(stateAfterEdit({ state: 'approved' })).toBe('in-review');
    expect(stateAfterEdit({ state: 'approved' }, false)).toBeNull();
    expect(stateAfterEdit({ state: 'pushed' }, false)).toBe('corrected');
    expect(stateAfterEdit({ state: 'killed' })).toBeNull();
  });

  it('name what stands before an approval, as far as the newsroom asks for it', () => {
    const now = { openSuggestions: 2, errors: 0, isAuthor: true, name: 'Lan' };
    const approve = (approval: ApprovalRules['approval'], approvers: string[] = []) =>
      waysFrom('in-review', now, { ...usualRules, approval, approvers }).find(({ to }) => to === 'approved');
    expect(approve(['no-suggestions', 'no-errors'])?.unmet).toEqual(['no-suggestions']);
    expect(approve(['no-suggestions', 'not-author'])?.unmet).toEqual(['no-suggestions', 'not-author']);
    expect(approve([])?.unmet).toEqual([]);
    expect(approve([], ['Minh', 'Hà'])?.unmet).toEqual(['approver']);
    expect(approve([], ['Minh', ' lan'])?.unmet).toEqual([]);
    expect(waysFrom('in-review', now, usualRules).find(({ to }) => to === 'killed')?.unmet).toEqual([]);
  });
});
