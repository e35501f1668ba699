import type { Deed, Entry, Thread } from '../story/review.ts';
import type { Three } from './three.ts';
import { same } from './values.ts';

const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]));

/**
 * Things by their ids: what either side added is there, in the order of time; what one took out goes, unless the other changed
 * it; where both changed one, `merge` decides.
 */
function mergeById<T extends { id: string }>(
  [base, first, second]: Three<readonly T[]>,
  startOf: (one: T) => string,
  merge: (base: T | undefined, first: T, second: T) => T,
): T[] {
  const [known, ones, twos] = [byId(base), byId(first), byId(second)];
  const merged = [...new Map([...ones, ...twos]).keys()].flatMap((id): T[] => {
    const [was, one, two] = [known.get(id), ones.get(id), twos.get(id)];
    if (one && two) return [same(one, two) ? one : merge(was, one, two)];
    const kept = one ?? two;
    return kept && (!was || !same(was, kept)) ? [kept] : [];
  });
  return merged.sort((a, b) => order(startOf(a), startOf(b)) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What one side alone changed counts; where both did the first's, which is the same whoever merges. */
const chosen = <T>(base: T, first: T, second: T): T => (same(first, base) ? second : first);

function mergeEntry(base: Entry | undefined, first: Entry, second: Entry): Entry {
  if (base) return chosen(base, first, second);
  return (first.editedAt ?? '') >= (second.editedAt ?? '') ? first : second;
}

function mergeThread(base: Thread | undefined, first: Thread, second: Thread): Thread {
  const entries = mergeById([base?.entries ?? [], first.entries, second.entries], ({ at }) => at, mergeEntry);
  const { resolved: _, ...rest } = chosen(base ?? first, first, second);
  const resolved = base ? chosen(base.resolved, first.resolved, second.resolved) : (first.resolved ?? second.resolved);
  return { ...rest, entries, ...(resolved && { resolved }) };
}

/** The threads of both sides: united by id, and so are the contributions to each. */
export function mergeThreads(threads: Three<readonly Thread[]>): Thread[] {
  return mergeById(threads, ({ entries }) => entries[0]?.at ?? '', mergeThread);
}

/** Both records as one; nothing ever goes from it. */
export function uniteRecords(first: readonly Deed[], second: readonly Deed[]): Deed[] {
  return mergeById(
    [[], first, second],
    ({ at }) => at,
    (_, one) => one,
  );
}
