import type { KeptVersion, Version, VersionKind } from './version.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Kinds that someone chose, or that someone else may hold: never dropped. */
const FOR_EVER: ReadonlySet<VersionKind> = new Set(['named', 'received', 'sent', 'pushed', 'reviewed', 'after-merge']);

/** Whether a version is kept whatever comes: it was named, or someone else may hold it. */
export const isForEver = ({ kind, label }: KeptVersion | Version): boolean => label !== undefined || FOR_EVER.has(kind);

/** So far back (in milliseconds), one version is kept of each span of so many milliseconds. */
const SPANS = [
  { from: DAY, span: HOUR },
  { from: 7 * DAY, span: DAY },
  { from: 60 * DAY, span: 7 * DAY },
];

const spanAt = (age: number): number => SPANS.findLast(({ from }) => age >= from)?.span ?? 0;

/** Of a span, what a person asked for is kept rather than what came by itself. */
const weight = ({ kind }: KeptVersion): number => (kind === 'timed' ? 0 : kind === 'saved' ? 2 : 1);

/**
 * The numbers of the versions that may go: of the last day none, then one is kept an hour, after a week one a day,
 * after two months one a week. Never one that was named, received, sent, pushed or reviewed, that a merge was made of
 * or gave, the first, the newest, or one of `bases`; never one whose time makes no sense or lies in the future.
 *
 * @param versions the history in the order in which it was made
 * @param at now, in milliseconds since the epoch
 * @param bases hashes that others may come back to
 */
export function thin(versions: readonly KeptVersion[], at: number, bases: ReadonlySet<string> = new Set()): number[] {
  const held = new Set(bases);
  for (const { parents } of versions) if (parents.length > 1) for (const parent of parents) held.add(parent);
  const best = new Map<string, KeptVersion>();
  const dropped: number[] = [];
  versions.forEach((version, index) => {
    const isEnd = index === 0 || index === versions.length - 1;
    if (isEnd || isForEver(version) || held.has(version.hash)) return;
    const made = Date.parse(version.at);
    const span = spanAt(at - made);
    if (span === 0 || Number.isNaN(made)) return;
    const key = `${span} ${Math.floor(made / span)}`;
    const before = best.get(key);
    if (!before) {
      best.set(key, version);
    } else if (weight(version) >= weight(before)) {
      dropped.push(before.n);
      best.set(key, version);
    } else {
      dropped.push(version.n);
    }
  });
  return dropped;
}
