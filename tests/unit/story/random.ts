/** Chance that repeats: the same seed gives the same cases, so a failing one can be run again (mulberry32). */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  int: (below: number) => number;
  pick: <T>(from: readonly T[]) => T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick: (from) => {
      const picked = from[int(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

/** Runs `check` with `count` seeds; a failure names the seed. */
export function forSeeds(count: number, check: (c: Chance) => void): void {
  for (let seed = 1; seed <= count; seed++) {
    try {
      check(chance(seed));
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
}
