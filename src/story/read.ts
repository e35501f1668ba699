import { z } from '../base/schema.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { blockSchema, STORY_SCHEMA, storySchema, type Block, type Story } from './schema.ts';
import { upgradeStory } from './upgrade.ts';

const known = new Set<string>(blockSchema.options.map((option) => option.shape.type.value));

const BLOCK_ID = /^[a-z0-9]{4,40}$/;

/** A stored block as this program can hold it: what it does not know is wrapped whole, and unwrapped once it is known. */
function readBlock(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const block = raw as Record<string, unknown>;
  if (block.type === 'unknown') {
    const inner = blockSchema.safeParse(block.original);
    return inner.success ? inner.data : block;
  }
  if (typeof block.type !== 'string' || known.has(block.type)) return block;
  const id = typeof block.id === 'string' && BLOCK_ID.test(block.id) ? block.id : 'unknown';
  return { type: 'unknown', id, original: block, fallback: readableText(block) };
}

/**
 * Changes name blocks by id, so a second block of one id would be taken for the first and its text lost. It gets an id of
 * its own, the same at every reading.
 */
function withOwnIds(body: readonly unknown[]): unknown[] {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return body.map((raw) => {
    if (typeof raw !== 'object' || raw === null || !('id' in raw) || typeof raw.id !== 'string') return raw;
    const stem = raw.id.slice(0, 30);
    let { id } = raw;
    while (taken.has(id)) {
      const copy = (copies.get(stem) ?? 1) + 1;
      copies.set(stem, copy);
      id = `${stem}${copy}`;
    }
    taken.add(id);
    return id === raw.id ? raw : { ...raw, id };
  });
}

function readableText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const texts: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && (key === 'text' || key === 'title' || key === 'caption')) texts.push(part);
    else if (typeof part === 'object') texts.push(readableText(part));
  }
  return texts.filter(Boolean).join(' ');
}

const readBody = (body: unknown): unknown => (Array.isArray(body) ? withOwnIds(body.map(readBlock)) : body);

/** The same version with its blocks read; anything else as it is. */
const readVersion = (version: unknown): unknown =>
  typeof version === 'object' && version !== null && 'body' in version
    ? {
        ...version,
        body: readBody(version.body),
        ...('others' in version && version.others !== undefined && { others: readVersion(version.others) }),
      }
    : version;

/** The story's blocks, and those of the version under review. */
const readBodies = ({ body, underReview }: Record<string, unknown>): Record<string, unknown> => ({
  body: readBody(body),
  ...(underReview !== undefined && { underReview: readVersion(underReview) }),
});

/**
 * A story from stored or received JSON: upgraded step by step, checked, unknown blocks wrapped.
 *
 * Fails with `story.newer` (made by a newer Copydesk; `version` names its format), `story.invalid` (not a story;
 * `where` names the first wrong place).
 */
export function readStory(raw: unknown): Result<Story> {
  const versioned = z.object({ schema: z.int().positive() }).safeParse(raw);
  if (!versioned.success) return fail('story.invalid', 'not a story: it has no format number', { where: 'schema' });
  if (versioned.data.schema > STORY_SCHEMA) {
    return fail('story.newer', `story format ${versioned.data.schema} is newer than ${STORY_SCHEMA}`, {
      version: versioned.data.schema,
    });
  }
  const upgraded = upgradeStory(raw as Record<string, unknown>);
  const parsed = storySchema.safeParse({ ...upgraded, ...readBodies(upgraded) });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail('story.invalid', z.prettifyError(parsed.error), { where: issue ? issue.path.join('.') : '' });
}

/** A story's blocks, those of the version under review too, as they are stored. */
export function storedBodies({ body, underReview }: Pick<Story, 'body' | 'underReview'>): Record<string, unknown> {
  if (!underReview) return { body: body.map(storedBlock) };
  const { others } = underReview;
  return {
    body: body.map(storedBlock),
    underReview: {
      ...underReview,
      body: underReview.body.map(storedBlock),
      ...(others && { others: { ...others, body: others.body.map(storedBlock) } }),
    },
  };
}

/** A block as it is stored: an unknown one in its original shape, so that a newer Copydesk finds it untouched. */
export function storedBlock(block: Block): unknown {
  return block.type === 'unknown' ? block.original : block;
}
