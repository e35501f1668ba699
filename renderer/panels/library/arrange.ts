import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import type { Filters, Search, Sort } from '../../state/finder.ts';

const DAY_MS = 86_400_000;

interface Arranging {
  search: Search;
  filters: Filters;
  sort: Sort | null;
  /** The interface's language, whose order headlines follow. */
  language: string;
  now: Date;
}

/** The stories that are to be seen, in their order: pinned ones first, but for what is looked for. */
export function arrange(
  stories: readonly StorySummary[],
  { search, filters, sort, language, now }: Arranging,
): StorySummary[] {
  const since = sinceWhen(filters.since, now);
  const passes = (story: StorySummary): boolean =>
    (filters.state === null || story.state === filters.state) &&
    (filters.section === null || story.section === filters.section) &&
    (filters.language === null || story.language === filters.language) &&
    (filters.author === null || story.authors.includes(filters.author)) &&
    (filters.isFor === null || isSameName(story.assignee, filters.isFor)) &&
    (!filters.isDueToday || isDue(story.deadline, now)) &&
    (!filters.hasComments || story.openComments > 0) &&
    (since === null || Date.parse(story.updatedAt) >= since);

  if (search.ids) {
    const byId = new Map(stories.map((story) => [story.id, story]));
    const found = search.ids.flatMap((id) => byId.get(id) ?? []).filter(passes);
    return sort === null ? found : ordered(found, sort, language);
  }
  const shown = ordered(stories.filter(passes), sort ?? 'changed', language);
  return [...shown.filter(({ isPinned }) => isPinned), ...shown.filter(({ isPinned }) => !isPinned)];
}

const isSameName = (a: string, b: string): boolean =>
  a.trim().normalize('NFC').toLocaleLowerCase() === b.trim().normalize('NFC').toLocaleLowerCase();

/** Whether it must be done before tomorrow; what should have been done yesterday too. */
function isDue(deadline: string | null, now: Date): boolean {
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  return deadline !== null && Date.parse(deadline) < tomorrow;
}

function ordered(stories: StorySummary[], sort: Sort, language: string): StorySummary[] {
  switch (sort) {
    case 'changed':
      return sortedBy(stories, ({ updatedAt }) => Date.parse(updatedAt));
    case 'created':
      return sortedBy(stories, ({ createdAt }) => Date.parse(createdAt));
    case 'words':
      return sortedBy(stories, ({ words }) => words);
    case 'headline': {
      const { compare } = new Intl.Collator(language, { numeric: true });
      // What has no headline yet stands behind what has.
      return stories.toSorted(
        (a, b) => Number(a.headline === '') - Number(b.headline === '') || compare(a.headline, b.headline),
      );
    }
  }
}

/** The most first; the same stay as they stood. */
function sortedBy(stories: StorySummary[], size: (story: StorySummary) => number): StorySummary[] {
  const sizes = new Map(stories.map((story) => [story, size(story)]));
  return stories.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}

function sinceWhen(since: Filters['since'], now: Date): number | null {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  switch (since) {
    case 'today':
      return midnight;
    case 'week':
      return midnight - 6 * DAY_MS;
    case 'month':
      return midnight - 29 * DAY_MS;
    case null:
      return null;
  }
}

/** The values of one kind that occur, each with how many stories bear it, in the language's order. */
export function valuesOf(
  stories: readonly StorySummary[],
  of: (story: StorySummary) => readonly string[],
  language: string,
): string[] {
  const values = new Set(stories.flatMap(of).filter((value) => value !== ''));
  return [...values].sort(new Intl.Collator(language).compare);
}
