import { canonicalJson } from '../base/json.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { blocksFrom, rowsFrom, type Lists, type Row, type Token } from '../merge/stream.ts';
import { bare } from './bare.ts';
import { newBlockId } from '../base/ids.ts';
import { createParagraph } from '../story/create.ts';
import type { Block } from '../story/schema.ts';
import { boxWith } from './box.ts';
import { blockOfRow } from './chunk.ts';
import type { Edits, RowStep, Step } from './difference.ts';

type IsMade = (edit: number) => boolean;

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
  if (look.style.of.comments === comments.style.of.comments) return look;
  const { comments: _, ...of } = look.style.of;
  const made = comments.style.of.comments ? { ...of, comments: comments.style.of.comments } : of;
  return { is: 'char', text: look.text, style: { key: canonicalJson(made), of: made } };
}

function both({ old, now, edit, box }: Extract<Step, { is: 'both' }>, isMade: IsMade): Token {
  if (old.is === 'char') return styled(isMade(edit) ? now : old, now);
  if (old.is === 'end') return isMade(edit) ? now : lineAsWas(old, now);
  if (old.is !== 'box' || now.is !== 'box' || !box) return now;
  const block = boxWith(old.block, now.block, box, isMade, applyEdits);
  return { is: 'box', id: block.id, block };
}

const tokensOf = (steps: readonly Step[], isMade: IsMade): Token[] =>
  steps.flatMap((step): readonly Token[] =>
    step.is === 'both' ? [both(step, isMade)] : isMade(step.edit) ? step.now : step.old,
  );

const isCommented = (row: Row): boolean => JSON.stringify(row).includes('"comments":[');

/** The rows of a line or box that was compared by itself; one of which all or nothing is made is that very one. */
function rowsOfOne({ old, now, chunk, first }: RowStep, isMade: IsMade): Row[] {
  let made = 0;
  for (let edit = 0; edit < chunk.count; edit++) if (isMade(first + edit)) made++;
  if (made === chunk.count) return [now];
  if (made === 0 && !isCommented(old) && !isCommented(now)) return [old];
  return rowsFrom(
    tokensOf(chunk.steps, (edit) => isMade(first + edit)),
    newBlockId,
  );
}

/** A row that is the whole of a block is that block: what nobody touched stays the same object, and need not be compared anew. */
function whole(row: Row): Row {
  const block = blockOfRow(row);
  return block ? { id: row.id, block } : row;
}

/** The body with these edits made and the others not. Never fails; comments are those of the later version. */
export function applyEdits({ steps, lists }: Edits, isMade: IsMade): Block[] {
  const rows: Row[] = [];
  let open: Step[] = [];
  const close = (): void => {
    if (open.length > 0) rows.push(...rowsFrom(tokensOf(open, isMade), newBlockId));
    open = [];
  };
  for (const step of steps) {
    if (step.is !== 'row') open.push(step);
    else {
      close();
      rows.push(...rowsOfOne(step, isMade).map(whole));
    }
  }
  close();
  const made: Lists = new Map([...lists.now, ...lists.old]);
  for (const [id, list] of lists.now) {
    const edit = lists.edits.get(id);
    if (edit !== undefined && isMade(edit)) made.set(id, list);
  }
  const body = withOwnIds(blocksFrom(rows, made));
  return body.length > 0 ? body : [createParagraph()];
}
