import { diffArrays } from 'diff';

/** So many insertions and deletions are looked for at once; texts further apart are first parted where a word anchors them. */
const MOST_EDITS = 200;

/** The places of the members that stand exactly once in the sequence. */
function singles<T>(sequence: readonly T[]): Map<T, number> {
  const places = new Map<T, number>();
  const twice = new Set<T>();
  sequence.forEach((member, place) => (places.has(member) ? twice.add(member) : places.set(member, place)));
  for (const member of twice) places.delete(member);
  return places;
}

/** Pairs of members that stand once on either side, in one order on both (the patience diff of Bram Cohen). */
function anchors<T>(before: readonly T[], after: readonly T[]): [number, number][] {
  const there = singles(after);
  const pairs = [...singles(before)].flatMap(([member, from]): [number, number][] => {
    const to = there.get(member);
    return to === undefined ? [] : [[from, to]];
  });
  return increasing(pairs.map(([, to]) => to)).flatMap((index) => (pairs[index] ? [pairs[index]] : []));
}

/** A stretch of both sequences that is still to be matched: from here to there, ends left out. */
interface Stretch {
  from: [number, number];
  to: [number, number];
}

/** Matches what is equal at both ends, and answers what lies between. */
function trim<T>(before: readonly T[], after: readonly T[], stretch: Stretch, places: Int32Array): Stretch {
  let [i, j] = stretch.from;
  let [iEnd, jEnd] = stretch.to;
  while (i < iEnd && j < jEnd && before[i] === after[j]) places[i++] = j++;
  while (iEnd > i && jEnd > j && before[iEnd - 1] === after[jEnd - 1]) places[--iEnd] = --jEnd;
  return { from: [i, j], to: [iEnd, jEnd] };
}

/**
 * Which member of `before` is which of `after`, in order: for each member of `before` its place in `after`, or -1. The
 * longest common subsequence (Myers 1986) where the two are near each other; else they are parted at members that stand
 * once in both, and matched between those, so that the time stays bounded.
 */
export function align<T>(before: readonly T[], after: readonly T[]): Int32Array {
  const places = new Int32Array(before.length).fill(-1);
  const waiting: (Stretch & { isParted?: boolean })[] = [{ from: [0, 0], to: [before.length, after.length] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, to } = trim(before, after, next, places);
    if (from[0] === to[0] || from[1] === to[1]) continue;
    const [old, now] = [before.slice(from[0], to[0]), after.slice(from[1], to[1])];
    const edits = diffArrays(old, now, { maxEditLength: MOST_EDITS });
    if (edits) {
      let [i, j] = from;
      for (const { added, removed, count } of edits) {
        if (added) j += count;
        else if (removed) i += count;
        else for (let step = 0; step < count; step++) places[i++] = j++;
      }
    } else if (!next.isParted) {
      let at = from;
      for (const [i, j] of anchors(old, now)) {
        const place: [number, number] = [from[0] + i, from[1] + j];
        places[place[0]] = place[1];
        waiting.push({ from: at, to: place, isParted: true });
        at = [place[0] + 1, place[1] + 1];
      }
      waiting.push({ from: at, to, isParted: true });
    }
  }
  return places;
}

/** The indices of a longest strictly increasing subsequence of `values`, negative values left out. */
export function increasing(values: ArrayLike<number>): number[] {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? -1;
    if (value < 0) continue;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(at);
  return chain.reverse();
}
