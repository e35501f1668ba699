import { fold } from '../../src/base/text.ts';

/** Where a key leads in a list of `count` rows from row `here`; null where the key is not one that moves. */
export function rowAfter(key: string, here: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(here + 1, count - 1);
    case 'ArrowUp':
      return Math.max(here - 1, 0);
    case 'PageDown':
      return Math.min(here + 10, count - 1);
    case 'PageUp':
      return Math.max(here - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * The row that begins with what was typed, from `here` on and round to it again; accents and case don't count.
 * A single letter looks on from the row after, so that pressing it again goes on; a longer word may stay where it is.
 */
export function rowByName(names: readonly string[], typed: string, here: number): number | null {
  const wanted = fold(typed);
  const start = typed.length === 1 ? here + 1 : Math.max(here, 0);
  for (let step = 0; step < names.length; step++) {
    const row = (start + step) % names.length;
    if (fold(names[row] ?? '').startsWith(wanted)) return row;
  }
  return null;
}
