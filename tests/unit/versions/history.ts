import type { KeptVersion, Version, VersionKind } from '../../../src/versions/index.ts';

/** A hash that tests can read: `hash('a')` is 64 times a. */
export const hash = (letter: string): string => letter.repeat(64);

/** Versions made one after the other, each written `child<parent,parent`: `lineage('a', 'b<a', 'c<a', 'd<b,c')`. */
export function lineage(...made: string[]): Pick<Version, 'hash' | 'parents'>[] {
  return made.map((text) => {
    const [name = '', parents = ''] = text.split('<');
    return { hash: hash(name), parents: parents.split(',').filter(Boolean).map(hash) };
  });
}

/** A version of a history, made so many hours before `NOW`. */
export function madeAgo(n: number, hours: number, kind: VersionKind, more: Partial<KeptVersion> = {}): KeptVersion {
  const name = n.toString(16).padStart(64, '0');
  const at = new Date(NOW - hours * 3_600_000).toISOString();
  return { n, hash: name, parents: [], at, by: '', kind, words: 100, ...more };
}

/** Just after a full hour, so that spans are easy to count. */
export const NOW = Date.parse('2026-03-01T12:00:01Z');
