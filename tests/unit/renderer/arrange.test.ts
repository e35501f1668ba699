import { describe, expect, it } from 'vitest';
import { arrange, valuesOf } from '../../../renderer/panels/library/arrange.ts';
import { noSelection, only, still, stretched, toggled } from '../../../renderer/panels/library/selection.ts';
import { noFilters, type Filters, type Sort } from '../../../renderer/state/finder.ts';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';

const now = new Date(2025, 5, 12, 15, 0);
const at = (day: number): string => new Date(2025, 5, day, 9).toISOString();
const row = (id: string, fields: Partial<StorySummary> = {}): StorySummary => ({
  id,
  headline: id,
  language: 'vi',
  words: 100,
  createdAt: at(1),
  updatedAt: at(1),
  state: 'draft',
  section: '',
  authors: [],
  photo: null,
  assignee: '',
  deadline: null,
  openComments: 0,
  isPinned: false,
  binnedAt: null,
  ...fields,
});
const ids = (
  stories: StorySummary[],
  { found = null, sort = null, ...filters }: Partial<Filters> & { found?: string[] | null; sort?: Sort | null } = {},
): string[] =>
  arrange(stories, {
    search: { text: found ? 'x' : '', ids: found },
    filters: { ...noFilters, ...filters },
    sort,
    language: 'vi',
    now,
  }).map(({ id }) => id);

describe('the list’s order', () => {
  const stories = [
    row('a', { updatedAt: at(10), createdAt: at(2), words: 50, headline: 'Đê biển' }),
    row('b', { updatedAt: at(12), createdAt: at(1), words: 900, headline: 'Dừa sáp' }),
    row('c', { updatedAt: at(11), createdAt: at(3), words: 200, headline: 'Ăn Tết' }),
    row('d', { updatedAt: at(9), createdAt: at(4), words: 10, headline: '' }),
    row('e', { updatedAt: at(8), createdAt: at(5), words: 20, headline: 'An toàn' }),
  ];

  it('is by last change, what was made last, length', () => {
    expect(ids(stories)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(ids(stories, { sort: 'created' })).toEqual(['e', 'd', 'c', 'a', 'b']);
    expect(ids(stories, { sort: 'words' })).toEqual(['b', 'c', 'a', 'e', 'd']);
  });

  it('by headline is the language’s own, with the untitled last', () => {
    // Vietnamese has a before ă, and d before đ.
    expect(ids(stories, { sort: 'headline' })).toEqual(['e', 'c', 'b', 'a', 'd']);
  });

  it('has what is pinned on top, but not in a search', () => {
    const pinned = stories.map((story) => (story.id === 'e' ? { ...story, isPinned: true } : story));
    expect(ids(pinned)[0]).toBe('e');
    expect(ids(pinned, { found: ['a', 'e', 'zz', 'b'] })).toEqual(['a', 'e', 'b']);
  });
});

describe('filters', () => {
  const stories = [
    row('a', { state: 'in-review', section: 'Thời sự', authors: ['Lan', 'Hà'], updatedAt: at(12) }),
    row('b', { language: 'en', openComments: 2, updatedAt: at(6) }),
    row('c', { section: 'Văn hoá', authors: ['Hà'], updatedAt: new Date(2025, 4, 13, 1).toISOString() }),
  ];

  it.each([
    [{ state: 'in-review' }, ['a']],
    [{ section: 'Văn hoá' }, ['c']],
    [{ author: 'Hà' }, ['a', 'c']],
    [{ language: 'en' }, ['b']],
    [{ hasComments: true }, ['b']],
    [{ since: 'today' }, ['a']],
    [{ since: 'week' }, ['a', 'b']],
    [{ since: 'month' }, ['a', 'b']],
    [{ author: 'Hà', state: 'in-review' }, ['a']],
  ] as [Partial<Filters>, string[]][])('%o lets %o through', (filters, wanted) => {
    expect(ids(stories, filters)).toEqual(wanted);
  });

  it('are offered as they occur, in the language’s order', () => {
    expect(valuesOf(stories, ({ authors }) => authors, 'vi')).toEqual(['Hà', 'Lan']);
    expect(valuesOf(stories, ({ section }) => [section], 'vi')).toEqual(['Thời sự', 'Văn hoá']);
  });
});

describe('choosing several', () => {
  const order = ['a', 'b', 'c', 'd'];
  const chosen = (selection: { ids: ReadonlySet<string> }): string[] => [...selection.ids].sort();

  it('adds and takes away one at a time', () => {
    expect(chosen(toggled(only('a'), 'c'))).toEqual(['a', 'c']);
    expect(chosen(toggled(toggled(only('a'), 'c'), 'a'))).toEqual(['c']);
  });

  it('stretches from where it began, either way', () => {
    expect(chosen(stretched(only('b'), order, 'd'))).toEqual(['b', 'c', 'd']);
    expect(chosen(stretched(stretched(only('b'), order, 'd'), order, 'a'))).toEqual(['a', 'b']);
    expect(chosen(stretched(noSelection, order, 'c'))).toEqual(['c']);
  });

  it('forgets what is no longer in the list', () => {
    expect(chosen(still({ ids: new Set(['a', 'z']), anchor: 'z' }, order))).toEqual(['a']);
  });
});
