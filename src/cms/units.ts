import { canonicalJson } from '../base/json.ts';
import { align } from '../base/sequence.ts';
import { plainText, tidyRuns } from '../story/runs.ts';
import type { Block, BlockOf, Photo, Run, Story } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';

/**
 * One piece of a post's content and what it says. A block's `id` is the story's where the CMS keeps our mark, else one
 * made from its place and text, so that the same content always gives the same.
 */
export interface Unit {
  id: string;
  block: Block;
  /** As the CMS stores it: what goes back unchanged while nobody changes what it says. */
  source: string;
}

/** The fields that are printed in the text where the CMS has none for them, by the id of their piece. */
export const FURNITURE = ['kicker', 'standfirst', 'dateline', 'byline', 'source'] as const;
export type Furniture = (typeof FURNITURE)[number];
export const isFurniture = (id: string): id is Furniture => (FURNITURE as readonly string[]).includes(id);

/** A block's content without any ids: two that say and look the same. */
export function sayingOf(block: Block): string {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, part]) => key !== 'id' && key !== 'media' && part !== undefined)
        .map(([key, part]) => [key, bare(part)]),
    );
  };
  return canonicalJson(bare(block));
}

/** Their photo over ours: what the CMS holds of it is theirs, all else stays. */
function photoOver(ours: Photo, theirs: Photo): Photo {
  return { ...ours, alt: theirs.alt, caption: theirs.caption, credit: theirs.credit || ours.credit };
}

/** Their block in the place of ours: its words are theirs; what the CMS cannot hold stays as it was. */
function blockOver(ours: Block, before: Block, theirs: Block): Block {
  if (ours.type !== 'figure' || theirs.type !== 'figure' || before.type !== 'figure') return { ...theirs, id: ours.id };
  const pairs = align(
    before.photos.map(({ source }) => source),
    theirs.photos.map(({ source }) => source),
  );
  const photos = theirs.photos.map((photo, at) => {
    const was = pairs.findIndex((to) => to === at);
    const own = was < 0 ? undefined : ours.photos[was];
    return own ? photoOver({ ...own }, photo) : { ...photo, source: '' };
  });
  return { ...ours, photos };
}

function withFields(story: Story, changed: ReadonlyMap<Furniture, string>): Story {
  const next = { ...story };
  for (const [name, text] of changed) {
    if (name === 'kicker' || name === 'standfirst') next[name] = text;
    else if (name === 'source') next.sourceCredit = text;
    else if (name === 'byline') next.byline = { ...story.byline, text };
    else next.dateline = { ...story.dateline, text };
  }
  return next;
}

/** The lead as the story holds it: without the mark of its dateline, which is printed at its head. */
function withoutMark(block: Block, mark: string): Block {
  const [first, ...rest] = block.type === 'paragraph' ? block.text : [];
  if (block.type !== 'paragraph' || mark === '' || !first?.text.startsWith(`${mark} `)) return block;
  return { ...block, text: tidyRuns([{ ...first, text: first.text.slice(mark.length + 1) }, ...rest]) };
}

/** A photo's source is its address only while a post is read. */
export const withoutSources = (block: Block): Block =>
  block.type === 'figure' ? { ...block, photos: block.photos.map((photo) => ({ ...photo, source: '' })) } : block;

/** Pairs what is left between two pieces that are paired: the same kinds of block in the same order are the same blocks, rewritten. */
function pairBetween(before: readonly Unit[], after: readonly Unit[], pairs: Map<Unit, Unit>): void {
  const places = new Map(before.map((unit, place) => [unit, place]));
  const paired = new Set(pairs.values());
  let above = -1;
  let gap: Unit[] = [];
  const close = (below: number): void => {
    const between = before.slice(above + 1, Math.max(above + 1, below)).filter((unit) => !paired.has(unit));
    // A line of ours (byline, kicker) looks like any paragraph: only where nothing came or went can it be that one.
    const left = between.length === gap.length ? between : between.filter(({ id }) => !isFurniture(id));
    const loose = gap;
    const kinds = (units: readonly Unit[]): string[] => units.map(({ block }) => block.type);
    align(kinds(left), kinds(loose)).forEach((to, from) => {
      const [was, is] = [left[from], loose[to]];
      if (was && is) pairs.set(is, was);
    });
    gap = [];
  };
  for (const unit of after) {
    const was = pairs.get(unit);
    if (!was) {
      gap.push(unit);
      continue;
    }
    const place = places.get(was) ?? above;
    close(place);
    above = place;
  }
  close(before.length);
}

/** Which of the pieces before each later one is: by mark, else by what it says, else by what it stands between, in order. */
function pairUnits(before: readonly Unit[], after: readonly Unit[]): Map<Unit, Unit> {
  const byId = new Map(before.map((unit) => [unit.id, unit]));
  const pairs = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  for (const unit of after) {
    const was = byId.get(unit.id);
    if (!was || taken.has(was)) continue;
    pairs.set(unit, was);
    taken.add(was);
  }
  const left = before.filter((unit) => !taken.has(unit));
  const loose = after.filter((unit) => !pairs.has(unit));
  align(
    left.map(({ block }) => sayingOf(block)),
    loose.map(({ block }) => sayingOf(block)),
  ).forEach((to, from) => {
    const [was, is] = [left[from], loose[to]];
    if (was && is) pairs.set(is, was);
  });
  pairBetween(before, after, pairs);
  return pairs;
}

/** The pieces of a post under the names that they have here: a CMS's own editor takes our marks off. */
export function renamed(units: readonly Unit[], known: readonly Unit[]): Unit[] {
  const pairs = pairUnits(known, units);
  return units.map((unit) => {
    const was = pairs.get(unit);
    return was ? { ...unit, id: was.id, block: { ...unit.block, id: was.id } } : unit;
  });
}

/**
 * The post as it is now as a story: `base` with what was changed in the post since. Blocks that nobody touched stay ours
 * to the last detail, also those that are not in the post at all (an empty paragraph).
 */
export function theirStory(base: Story, before: readonly Unit[], after: readonly Unit[]): Story {
  const pairs = pairUnits(before, after);
  const ours = new Map(base.body.map((block) => [block.id, block]));
  const mark = (base.dateline.mark ?? '').trim();
  const changed = new Map<Furniture, string>();
  const body: Block[] = [];
  const placed = new Set<string>();
  // What has no piece in the post stays behind the block it stood behind.
  const shown = new Set(before.map(({ id }) => id));
  const hidden = new Map<string, Block[]>();
  let above = '';
  for (const block of base.body) {
    if (shown.has(block.id)) above = block.id;
    else hidden.set(above, [...(hidden.get(above) ?? []), block]);
  }
  body.push(...(hidden.get('') ?? []));
  for (const unit of after) {
    const was = pairs.get(unit);
    const isSame = was !== undefined && sayingOf(was.block) === sayingOf(unit.block);
    if (was && isFurniture(was.id)) {
      placed.add(was.id);
      if (!isSame) changed.set(was.id, blockText(unit.block));
      continue;
    }
    const own = was && ours.get(was.id);
    if (was) placed.add(was.id);
    const theirs = withoutMark(unit.block, mark);
    body.push(own ? (isSame ? own : blockOver(own, was.block, theirs)) : withoutSources({ ...theirs, id: unit.id }));
    if (own) body.push(...(hidden.get(own.id) ?? []));
  }
  for (const { id } of before) if (isFurniture(id) && !placed.has(id)) changed.set(id, '');
  const once = new Set<string>();
  return withFields({ ...base, body: body.filter(({ id }) => !once.has(id) && once.add(id)) }, changed);
}

/** A quotation's, caption's or cell's runs with the ends trimmed, as HTML reads them back. */
export const trimmed = (runs: readonly Run[]): Run[] => {
  const text = plainText(runs);
  if (text === text.trim()) return [...runs];
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  let at = 0;
  return tidyRuns(
    runs.map((run) => {
      const cut = run.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
      at += run.text.length;
      return { ...run, text: cut };
    }),
  );
};

/** A block that only this CMS knows, kept as it is. */
export function foreignBlock(kind: string, source: string, fallback: string): BlockOf<'unknown'> {
  return { type: 'unknown', id: 'none', original: { type: kind, source }, fallback };
}
