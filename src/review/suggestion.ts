import { shortHash } from '../base/short-hash.ts';
import type { Line, Row, Token } from '../merge/stream.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import { canonicalJson } from '../base/json.ts';
import { plainText } from '../story/runs.ts';
import { NOBODY } from '../story/review.ts';
import type { Block, OthersVersion, PrintedFields, Run, Story, UnderReview } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';
import { bare } from './bare.ts';
import type { Box, Chunk, Edits, Step } from './difference.ts';
import { editsBetween } from './edits.ts';

/**
 * What somebody would have otherwise than the version under review. `block` is the block that it stands in (an item of a list by its
 * list), null for a field; `part` the field, or the member of a block. `before` and `after` are the words concerned, or values in
 * a word: empty where there are none.
 *
 * - `inserted`, `deleted`, `replaced`: words, whole blocks, breaks between paragraphs (a line break stands for one).
 * - `moved`: blocks or words that stand elsewhere; `after` says which.
 * - `restyled`: the same words drawn otherwise or linked elsewhere.
 * - `changed`: another kind of block, another caption, credit, picture, crop, order of a list, field.
 */
export interface Suggestion {
  id: string;
  /** Who made it (a key of the story's `people`), and when. */
  by: string;
  at: string;
  is: 'inserted' | 'deleted' | 'replaced' | 'moved' | 'restyled' | 'changed';
  block: string | null;
  part: string;
  before: string;
  after: string;
}

/** A suggestion with what it is made of. */
export interface Made extends Suggestion {
  /** The name of its maker's entry in `UnderReview.makers`. */
  key: string;
  /** Its edit of the body, or null for one of a field. */
  edit: number | null;
  /** It is one that somebody else works on. */
  isBelow: boolean;
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.is === 'char') return token.text;
      return token.is === 'box'
        ? `${blockText(token.block)}\n`
        : token.is === 'still'
          ? `${plainText(token.text)}\n`
          : '\n';
    })
    .join('');

const valueOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'text' in one))
    return plainText(value as Run[]);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value.text;
  return canonicalJson(value);
};

function memberOf(block: Block, part: string): string {
  if (part === '*') return blockText(block);
  const [photo, member] = part.split(':');
  if (member === undefined)
    return part === 'photos' ? blockText(block) : valueOf((block as Record<string, unknown>)[part]);
  const one = block.type === 'figure' ? block.photos.find(({ id }) => id === photo) : undefined;
  return valueOf((one as Record<string, unknown> | undefined)?.[member ?? '']);
}

const kindOf = (token: Token): string =>
  token.is === 'end'
    ? token.line.type === 'heading'
      ? `heading-${String(token.line['level'])}`
      : token.line.type
    : '';

const keys = new WeakMap<object, string>();
/** The name of what a suggestion says, and of where it says it. */
function sayingKey(draft: Draft): string {
  const known = keys.get(draft);
  if (known !== undefined) return known;
  const where = draft.block ?? draft.part;
  const key = `${where}.${shortHash(`${draft.is} ${draft.part} ${draft.before}\u0000${draft.after}`)}`;
  keys.set(draft, key);
  return key;
}

type Draft = Pick<Suggestion, 'is' | 'block' | 'part' | 'before' | 'after'>;

const lineBlock = ({ list, id }: Line): string => (typeof list === 'string' ? list : id);
const blockAt = (token: Token): string =>
  token.is === 'end' || token.is === 'still' ? lineBlock(token.line) : token.is === 'char' ? '' : token.id;
const blockOf = (row: Row): string => ('block' in row ? row.id : lineBlock(row.line));

/** What a line became: another kind, or another member of it, as who said a quote. */
function lineChange(old: Token, now: Token): Pick<Draft, 'part' | 'before' | 'after'> {
  const [was, is] = [kindOf(old), kindOf(now)];
  if (was !== is || old.is !== 'end' || now.is !== 'end') return { part: 'type', before: was, after: is };
  const names = new Set([...Object.keys(old.line), ...Object.keys(now.line)]);
  const part = [...names].find(
    (name) =>
      name !== 'id' && canonicalJson(bare(old.line[name] ?? null)) !== canonicalJson(bare(now.line[name] ?? null)),
  );
  return part === undefined || part === 'list' || part === 'depth' || part === 'sub'
    ? { part: 'type', before: was, after: is }
    : { part, before: valueOf(old.line[part]), after: valueOf(now.line[part]) };
}

/** The edits of the steps, by what each says. */
class Drafts {
  readonly all: (Draft | undefined)[];
  /** Edits whose block is the one that the next closing token names. */
  #waiting: Draft[] = [];

  constructor(count: number) {
    this.all = new Array<Draft | undefined>(count).fill(undefined);
  }

  say(edit: number, draft: Draft): void {
    const known = this.all[edit];
    if (!known) {
      this.all[edit] = draft;
      if (draft.block === null) this.#waiting.push(draft);
    } else if (draft.is === 'restyled') {
      known.before += draft.before;
      known.after += draft.after;
    } else {
      known.is = 'moved';
      known.before += draft.before;
      known.after += draft.after;
      if (draft.after !== '' && draft.block === null) this.#waiting.push(known);
    }
  }

  name(block: string): void {
    for (const draft of this.#waiting) draft.block = block;
    this.#waiting = [];
  }

  take(step: Step): void {
    if (step.is === 'parted') {
      const [before, after] = [textOf(step.old), textOf(step.now)];
      const is = step.old.length === 0 ? 'inserted' : step.now.length === 0 ? 'deleted' : 'replaced';
      this.say(step.edit, { is, block: null, part: 'text', before, after });
      const last =
        step.now.findLast((token) => token.is !== 'char') ?? step.old.findLast((token) => token.is !== 'char');
      if (last) this.name(blockAt(last));
      return;
    }
    const { old, now, edit, box } = step;
    if (edit >= 0 && old.is === 'char')
      this.say(edit, { is: 'restyled', block: null, part: 'text', before: old.text, after: old.text });
    else if (edit >= 0) this.say(edit, { is: 'changed', block: blockAt(now), ...lineChange(old, now) });
    if (box && old.is === 'box' && now.is === 'box') this.#box(old.block, now.block, box);
    if (now.is !== 'char') this.name(blockAt(now));
  }

  #box(old: Block, now: Block, { parts, inner }: Box): void {
    for (const [part, edit] of parts)
      this.say(edit, {
        is: 'changed',
        block: now.id,
        part,
        before: memberOf(old, part),
        after: memberOf(now, part),
      });
    for (const { path, edits, first } of inner)
      drafts(edits).forEach((draft, edit) => {
        if (draft) this.say(first + edit, { ...draft, block: now.id, part: draft.part === 'text' ? path : draft.part });
      });
  }
}

const ofChunk = new WeakMap<Chunk, Drafts['all']>();
/** What the edits of a line or box say that was compared by itself. */
function chunkDrafts(chunk: Chunk): Drafts['all'] {
  const known = ofChunk.get(chunk);
  if (known) return known;
  const said = new Drafts(chunk.count);
  for (const step of chunk.steps) said.take(step);
  ofChunk.set(chunk, said.all);
  return said.all;
}

/** What each edit of the body says. */
function drafts({ steps, count, lists }: Edits): Drafts['all'] {
  const said = new Drafts(count);
  for (const step of steps) {
    if (step.is !== 'row') said.take(step);
    else {
      chunkDrafts(step.chunk).forEach((draft, edit) => (said.all[step.first + edit] = draft));
      said.name(blockOf(step.now));
    }
  }
  for (const [id, edit] of lists.edits) {
    const kind = (list: { ordered: boolean } | undefined): string =>
      list?.ordered ? 'numbered-list' : 'bulleted-list';
    said.say(edit, {
      is: 'changed',
      block: id,
      part: 'list',
      before: kind(lists.old.get(id)),
      after: kind(lists.now.get(id)),
    });
  }
  return said.all;
}

/** The fields that are suggested otherwise. */
function fieldsThatDiffer(old: PrintedFields, now: PrintedFields): (keyof PrintedFields)[] {
  const [was, is] = [printedFieldsOf(old), printedFieldsOf(now)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]) as Set<keyof PrintedFields>;
  return [...names].filter((name) => canonicalJson(was[name] ?? null) !== canonicalJson(is[name] ?? null));
}

/** The fields and the body of a version of a story. */
export type Version = Omit<OthersVersion, 'by'>;

/**
 * What a story's version under review and the story itself differ in: the edits, and the suggestions that they are. Where one person
 * works on what others suggest (`UnderReview.others`), `edits` are theirs alone, and `below` those of the others.
 */
export interface Reviewed {
  edits: Edits;
  below: Edits | null;
  all: Made[];
}

type Said = Pick<Made, 'edit' | 'isBelow'> & { draft: Draft };

function saidBetween(was: Version, is: Version, edits: Edits, isBelow: boolean): Said[] {
  const fields = fieldsThatDiffer(was.fields, is.fields).map((part): Said => {
    const [before, after] = [valueOf(was.fields[part]), valueOf(is.fields[part])];
    return { draft: { is: 'changed', block: null, part, before, after }, edit: null, isBelow };
  });
  return [...fields, ...drafts(edits).flatMap((draft, edit): Said[] => (draft ? [{ draft, edit, isBelow }] : []))];
}

/** A story's own fields and body. */
export const versionOf = (story: Pick<Story, 'body'> & PrintedFields): Version => ({
  fields: printedFieldsOf(story),
  body: story.body,
});

/** All suggestions of a story, fields first, then in reading order; the others' before those of the one who works on them. */
export function reviewed(story: Pick<Story, 'body' | 'updatedAt'> & PrintedFields, under: UnderReview): Reviewed {
  const { others } = under;
  const now = versionOf(story);
  const edits = editsBetween((others ?? under).body, now.body);
  const below = others ? editsBetween(under.body, others.body) : null;
  const said = [
    ...(others && below ? saidBetween(under, others, below, true) : []),
    ...saidBetween(others ?? under, now, edits, false),
  ];
  const times = new Map<string, number>();
  const all = said.map(({ draft, edit, isBelow }): Made => {
    const name = sayingKey(draft);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const key = time === 1 ? name : `${name}.${time}`;
    const maker = under.makers[key] ?? {
      id: `s${shortHash(key)}`.padEnd(4, '0'),
      by: others && !isBelow ? others.by : NOBODY,
      at: story.updatedAt,
    };
    return { ...draft, ...maker, key, edit, isBelow };
  });
  return { edits, below, all };
}

/** The same as if nobody worked on another's suggestions: what the story has otherwise than the version under review. */
export function reviewedFlat(story: Story, { others, ...under }: UnderReview): Reviewed {
  const flat = reviewed(story, under);
  if (!others) return flat;
  return { ...flat, all: flat.all.map((made) => (made.by === NOBODY ? { ...made, by: others.by } : made)) };
}
