import { canonicalJson } from '../base/json.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { blocksFrom, rowsFrom, type Lists, type Token } from '../merge/stream.ts';
import { bare } from './bare.ts';
import { newBlockId } from '../base/ids.ts';
import { createParagraph } from '../story/create.ts';
import type { Block, BlockOf, Photo } from '../story/schema.ts';
import type { Edits, Step } from './edits.ts';

type Loose = Record<string, unknown>;

/** One thing with some of its members as another has them; a member that the other lacks goes. */
function withMembers<T extends object>(one: T, other: T, names: readonly string[]): T {
  const made: Loose = { ...(one as Loose) };
  for (const name of names) {
    const value = (other as Loose)[name];
    if (value === undefined) delete made[name];
    else made[name] = value;
  }
  return made as unknown as T;
}

function withPhotoParts(one: BlockOf<'figure'>, other: BlockOf<'figure'>, parts: readonly string[]): BlockOf<'figure'> {
  const ofPhoto = (photo: Photo): string[] =>
    parts.filter((part) => part.startsWith(`${photo.id}:`)).map((part) => part.slice(photo.id.length + 1));
  const photos = one.photos.map((photo) => {
    const twin = other.photos.find(({ id }) => id === photo.id);
    const names = ofPhoto(photo);
    return twin && names.length > 0 ? withMembers(photo, twin, names) : photo;
  });
  return { ...one, photos };
}

/** A block with these of its differing parts as the other version has them. */
function boxWith(one: Block, other: Block, parts: readonly string[]): Block {
  if (parts.length === 0) return one;
  if (parts.includes('*')) return other;
  const whole = withMembers(
    one,
    other,
    parts.filter((part) => !part.includes(':')),
  );
  return whole.type === 'figure' && other.type === 'figure' ? withPhotoParts(whole, other, parts) : whole;
}

/** A line as it was, with the comments that are on it now. */
function lineAsWas(old: Token, now: Token): Token {
  if (old.is !== 'end' || now.is !== 'end') return old;
  const [was, is] = [old.line['attribution'], now.line['attribution']];
  const isSame = was !== undefined && canonicalJson(bare(was)) === canonicalJson(bare(is ?? null));
  return isSame ? { is: 'end', line: { ...old.line, attribution: is } } : old;
}

/** A character as it looks in one version, with the comments that are on it now. */
function styled(look: Token, comments: Token): Token {
  if (look.is !== 'char' || comments.is !== 'char') return look;
  const { comments: _, ...of } = look.style.of;
  const made = comments.style.of.comments ? { ...of, comments: comments.style.of.comments } : of;
  return { is: 'char', text: look.text, style: { key: canonicalJson(made), of: made } };
}

function both({ old, now, edit, parts }: Extract<Step, { is: 'both' }>, isMade: (edit: number) => boolean): Token {
  if (old.is === 'char') return styled(isMade(edit) ? now : old, now);
  if (old.is === 'end') return isMade(edit) ? now : lineAsWas(old, now);
  if (old.is !== 'box' || now.is !== 'box') return now;
  // From the later version back, so that comments are those of now.
  const left = [...(parts ?? [])].flatMap(([name, number]) => (isMade(number) ? [] : [name]));
  const block = boxWith(now.block, old.block, left);
  return { is: 'box', id: block.id, block };
}

/** The body with these edits made and the others not. Never fails; comments are those of the later version. */
export function applyEdits({ steps, lists }: Edits, isMade: (edit: number) => boolean): Block[] {
  const tokens = steps.flatMap((step): readonly Token[] =>
    step.is === 'both' ? [both(step, isMade)] : isMade(step.edit) ? step.now : step.old,
  );
  const made: Lists = new Map([...lists.now, ...lists.old]);
  for (const [id, list] of lists.now) {
    const edit = lists.edits.get(id);
    if (edit !== undefined && isMade(edit)) made.set(id, list);
  }
  const body = withOwnIds(blocksFrom(rowsFrom(tokens, newBlockId), made));
  return body.length > 0 ? body : [createParagraph()];
}
