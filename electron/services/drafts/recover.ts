import { fail, ok, type Result } from '../../../src/base/result.ts';
import { applyChange, type StoryChange } from '../../../src/story/change.ts';
import { createStory } from '../../../src/story/create.ts';
import { readStory } from '../../../src/story/read.ts';
import { STORY_SCHEMA, type Story } from '../../../src/story/schema.ts';
import { judge, type Verdict } from './judge.ts';
import type { Generation } from './read-folder.ts';
import { DRAFT_FORMAT, type ChangeRecord, type Saved, type SnapshotRecord } from './records.ts';

/** A story put together again from its files. */
export interface Recovered extends Saved, Verdict {
  /** The highest generation on disk. */
  top: number;
  /** Generations whose snapshot is good, the oldest first. */
  snapshots: number[];
  /** When the version was made that stands in for all other files (RFC 3339); null where there was better. */
  fromVersion: string | null;
  /** Changes that were made after the newest good snapshot. */
  changesSince: number;
  /** Changes that were once saved, as other files tell, and are in no file any more. */
  lost: number;
  /**
   * `closed`: the newest log was closed in good order and can be appended to. `open`: a crash or kill left it as it
   * was. `older`: stored in an older format. `damaged`: files are damaged or missing.
   */
  condition: 'closed' | 'open' | 'older' | 'damaged';
  /** The newest log's good bytes, the changes in it, and whether its mirror holds them all. */
  logLength: number;
  logChanges: number;
  isMirrored: boolean;
}

/** A version of the story's history, in the place of a snapshot where there is none. */
export type VersionBase = Pick<SnapshotRecord, 'seq' | 'at' | 'story'>;

/** The last change that belongs to each generation: a later one that took over has the word on what came after. */
function reaches(generations: readonly Generation[]): number[] {
  let reach = Infinity;
  const all: number[] = [];
  for (const { log, mirror, snapshot } of generations.toReversed()) {
    all.unshift(reach);
    const after = log?.start?.after ?? mirror?.start?.after ?? snapshot?.record?.seq;
    // A log that was made and never used took over nothing: making its generation failed, and the older one went on.
    const tookOver = snapshot !== undefined || [log, mirror].some((file) => file && file.changes.length > 0);
    if (tookOver && after !== undefined) reach = Math.min(reach, after);
  }
  return all;
}

/** Every change after `base`, by number, from logs and mirrors; and the highest number that any file knows of. */
function gather(generations: readonly Generation[], base: number): { changes: ChangeRecord[]; known: number } {
  const bySeq = new Map<number, ChangeRecord>();
  let known = base;
  const reach = reaches(generations);
  generations.forEach(({ log, mirror, snapshot }, i) => {
    const limit = reach[i] ?? Infinity;
    known = Math.max(known, snapshot?.record?.seq ?? 0);
    for (const file of [mirror, log]) {
      if (!file) continue;
      known = Math.max(known, Math.min(file.last, limit));
      for (const record of file.changes) if (record.seq > base && record.seq <= limit) bySeq.set(record.seq, record);
    }
  });
  return { changes: [...bySeq.values()].sort((a, b) => a.seq - b.seq), known };
}

function newestFormat(generations: readonly Generation[]): { format: number; schema: number } {
  let [format, schema] = [0, 0];
  for (const { snapshot, log, mirror } of generations) {
    format = Math.max(format, snapshot?.record?.format ?? 0, log?.start?.format ?? 0, mirror?.start?.format ?? 0);
    schema = Math.max(schema, snapshot?.record?.story.schema ?? 0, log?.start?.schema ?? 0, mirror?.start?.schema ?? 0);
  }
  return { format, schema };
}

function condition(
  generations: readonly Generation[],
  { damaged, missing, lost }: Verdict & { lost: number },
  base: SnapshotRecord | undefined,
): Recovered['condition'] {
  if (!base || damaged.length + missing.length + lost > 0) return 'damaged';
  if (base.story.schema < STORY_SCHEMA) return 'older';
  const last = generations.at(-1);
  const isClosed = last?.snapshot && last.log?.isEnded && last.log.state === 'whole' && last.isMirrored;
  return isClosed ? 'closed' : 'open';
}

/** What the logs alone can tell of a story none of whose snapshots can be read: the blocks and fields that changed. */
function fromNothing(id: string, changes: readonly ChangeRecord[]): Story | null {
  const [first] = changes;
  return first ? { ...createStory({ language: 'und', id, body: [] }), createdAt: first.at, updatedAt: first.at } : null;
}

const hasLogs = (generations: readonly Generation[]): boolean =>
  generations.some(({ log, mirror }) => log?.start ?? mirror?.start);

/**
 * Puts a story together from the newest good snapshot (where there is none, from the newest good version) and every later
 * change in any log or mirror.
 *
 * Fails with `story.newer` (`version`), `story.invalid`, and `drafts.unreadable` where not one record can be read.
 */
export function recover(
  generations: readonly Generation[],
  id: string,
  version: VersionBase | null = null,
): Result<Recovered> {
  const { format, schema } = newestFormat(generations);
  if (format > DRAFT_FORMAT || schema > STORY_SCHEMA) {
    return fail('story.newer', `written by a newer Copydesk (format ${format}, story format ${schema})`, {
      version: schema,
    });
  }
  const good = generations.flatMap(({ snapshot }) => snapshot?.record ?? []);
  const snapshot = good.at(-1);
  const base = snapshot ?? version;
  const { changes, known } = gather(generations, base?.seq ?? 0);
  const before = base?.story ?? fromNothing(id, changes);
  if (!before) return fail('drafts.unreadable', 'no snapshot and no change of the story can be read', { story: id });

  // Raw on purpose: an older format is replayed as what it was, then brought up to date as a whole.
  let raw = before as unknown as Story;
  for (const record of changes) raw = applyChange(raw, record.change as unknown as StoryChange);
  const at = changes.at(-1)?.at ?? base?.at ?? raw.updatedAt;
  const read = readStory({ ...raw, updatedAt: changes.length > 0 ? at : raw.updatedAt });
  if (!read.ok) return read;

  const lost = known - (base?.seq ?? 0) - changes.length;
  const verdict = { ...judge(generations), lost };
  return ok({
    ...verdict,
    story: read.value,
    seq: Math.max(base?.seq ?? 0, changes.at(-1)?.seq ?? 0),
    at,
    caret: changes.findLast(({ caret }) => caret)?.caret ?? snapshot?.caret,
    top: generations.at(-1)?.number ?? 0,
    snapshots: good.map(({ snapshot }) => snapshot),
    changesSince: changes.length,
    fromVersion: base === version && !hasLogs(generations) ? at : null,
    condition: condition(generations, verdict, snapshot),
    logLength: generations.at(-1)?.log?.goodLength ?? 0,
    logChanges: generations.at(-1)?.log?.changes.length ?? 0,
    isMirrored: generations.at(-1)?.isMirrored ?? false,
  });
}
