import type { InsertedPlace, Suggestion } from '../../src/review/index.ts';

/** What is suggested, and where in the text that stands. */
export interface Shown {
  all: readonly Suggestion[];
  places: readonly InsertedPlace[];
}

const NAMES = ['id', 'by', 'at', 'is', 'block', 'part', 'before', 'after'] as const satisfies (keyof Suggestion)[];

/** What is to be shown now; a suggestion that is what it was stays the same object, and all of it where nothing changed. */
export function asShown(
  old: Shown,
  { suggestions, places }: { suggestions: readonly Suggestion[]; places: readonly InsertedPlace[] },
): Shown {
  const known = new Map(old.all.map((one) => [one.id, one]));
  const kept = (one: Suggestion): Suggestion => {
    const was = known.get(one.id);
    return was && NAMES.every((name) => was[name] === one[name]) ? was : one;
  };
  const all = suggestions.map(kept);
  const now = places.map((place) => ({ ...place, suggestion: kept(place.suggestion) }));
  const isSame =
    all.length === old.all.length &&
    now.length === old.places.length &&
    all.every((one, index) => one === old.all[index]) &&
    now.every((place, index) => isSamePlace(place, old.places[index]));
  return isSame ? old : { all, places: now };
}

const isSamePlace = (a: InsertedPlace, b: InsertedPlace | undefined): boolean =>
  a.suggestion === b?.suggestion && a.line === b.line && a.from === b.from && a.to === b.to;
