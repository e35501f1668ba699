import { z } from '../../../src/base/schema.ts';
import { caretSchema, type Caret } from '../../../src/story/caret.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import { STORY_SCHEMA, type Block, type Story } from '../../../src/story/schema.ts';
import { storedBlock } from '../../../src/story/read.ts';
import { frame, frameValue } from './frame.ts';

/*
 * The records of a story's files, as JSON. Instants are RFC 3339 with offset; `seq` counts changes from 1.
 * Stories and changes stay raw here: an older format is read whole and only then brought up to date.
 */

/** The number of this layout of files and records; a higher one in a file means a newer Copydesk. */
export const DRAFT_FORMAT = 1;

/** First record of a log: of which story and generation, in which formats, and the last change before it. */
const start = z.object({
  start: z.int().positive(),
  id: z.string(),
  format: z.int().positive(),
  schema: z.int().positive(),
  after: z.int().nonnegative(),
});
/** One change, and where the caret stood after it; a caret that makes no sense is none. */
const change = z.object({
  seq: z.int().positive(),
  at: z.string(),
  change: z.looseObject({ blocks: z.record(z.string(), z.unknown()) }),
  caret: caretSchema.optional().catch(undefined),
});
/** What a log that was closed ends with: a log that lost its last records lacks it. */
const end = z.object({ end: z.int().positive(), last: z.int().nonnegative() });
/** The one record of a snapshot: the story as it was after change `seq`, saved at `at`. */
const snapshot = z.object({
  snapshot: z.int().positive(),
  id: z.string(),
  format: z.int().positive(),
  seq: z.int().nonnegative(),
  at: z.string(),
  caret: caretSchema.optional().catch(undefined),
  story: z.looseObject({ schema: z.int().positive(), body: z.array(z.unknown()) }),
});

export type StartRecord = z.infer<typeof start>;
export type ChangeRecord = z.infer<typeof change>;
export type EndRecord = z.infer<typeof end>;
export type SnapshotRecord = z.infer<typeof snapshot>;

export const logRecordSchema = z.union([change, start, end]);
export const snapshotSchema = snapshot;

/** A story between two changes: what it is, the number of its last change, when that was made and where. */
export interface Saved {
  story: Story;
  seq: number;
  at: string;
  caret?: Caret | undefined;
}

// An unknown block lies on disk as it came, so that a newer Copydesk finds it untouched; wrapped only where its own
// id would not find it again.
const stored = (block: Block): unknown =>
  block.type === 'unknown' && block.original['id'] !== block.id ? block : storedBlock(block);

export const startBytes = (generation: number, id: string, after: number): Uint8Array =>
  frameValue({ start: generation, id, format: DRAFT_FORMAT, schema: STORY_SCHEMA, after } satisfies StartRecord);

export const endBytes = (generation: number, last: number): Uint8Array =>
  frameValue({ end: generation, last } satisfies EndRecord);

export function changeBytes(seq: number, at: string, made: StoryChange, caret?: Caret): Uint8Array {
  const blocks = Object.fromEntries(Object.entries(made.blocks).map(([id, block]) => [id, block && stored(block)]));
  return frameValue({ seq, at, change: { ...made, blocks }, caret } satisfies ChangeRecord);
}

const BLOCKS_AT_ONCE = 100;
const breathe = (): Promise<void> => new Promise((go) => setImmediate(go));

/** A snapshot's bytes, made in pieces so that a long story holds up nobody's typing. */
export async function snapshotBytes(generation: number, { story, seq, at, caret }: Saved): Promise<Uint8Array> {
  const { body, ...rest } = story;
  const head = JSON.stringify({ snapshot: generation, id: story.id, format: DRAFT_FORMAT, seq, at, caret });
  const pieces = [Buffer.from(`${head.slice(0, -1)},"story":${JSON.stringify(rest).slice(0, -1)},"body":[`)];
  for (let i = 0; i < body.length; i += BLOCKS_AT_ONCE) {
    const some = body.slice(i, i + BLOCKS_AT_ONCE).map((block) => JSON.stringify(stored(block)));
    pieces.push(Buffer.from((i > 0 ? ',' : '') + some.join()));
    await breathe();
  }
  pieces.push(Buffer.from(']}}'));
  return frame(...pieces);
}
