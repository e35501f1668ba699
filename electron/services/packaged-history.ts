import type { Story } from '../../src/story/schema.ts';
import type { PackagedHistory } from '../../src/package/index.ts';
import { lineageOf, type KeptVersion, type VersionKind } from '../../src/versions/index.ts';
import type { Versions } from './versions.ts';

/** Kinds of version that another copy may have come from. */
const SHARED: ReadonlySet<VersionKind> = new Set(['sent', 'received', 'pushed', 'reviewed', 'after-merge']);
/** So many versions travel at most, the newest: a copy that comes back is seldom older than that. */
const MOST_VERSIONS = 12;

/** A version without its number in this computer's history. */
const plain = ({ n: _, ...version }: KeptVersion): PackagedHistory['versions'][number]['version'] => version;

/** What a package must carry of a story's history, seen from the version `hash`. */
export async function historyFor({ history }: Versions, id: string, hash: string): Promise<PackagedHistory> {
  const listed = await history.list(id);
  if (!listed.ok) return { lineage: [], versions: [] };
  const oldestFirst = listed.value.toReversed();
  const lineage = lineageOf(oldestFirst, hash);
  const versions: { version: ReturnType<typeof plain>; story: Story }[] = [];
  for (const name of lineage.slice(1)) {
    const version = listed.value.find((one) => one.hash === name && SHARED.has(one.kind));
    if (!version || versions.length >= MOST_VERSIONS) continue;
    const read = await history.read(id, name);
    if (read.ok && !versions.some((one) => one.version.hash === name))
      versions.push({ version: plain(version), story: read.value.story });
  }
  const head = listed.value.find((one) => one.hash === hash);
  return { lineage: lineage.slice(1), head: head && plain(head), versions: versions.reverse() };
}
