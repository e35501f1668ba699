import type { Flag } from '../merge/index.ts';
import type { Story } from '../story/schema.ts';
import type { Conflict, Difference } from './adapter.ts';
import { conflictOf, fieldDifferences } from './conflict.ts';
import type { PushJob } from './push/job.ts';
import type { RemotePost } from './remote.ts';
import { sayingOf, type Unit } from './units.ts';

/** Whether two contents say the same, piece by piece: markup that the CMS tidied is no change. */
export function saysTheSame(one: readonly Unit[], other: readonly Unit[]): boolean {
  return (
    one.length === other.length && one.every(({ block }, at) => sayingOf(block) === sayingOf((other[at] as Unit).block))
  );
}

/** Fields of a post that are not the story's own: its desk may have set them, and `keep` of `Changed` may leave them so. */
export const isPostField = (part: string): boolean =>
  ['excerpt', 'slug', 'tags', 'categories', 'featured'].includes(part);

const list = (names: readonly string[]): string => [...names].sort().join(', ').toLowerCase();

const partOf = (post: RemotePost, part: string): string => {
  if (part === 'tags' || part === 'categories') return list(post[part]);
  return part === 'excerpt' || part === 'slug' || part === 'featured' ? post[part] : '';
};

/** Fields that the desk there changed since: kept where we did not change them too, else for a person to decide. */
function fieldsThere({ base }: PushJob, remote: RemotePost, wanted: Wanted): { kept: Difference[]; clashes: Flag[] } {
  const kept: Difference[] = [];
  const clashes: Flag[] = [];
  if (!base) return { kept, clashes };
  for (const difference of fieldDifferences(base.post, remote)) {
    const { part, before, after } = difference;
    if (!isPostField(part)) continue;
    const want = wanted[part];
    const ours = Array.isArray(want) ? list(want) : (want ?? partOf(base.post, part));
    if (ours === partOf(remote, part)) continue;
    if (ours === partOf(base.post, part)) kept.push(difference);
    else
      clashes.push({ kind: 'both-set', block: null, part, mine: String(want ?? before), theirs: after, kept: 'mine' });
  }
  return { kept, clashes };
}

/** What the order asks of the fields that are not the story's own, by the part's name, as far as it asks anything. */
export type Wanted = Partial<Record<string, string | string[]>>;

/** What becomes of a push to a post that is there. */
export interface Verdict {
  /** The story to push: the job's, or the merge. */
  story: Story;
  combined: Difference[];
  /** The fields that the desk there set and the push leaves as they are. */
  kept: string[];
  /** Null where the push may go on. */
  conflict: Conflict | null;
}

/**
 * Judges what became of a post since we saw it. `their` is the post as a story; `isOurText` whether its words are those
 * that we left, or those that we are about to send (an answer was lost).
 */
export function verdictOf(job: PushJob, remote: RemotePost, their: Story, isOurText: boolean, wanted: Wanted): Verdict {
  const { base, story, changed } = job;
  const { kept, clashes } = fieldsThere(job, remote, wanted);
  const go = { story, combined: [], kept: [], conflict: null };
  const keptParts = kept.map(({ part }) => part);
  // What their desk set alone was shown as combined, and stays.
  if (changed.do === 'accepted' && changed.over === remote.revision)
    return { ...go, kept: [...keptParts, ...(changed.keep ?? [])] };
  if (clashes.length === 0 && isOurText) {
    const conflict = changed.do === 'ask' && kept.length > 0 ? conflictOf(base, story, remote, their) : null;
    return { story, combined: kept, kept: keptParts, conflict };
  }
  const conflict = conflictOf(base, story, remote, their);
  conflict.flags.push(...clashes);
  if (changed.do === 'combine' && base && conflict.flags.length === 0)
    return { story: conflict.merged, combined: conflict.theirChanges, kept: keptParts, conflict: null };
  return { ...go, conflict };
}
