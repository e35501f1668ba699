import { canonicalJson } from '../base/json.ts';
import type { Block, BlockOf, Run } from '../story/schema.ts';
import { bare } from './bare.ts';
import type { Between, Box, Edits } from './difference.ts';

type Loose = Record<string, unknown>;

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || canonicalJson(bare(a ?? null)) === canonicalJson(bare(b ?? null));

const namesOf = (...all: object[]): string[] => [...new Set(all.flatMap((one) => Object.keys(one)))];

/** The name of the one line of a text within a box. */
export const TEXT_LINE = 'text';

/** A text as a body of one paragraph, so that it is compared as one. */
const asBody = (text: readonly Run[]): Block[] => [{ type: 'paragraph', id: TEXT_LINE, text: [...text] }];

/** A table's frame: all of it but the words. */
const frameOf = ({ rows }: BlockOf<'table'>): unknown =>
  rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(({ text: _, ...cell }) => cell) }));

/** What two blocks of one name differ in. A block that became one of another kind differs as a whole (`*`). */
export function boxBetween(old: Block, now: Block, between: Between): Box {
  const box: Box = { parts: new Map(), inner: [], count: 0 };
  const whole = (path: string): void => void box.parts.set(path, box.count++);
  const within = (path: string, before: readonly Block[], after: readonly Block[]): void => {
    const edits = between(before, after);
    if (edits.count === 0) return;
    box.inner.push({ path, edits, first: box.count });
    box.count += edits.count;
  };
  const text = (path: string, before: readonly Run[], after: readonly Run[]): void => {
    if (!isSame(before, after)) within(path, asBody(before), asBody(after));
  };
  if (old === now) return box;
  if (old.type !== now.type) {
    whole('*');
    return box;
  }
  for (const name of namesOf(old, now)) {
    if (isSame((old as Loose)[name], (now as Loose)[name])) continue;
    if (old.type === 'fact-box' && now.type === 'fact-box' && name === 'title') text(name, old.title, now.title);
    else if (old.type === 'fact-box' && now.type === 'fact-box' && name === 'blocks')
      within(name, old.blocks, now.blocks);
    else if (old.type === 'table' && now.type === 'table' && name === 'rows' && isSame(frameOf(old), frameOf(now)))
      old.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) =>
          text(`rows:${row}:${column}`, cell.text, now.rows[row]?.cells[column]?.text ?? []),
        ),
      );
    else if (old.type === 'figure' && now.type === 'figure' && name === 'photos' && hasSamePhotos(old, now))
      old.photos.forEach((photo, index) => {
        const other = now.photos[index] ?? photo;
        for (const member of namesOf(photo, other)) {
          if (member === 'caption') text(`${photo.id}:caption`, photo.caption, other.caption);
          else if (!isSame((photo as Loose)[member], (other as Loose)[member])) whole(`${photo.id}:${member}`);
        }
      });
    else whole(name);
  }
  return box;
}

const hasSamePhotos = (a: BlockOf<'figure'>, b: BlockOf<'figure'>): boolean =>
  a.photos.map(({ id }) => id).join() === b.photos.map(({ id }) => id).join();

/** One thing with some of its members as another has them; a member that the other lacks goes. */
function withMembers<T extends object>(one: T, other: T, names: readonly string[]): T {
  if (names.length === 0) return one;
  const made: Loose = { ...(one as Loose) };
  for (const name of names) {
    const value = (other as Loose)[name];
    if (value === undefined) delete made[name];
    else made[name] = value;
  }
  return made as unknown as T;
}

/** The block at hand with another text at this path. */
export function withText(block: Block, path: string, body: Block[]): Block {
  const [first] = body;
  const text = first && 'text' in first ? first.text : [];
  const [name, member, column] = path.split(':');
  switch (block.type) {
    case 'fact-box':
      return name === 'title' ? { ...block, title: text } : { ...block, blocks: body as BlockOf<'fact-box'>['blocks'] };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row, at) =>
          at === Number(member)
            ? { ...row, cells: row.cells.map((cell, place) => (place === Number(column) ? { ...cell, text } : cell)) }
            : row,
        ),
      };
    case 'figure':
      return {
        ...block,
        photos: block.photos.map((photo) => (photo.id === name ? { ...photo, caption: text } : photo)),
      };
    default:
      return block;
  }
}

/** The later block with these edits made and the others not; its comments stay. `apply` makes a body of edits. */
export function boxWith(
  old: Block,
  now: Block,
  { parts, inner }: Box,
  isMade: (edit: number) => boolean,
  apply: (edits: Edits, isMade: (edit: number) => boolean) => Block[],
): Block {
  const left = [...parts].flatMap(([name, edit]) => (isMade(edit) ? [] : [name]));
  if (left.includes('*')) return old;
  let block = withMembers(
    now,
    old,
    left.filter((part) => !part.includes(':')),
  );
  if (block.type === 'figure' && old.type === 'figure' && !left.includes('photos')) {
    const photos = block.photos.map((photo) => {
      const twin = old.photos.find(({ id }) => id === photo.id);
      const names = left.flatMap((part) => (part.startsWith(`${photo.id}:`) ? [part.slice(photo.id.length + 1)] : []));
      return twin ? withMembers(photo, twin, names) : photo;
    });
    block = { ...block, photos };
  }
  for (const { path, edits, first } of inner)
    if (Array.from({ length: edits.count }, (_, edit) => first + edit).some((edit) => !isMade(edit)))
      block = withText(
        block,
        path,
        apply(edits, (edit) => isMade(first + edit)),
      );
  return block;
}
