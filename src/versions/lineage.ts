import type { Version } from './version.ts';

/**
 * The hashes of what the version `head` came from, itself first, each before all that it came from. A hash stands there
 * twice where an older version was restored.
 *
 * @param versions a story's history in the order in which it was made: a parent stands before its child
 */
export function lineageOf(versions: readonly Pick<Version, 'hash' | 'parents'>[], head: string): string[] {
  const wanted = new Set([head]);
  const lineage: string[] = [];
  // Backwards through the order of making: a restored version is met first as itself, then as what it once was.
  for (const { hash, parents } of versions.toReversed()) {
    if (!wanted.delete(hash)) continue;
    lineage.push(hash);
    for (const parent of parents) wanted.add(parent);
  }
  // Known by name only: a version that this computer never had.
  return [...lineage, ...wanted];
}

/** Each hash with how often it came before, counted from the oldest, so that a restored version is not its original. */
function numbered(lineage: readonly string[]): string[] {
  const times = new Map<string, number>();
  return lineage
    .toReversed()
    .map((hash) => {
      const time = (times.get(hash) ?? 0) + 1;
      times.set(hash, time);
      return `${hash} ${time}`;
    })
    .reverse();
}

/**
 * The last version that two copies of a story share, or null where they share none: over it a merge is made. It is
 * the same whichever copy asks.
 *
 * @param mine and @param theirs lineages, as `lineageOf` gives them
 */
export function lastCommon(mine: readonly string[], theirs: readonly string[]): string | null {
  const places = new Map(numbered(theirs).map((name, index) => [name, index]));
  let best: string | null = null;
  let least = Infinity;
  numbered(mine).forEach((name, index) => {
    const sum = index + (places.get(name) ?? Infinity);
    // A version stands before all it came from in both lists, so the least sum has no common one after it.
    if (sum < least || (sum === least && best !== null && name < best)) [best, least] = [name, sum];
  });
  return least === Infinity ? null : ((best as string | null)?.split(' ')[0] ?? null);
}
