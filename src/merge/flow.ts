import type { Block, Run } from '../story/schema.ts';
import { Emitter } from './emitter.ts';
import type { OnClash } from './flag.ts';
import { matchStreams, streamOf, type Match, type Stream } from './match.ts';
import { blocksFrom, rowsFrom, rowsOf, tokensOf, type Line, type Lists, type Row, type Rows } from './stream.ts';
import type { Rules, Three } from './three.ts';
import { mergeProperties, same } from './values.ts';
import { weave } from './weave.ts';
import { partWords } from './words-apart.ts';

/** Whether two rows say the same; most of a story's texts are the very same, and need no reading. */
const sameRow = (a: Row, b: Row): boolean =>
  'text' in a && 'text' in b && a.text === b.text ? same(a.line, b.line) : same(a, b);

/** The rows that are the same in all three versions, and once in each: they need no looking into. */
function stillRows(versions: Three<Row[]>): Set<string> {
  const maps = versions.map((rows) => {
    const map = new Map<string, Row | null>();
    for (const row of rows) map.set(row.id, map.has(row.id) || 'block' in row ? null : row);
    return map;
  });
  const [base, first, second] = maps;
  const still = new Set<string>();
  for (const [id, row] of base ?? []) {
    const [a, b] = [first?.get(id), second?.get(id)];
    if (row && a && b && sameRow(row, a) && sameRow(row, b)) still.add(id);
  }
  return still;
}

function mergeRows(versions: Three<Row[]>, newId: () => string, rules: Rules, onClash: OnClash): Row[] {
  const still = stillRows(versions);
  const [base, first, second] = versions.map((rows) => streamOf(tokensOf(rows, still))) as [Stream, Stream, Stream];
  const matches: [Match, Match] = [matchStreams(base, first), matchStreams(base, second)];
  partWords(base, [first, second], matches);
  const emitter = new Emitter(base, [first, second], matches, rules, onClash);
  return rowsFrom(emitter.emit(weave(emitter.weaving)), newId);
}

/** Lists by id: their own properties merged. */
function mergeLists([base, first, second]: Three<Lists>, onClash: OnClash): Lists {
  const lists: Lists = new Map();
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    const one = first.get(id) ?? second.get(id);
    const [a, b] = [first.get(id) ?? one, second.get(id) ?? one];
    if (a && b) lists.set(id, mergeProperties([base.get(id) ?? a, a, b], { block: id, onClash }));
  }
  return lists;
}

/** What decides how a line is drawn; taken from one side whole, since a subhead of no level, or an item of no list, is none. */
const SHAPE = ['type', 'level', 'list', 'depth'];
const shapeOf = (line: Line): Record<string, unknown> => Object.fromEntries(SHAPE.map((name) => [name, line[name]]));

function mergeLine([base, first, second]: Three<Line>, onClash: OnClash): Line {
  const about = { block: null, onClash };
  const merged = mergeProperties([base, first, second], about, (name, b, f, s) => {
    if (name === 'id') return { is: same(b, f) ? s : f };
    if (name === 'attribution')
      return {
        is: mergeRuns([runsIn(b), runsIn(f), runsIn(s)], (clash) => onClash({ ...clash, part: name, block: null })),
      };
    return SHAPE.includes(name) && first.type !== second.type ? { is: f } : undefined;
  });
  if (first.type === second.type) return merged;
  const shapes = [shapeOf(base), shapeOf(first), shapeOf(second)] as const;
  const isSecond = same(shapes[0], shapes[1]);
  if (!isSecond && !same(shapes[0], shapes[2]))
    onClash({ kind: 'both-set', block: null, part: 'type', values: [first.type, second.type], kept: 0 });
  const { level: _level, list: _list, depth: _depth, ...rest } = merged;
  const shape = Object.entries(isSecond ? shapes[2] : shapes[1]).filter(([, value]) => value !== undefined);
  return ownedOnly({ ...rest, ...Object.fromEntries(shape) });
}

/** Who said it belongs to a quote, and what hangs below it to an item. Words never go: a name that lost its quote makes it one again. */
function ownedOnly({ attribution, sub, ...line }: Line): Line {
  const said = runsIn(attribution);
  if (line.type === 'quote' || line.type === 'pull-quote') return { ...line, attribution: said };
  if (said.length > 0) {
    const { level: _level, list: _list, depth: _depth, ...rest } = line as Line;
    return { ...rest, type: 'quote', attribution: said };
  }
  return line.type === 'item' && sub !== undefined ? { ...line, sub } : line;
}

const runsIn = (value: unknown): Run[] => (Array.isArray(value) ? (value as Run[]) : []);

/** Three versions of a row of blocks as one: texts that flow through paragraphs, subheads, quotes and lists, and boxes between. */
export function mergeBlocks(
  blocks: Three<readonly Block[]>,
  newId: () => string,
  box: Rules['box'],
  onClash: OnClash,
): Block[] {
  const [base, first, second] = blocks.map(rowsOf) as [Rows, Rows, Rows];
  const rows = mergeRows([base.rows, first.rows, second.rows], newId, { box, line: mergeLine }, onClash);
  return blocksFrom(rows, mergeLists([base.lists, first.lists, second.lists], onClash));
}

const TEXT = 'text';
const PLAIN: Rules = { box: ([, first]) => [first], line: ([, first]) => first };

/** Three versions of one text, as a caption or a cell. */
export function mergeRuns(texts: Three<readonly Run[]>, onClash: OnClash): Run[] {
  const [base, first, second] = texts;
  if (same(first, second) || same(base, second)) return [...first];
  if (same(base, first)) return [...second];
  const rows = texts.map((text): Row[] => [{ id: TEXT, line: { id: TEXT, type: TEXT }, text: [...text] }]);
  const [merged] = mergeRows(rows as [Row[], Row[], Row[]], () => TEXT, PLAIN, onClash);
  return merged && 'text' in merged ? merged.text : [];
}

/** Three versions of a plain text, as a headline. */
export function mergePlain(texts: Three<string>, onClash: OnClash): string {
  const [base, first, second] = texts.map((text): Run[] => (text === '' ? [] : [{ text }])) as [Run[], Run[], Run[]];
  return mergeRuns([base, first, second], onClash)
    .map(({ text }) => text)
    .join('');
}
