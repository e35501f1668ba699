import { plainText } from '../story/runs.ts';
import type { Block, BlockOf, Photo, Run } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';
import type { OnClash } from './flag.ts';
import { mergeBlocks, mergePlain, mergeRuns } from './flow.ts';
import { byId, mergeMembers } from './members.ts';
import { mergeTable } from './table.ts';
import type { Rules, Three } from './three.ts';
import { mergeProperties, mergeSet, same } from './values.ts';

/** What is written in words of one's own, so that both wordings can be kept; all else is one thing or another. */
const WRITTEN = new Set([
  'alt',
  'credit',
  'source',
  'rights',
  'creator',
  'rightsHolder',
  'usageTerms',
  'place',
  'headline',
  'instructions',
  'captionWriter',
  'title',
  'description',
  'fallback',
]);
const RICH = new Set(['caption', 'title']);
const SETS = new Set(['keywords', 'fromFile']);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asRuns = (value: unknown): Run[] => (Array.isArray(value) ? (value as Run[]) : []);
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A photo, a link card, the title of a fact box: its texts merged as texts, everything else by which side changed it. */
function mergeTexts<T extends object>(versions: Three<T>, block: string, onClash: OnClash): T {
  return mergeProperties(versions, { block, onClash }, (part, b, f, s) => {
    const tell: OnClash = (clash) => onClash({ ...clash, block, part });
    if (RICH.has(part) && [b, f, s].some(Array.isArray))
      return { is: mergeRuns([asRuns(b), asRuns(f), asRuns(s)], tell) };
    if (WRITTEN.has(part)) return { is: mergePlain([asText(b), asText(f), asText(s)], tell) };
    if (SETS.has(part)) return { is: mergeSet(asList(b), asList(f), asList(s)) };
    return undefined;
  });
}

/** Each took out what the other kept. A figure without a photo is none, and that is not what either wanted: one side's stay. */
function nothingLeft<T>(block: string, part: string, stays: T[], onClash: OnClash): T[] {
  onClash({ kind: 'deleted-and-edited', block, part, values: ['', ''], kept: 0 });
  return stays;
}

function mergeFigure(figures: Three<BlockOf<'figure'>>, onClash: OnClash): Block {
  const [base, first, second] = figures.map(({ photos }) => photos) as [Photo[], Photo[], Photo[]];
  const { id } = figures[0];
  const sides = [byId(base, first, (photo) => photo.id), byId(base, second, (photo) => photo.id)] as const;
  const of = (side: 0 | 1, index: number): Photo | undefined => (side === 0 ? first : second)[sides[side][index] ?? -1];
  const order = mergeMembers(
    [base.length, first.length, second.length],
    sides,
    (index, side) => !same(base[index], of(side, index)),
    (index, by) => {
      const values: [string, string] = ['', ''];
      values[by] = plainText(of(by, index)?.caption ?? []);
      onClash({ kind: 'deleted-and-edited', block: id, part: 'photo', values, kept: by });
    },
  );
  const photos = order.flatMap(([b, f, s]): Photo[] => {
    const versions = [base[b], first[f], second[s]] as const;
    const [known, one, two] = versions;
    if (known && one && two) return [mergeTexts([known, one, two], id, onClash)];
    return one ? [one] : two ? [two] : [];
  });
  const left = photos.length > 0 ? photos : nothingLeft(id, 'photo', first, onClash);
  return mergeProperties<BlockOf<'figure'>>(figures, { block: id, onClash }, (name) =>
    name === 'photos' ? { is: left } : undefined,
  );
}

function mergeFactBox(boxes: Three<BlockOf<'fact-box'>>, newId: () => string, onClash: OnClash): Block {
  const [base, first, second] = boxes;
  const inner: OnClash = (clash) => onClash({ ...clash, block: base.id, part: clash.part });
  const blocks = mergeBlocks([base.blocks, first.blocks, second.blocks], newId, ([, one]) => [one], inner);
  const merged = mergeTexts(boxes, base.id, (clash) => clash.part !== 'blocks' && onClash(clash));
  return {
    ...merged,
    blocks: blocks.length > 0 ? blocks : nothingLeft(base.id, 'blocks', first.blocks, onClash),
  } as Block;
}

const isAll = <T extends Block['type']>(blocks: Three<Block>, type: T): blocks is Three<BlockOf<T>> =>
  blocks.every((block) => block.type === type);

/** The rules for blocks that no text flows in or out of. `newId` names what must stand twice. */
export function boxRules(newId: () => string): Rules['box'] {
  return (blocks, onClash) => {
    const [base, first, second] = blocks;
    if (same(first, second) || same(base, second)) return [first];
    if (same(base, first)) return [second];
    if (isAll(blocks, 'figure')) return [mergeFigure(blocks, onClash)];
    if (isAll(blocks, 'fact-box')) return [mergeFactBox(blocks, newId, onClash)];
    if (isAll(blocks, 'table')) return [mergeTable(blocks, onClash)];
    if (isAll(blocks, 'embed')) return [mergeTexts<Block>(blocks, base.id, onClash)];
    // A block that this program does not know, or one that both made into something else: nothing of it may go.
    onClash({
      kind: 'both-wrote',
      block: base.id,
      part: 'text',
      values: [blockText(first), blockText(second)],
      kept: 'both',
    });
    const id = newId();
    const copy: Block =
      second.type === 'unknown' ? { ...second, id, original: { ...second.original, id } } : { ...second, id };
    return [first, copy];
  };
}
