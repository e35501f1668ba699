import { canonicalJson } from '../base/json.ts';
import type { Block, ListItem, Run } from '../story/schema.ts';

/** How a character looks: everything of its run but the text. `key` is the same for styles that are the same. */
export interface Style {
  key: string;
  of: Omit<Run, 'text'>;
}

/** What a line of text is: its id, its type (`item` in a list), and whatever else its block says, each by its own name. */
export type Line = { id: string; type: string } & Record<string, unknown>;

/**
 * One member of a story's text seen as a stream. A split is then an `end` put in, a join an `end` taken out, a subhead
 * another `line`. `box` is a block that no text flows in or out of: a photo, a table, or a line that nobody touched.
 */
export type Token =
  | { is: 'char'; text: string; style: Style }
  | { is: 'end'; line: Line }
  | { is: 'box'; id: string; block: Block }
  | { is: 'still'; id: string; line: Line; text: Run[] };

/** A list's own properties by its id; its items are lines of the stream. */
export type Lists = Map<string, Omit<Extract<Block, { type: 'list' }>, 'items'>>;

/** One block or list item on its way into the stream. */
export type Row = { id: string; line: Line; text: Run[] } | { id: string; block: Block };

export interface Rows {
  rows: Row[];
  lists: Lists;
}

/** Types whose words are one text that can flow: split, joined, made into each other. */
const FLOWING = new Set<string>(['paragraph', 'heading', 'quote', 'pull-quote'] satisfies Block['type'][]);

function itemRows(items: readonly ListItem[], list: string, depth: number): Row[] {
  return items.flatMap(({ text, sub, ...rest }) => {
    const { items: inner, ...properties } = sub ?? { items: [] };
    const line: Line = { ...rest, type: 'item', list, depth, ...(sub && { sub: properties }) };
    return [{ id: rest.id, line, text }, ...itemRows(inner, list, depth + 1)];
  });
}

/** The blocks as rows: lists taken apart into their items, everything else a row of its own. */
export function rowsOf(blocks: readonly Block[]): Rows {
  const lists: Lists = new Map();
  const rows = blocks.flatMap((block): Row[] => {
    if (block.type === 'list') {
      const { items, ...rest } = block;
      lists.set(block.id, rest);
      return itemRows(items, block.id, 0);
    }
    if (!FLOWING.has(block.type) || !('text' in block)) return [{ id: block.id, block }];
    const { text, ...line } = block;
    return [{ id: block.id, line, text }];
  });
  return { rows, lists };
}

function charsOf(runs: readonly Run[]): Token[] {
  return runs.flatMap(({ text, ...of }) => {
    const style = { key: canonicalJson(of), of };
    // The same character of a run is one token: a long story has many of few.
    const known = new Map<string, Token>();
    return Array.from(text, (char): Token => {
      const token = known.get(char) ?? { is: 'char', text: char, style };
      known.set(char, token);
      return token;
    });
  });
}

/** Rows as tokens. `still` names the rows that are the same in every version, which travel as one token. */
export function tokensOf(rows: readonly Row[], still: ReadonlySet<string>): Token[] {
  return rows.flatMap((row): Token[] => {
    if ('block' in row) return [{ is: 'box', id: row.id, block: row.block }];
    if (still.has(row.id)) return [{ is: 'still', ...row }];
    return [...charsOf(row.text), { is: 'end', line: row.line }];
  });
}

/** Characters as runs again. */
function runsOf(chars: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let key: string | null = null;
  for (const token of chars) {
    if (token.is !== 'char') continue;
    const last = runs.at(-1);
    if (last && token.style.key === key) last.text += token.text;
    else runs.push({ text: token.text, ...token.style.of });
    ({ key } = token.style);
  }
  return runs;
}

/** Tokens as rows again. Characters behind the last end get a paragraph of their own, so that none is ever lost. */
export function rowsFrom(tokens: readonly Token[], newId: () => string): Row[] {
  const rows: Row[] = [];
  let chars: Token[] = [];
  const close = (line: Line): void => {
    rows.push({ id: line.id, line, text: runsOf(chars) });
    chars = [];
  };
  for (const token of tokens) {
    if (token.is === 'char') chars.push(token);
    else if (token.is === 'end') close(token.line);
    else {
      if (chars.length > 0) close({ id: newId(), type: 'paragraph' });
      rows.push(
        token.is === 'box'
          ? { id: token.id, block: token.block }
          : { id: token.id, line: token.line, text: token.text },
      );
    }
  }
  if (chars.length > 0) close({ id: newId(), type: 'paragraph' });
  return rows;
}

/** Lists being put together again, from the outermost to the one that now grows. */
interface Open {
  list: string;
  branches: { items: ListItem[]; depth: number }[];
  /** What the list below an item would be like, if one comes. */
  asked: Map<ListItem, object>;
}

/** Where an item of this depth goes: as deep as it says, but never deeper than under the item before it. */
function branchFor({ branches, asked }: Open, depth: number): ListItem[] {
  while (branches.length > 1 && (branches.at(-1)?.depth ?? 0) > depth) branches.pop();
  const top = branches.at(-1);
  const above = top?.items.at(-1);
  if (!top || !above || depth <= top.depth) return top?.items ?? [];
  above.sub ??= { ordered: false, ...asked.get(above), items: [] };
  branches.push({ items: above.sub.items, depth });
  return above.sub.items;
}

/** Rows as blocks again: neighbouring items of one list are that list. */
export function blocksFrom(rows: readonly Row[], lists: Lists): Block[] {
  const blocks: Block[] = [];
  const state: { open: Open | null } = { open: null };
  for (const row of rows) {
    if ('block' in row || row.line.type !== 'item') {
      state.open = null;
      blocks.push('block' in row ? row.block : ({ ...row.line, text: row.text } as unknown as Block));
      continue;
    }
    const { type: _, list, depth, sub, ...rest } = row.line;
    const id = String(list);
    if (state.open?.list !== id) {
      const items: ListItem[] = [];
      state.open = { list: id, branches: [{ items, depth: 0 }], asked: new Map() };
      blocks.push({ ...(lists.get(id) ?? { type: 'list', id, ordered: false }), items });
    }
    const item: ListItem = { ...rest, text: row.text };
    if (typeof sub === 'object' && sub !== null) state.open.asked.set(item, sub);
    branchFor(state.open, Number(depth)).push(item);
  }
  return blocks;
}
