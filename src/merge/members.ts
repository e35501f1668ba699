import type { Three } from './three.ts';
import { weave, type WovenSide } from './weave.ts';

/** One member of a merged list: its place in each version, or -1 where that has none. */
export type Places = Three<number>;

/** Which member of the base is which of a side, by the side's place, or -1. */
export type ToSide = ArrayLike<number>;

function sideOf(to: ToSide, count: number): WovenSide {
  const from = new Int32Array(count).fill(-1);
  for (let base = 0; base < to.length; base++) if ((to[base] ?? -1) >= 0) from[to[base] ?? 0] = base;
  return { to: Int32Array.from(to), from, closes: () => true };
}

/**
 * The order of a merged list of things: photos of a gallery, rows of a table. What one side took out goes, unless the
 * other worked on it (`isEdited`), which is told to `onRevived`; what a side put in stands where it put it.
 */
export function mergeMembers(
  counts: Three<number>,
  sides: readonly [ToSide, ToSide],
  isEdited: (base: number, side: 0 | 1) => boolean,
  onRevived: (base: number, by: 0 | 1) => void,
): Places[] {
  const [first, second] = [sideOf(sides[0], counts[1]), sideOf(sides[1], counts[2])];
  const { steps } = weave({ count: counts[0], closes: () => true, sides: [first, second] });
  return steps.flatMap((step): Places[] => {
    if ('base' in step) {
      const { base } = step;
      const places: Places = [base, first.to[base] ?? -1, second.to[base] ?? -1];
      if (places[1] >= 0 && places[2] >= 0) return [places];
      if (places[1] < 0 && places[2] < 0) return [];
      const by = places[1] >= 0 ? 0 : 1;
      if (!isEdited(base, by)) return [];
      onRevived(base, by);
      return [places];
    }
    return step.inserts.flatMap(({ side, from, to }) =>
      Array.from({ length: to - from }, (_, at): Places => (side === 0 ? [-1, from + at, -1] : [-1, -1, from + at])),
    );
  });
}

/** Which member of the base is which of the side by an id. */
export function byId<T>(base: readonly T[], side: readonly T[], idOf: (one: T) => string): number[] {
  const places = new Map(side.map((one, index) => [idOf(one), index]));
  return base.map((one) => {
    const place = places.get(idOf(one));
    places.delete(idOf(one));
    return place ?? -1;
  });
}
