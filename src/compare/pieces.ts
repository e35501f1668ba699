import { align } from '../base/sequence.ts';
import { isWord, splitWords } from '../base/words.ts';
import { plainText } from '../story/runs.ts';
import type { Run } from '../story/schema.ts';
import type { Piece, Style } from './result.ts';

const styleOf = ({ marks, href }: Run): Style => ({ ...(marks && { marks }), ...(href !== undefined && { href }) });
const look = (style: Style): string => `${style.marks?.join() ?? ''} ${style.href ?? ''}`;

/** Walks along runs, handing out stretches of a given length with their styles. */
function reader(runs: readonly Run[]): (length: number) => { text: string; style: Style }[] {
  let [run, at] = [0, 0];
  return (length) => {
    const taken: { text: string; style: Style }[] = [];
    let left = length;
    for (let now = runs[run]; left > 0 && now; now = runs[run]) {
      const text = now.text.slice(at, at + left);
      taken.push({ text, style: styleOf(now) });
      left -= text.length;
      at += text.length;
      if (at === now.text.length) [run, at] = [run + 1, 0];
    }
    return taken;
  };
}

/** Lone blanks and signs between two changes belong to the change: "the big dog" against "a small cat" is one change, not three. */
function dropLone(places: Int32Array, before: readonly string[], after: readonly string[]): void {
  for (let from = 0; from < before.length; from++) {
    if ((places[from] ?? -1) < 0) continue;
    let to = from;
    while (to < before.length && places[to] === (places[from] ?? 0) + to - from) to++;
    const first = places[from] ?? 0;
    const last = first + to - from;
    const isBetween = from > 0 && to < before.length && first > 0 && last < after.length;
    if (isBetween && !before.slice(from, to).some(isWord)) places.fill(-1, from, to);
    else from = to - 1;
  }
}

/** What became of one text, word by word. */
export function comparePieces(before: readonly Run[], after: readonly Run[]): Piece[] {
  const [old, now] = [splitWords(plainText(before)), splitWords(plainText(after))];
  const places = align(old, now);
  dropLone(places, old, now);
  const [readOld, readNow] = [reader(before), reader(after)];
  const pieces: Piece[] = [];

  function push(piece: Piece): void {
    const last = pieces.at(-1);
    const isAlike =
      last?.is === piece.is && look(last) === look(piece) && look(last.was ?? {}) === look(piece.was ?? {});
    if (last && isAlike) last.text += piece.text;
    else pieces.push(piece);
  }
  function kept(word: string): void {
    const was = readOld(word.length);
    for (const { text, style } of readNow(word.length)) {
      // A run may end within the word on either side.
      for (let left = text.length, from = 0; left > 0;) {
        const [head] = was;
        if (!head) throw new Error('a word that both have is longer in one');
        const part = text.slice(from, from + head.text.length);
        if (look(head.style) === look(style)) push({ is: 'same', text: part, ...style });
        else push({ is: 'restyled', text: part, ...style, was: head.style });
        head.text = head.text.slice(part.length);
        if (head.text === '') was.shift();
        from += part.length;
        left -= part.length;
      }
    }
  }

  let next = 0;
  for (let at = 0; at <= old.length; at++) {
    let gone = 0;
    while (at < old.length && places[at] === -1) gone += old[at++]?.length ?? 0;
    for (const { text, style } of readOld(gone)) push({ is: 'removed', text, ...style });
    const until = at < old.length ? (places[at] ?? 0) : now.length;
    const came = now.slice(next, until).reduce((sum, word) => sum + word.length, 0);
    for (const { text, style } of readNow(came)) push({ is: 'added', text, ...style });
    if (at < old.length) kept(old[at] ?? '');
    next = until + 1;
  }
  return pieces;
}

/** What became of a text that is either the same or another. */
export function compareWhole(before: readonly Run[], after: readonly Run[]): Piece[] {
  const [old, now] = [plainText(before), plainText(after)];
  if (old === now) return old === '' ? [] : [{ is: 'same', text: now }];
  const pieces: Piece[] = [
    { is: 'removed', text: old },
    { is: 'added', text: now },
  ];
  return pieces.filter(({ text }) => text !== '');
}
