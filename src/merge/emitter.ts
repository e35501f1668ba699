import { canonicalJson } from '../base/json.ts';
import { isWord, wouldFuse } from '../base/words.ts';
import { blockText } from '../story/walk.ts';
import { revivedSpans, type Revived } from './edits.ts';
import type { Clash, OnClash } from './flag.ts';
import { closes, type Match, type Stream } from './match.ts';
import type { Style, Token } from './stream.ts';
import { inheritStyle, mergeStyle } from './style.ts';
import type { Rules, Three } from './three.ts';
import { same } from './values.ts';
import type { Insert, Step, WovenSide, Weaving, Woven } from './weave.ts';

type Side = 0 | 1;
const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Where a token of the result stood on each side, to see which were neighbours there. */
type Origin = [number, number];

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.is === 'char' ? token.text : token.is === 'box' ? `${blockText(token.block)}\n` : '\n'))
    .join('')
    .trim();

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** What tokens say, for telling whether both sides put in the same. Ids are left out: each side's are its own. */
const sayingOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.is === 'char') return token.text;
      return token.is === 'box' ? canonicalJson({ ...token.block, id: '' }) : `\n`;
    })
    .join('');

/** Whether `whole` says all that `part` says in one go, not merely some of the same letters. */
function includes(whole: string, part: string): boolean {
  if (whole === part) return true;
  const isBlank = part.trim() === '';
  const edge = (a: string | undefined, b: string | undefined): boolean => !a || !b || !wouldFuse(a, b);
  if (isBlank) return false;
  if (whole.startsWith(part)) return edge(part.at(-1), whole[part.length]);
  return whole.endsWith(part) && edge(whole.at(-part.length - 1), part[0]);
}

/** Turns the merged order into the merged tokens. */
export class Emitter {
  readonly weaving: Weaving;
  readonly #base: Stream;
  readonly #sides: readonly [Stream, Stream];
  readonly #matches: readonly [Match, Match];
  readonly #rules: Rules;
  readonly #onClash: OnClash;
  readonly #revived = new Map<number, Revived>();
  readonly #out: Token[] = [];
  #last: { text: string; style: Style; origin: Origin } | null = null;
  /** Who took out the end of the line that is open. */
  #joinedBy: Side | null = null;
  #waiting: Clash[] = [];

  constructor(
    base: Stream,
    sides: readonly [Stream, Stream],
    matches: readonly [Match, Match],
    rules: Rules,
    onClash: OnClash,
  ) {
    this.#base = base;
    this.#sides = sides;
    this.#matches = matches;
    this.#rules = rules;
    this.#onClash = onClash;
    for (const span of revivedSpans(base, sides, matches))
      for (let at = span.from; at <= span.last; at++) this.#revived.set(at, span);
    const woven = (side: Side): WovenSide => ({
      ...matches[side],
      closes: (place) => closes(sides[side].tokens[place]),
    });
    this.weaving = {
      count: base.tokens.length,
      closes: (at) => closes(base.tokens[at]),
      sides: [woven(0), woven(1)],
    };
  }

  emit({ steps, hasClosedBehind }: Woven): Token[] {
    for (const step of steps) {
      if ('base' in step) this.#fromBase(step.base, hasClosedBehind);
      else this.#inserted(step);
    }
    this.#report(null);
    return this.#out;
  }

  readonly #clash: OnClash = (clash) => {
    this.#waiting.push(clash);
  };

  /** The clashes of a line are told once it is known which line it is. */
  #report(block: string | null): void {
    for (const clash of this.#waiting) this.#onClash({ ...clash, block: clash.block ?? block });
    this.#waiting = [];
  }

  #kept(side: Side, at: number): boolean {
    return (this.#matches[side].to[at] ?? -1) >= 0;
  }

  #tokenOn(side: Side, at: number): Token | undefined {
    return this.#sides[side].tokens[this.#matches[side].to[at] ?? -1];
  }

  #push(token: Token, origin: Origin): void {
    if (token.is === 'char') {
      const before = this.#last;
      const isNew = before && !origin.some((place, side) => place >= 0 && place === (before.origin[side] ?? -1) + 1);
      if (isNew && wouldFuse(before.text, token.text)) this.#out.push({ is: 'char', text: ' ', style: before.style });
      this.#out.push(token);
      this.#last = { text: token.text, style: token.style, origin };
      return;
    }
    this.#out.push(token);
    this.#last = null;
    this.#joinedBy = null;
    this.#report(token.is === 'end' ? token.line.id : token.id);
  }

  #isAlive(at: number, hasClosedBehind: Woven['hasClosedBehind']): boolean {
    const kept = [this.#kept(0, at), this.#kept(1, at)] as const;
    if (kept[0] && kept[1]) return true;
    if (!kept[0] && !kept[1]) return false;
    const revived = this.#revived.get(at);
    const goneBy: Side = kept[0] ? 1 : 0;
    if (revived) return revived.by !== goneBy;
    if (this.#saysMore(at, other(goneBy))) return true;
    if (this.#base.tokens[at]?.is !== 'end' || !this.#last) return false;
    // Joined to a line whose own end the other took out; or the other put lines between the two.
    if (this.#joinedBy === other(goneBy) || hasClosedBehind(at, other(goneBy))) return true;
    this.#joinedBy = goneBy;
    return false;
  }

  /** Whether this side wrote who said a quote, which stands with its end. */
  #saysMore(at: number, side: Side): boolean {
    const [base, token] = [this.#base.tokens[at], this.#tokenOn(side, at)];
    if (base?.is !== 'end' || token?.is !== 'end') return false;
    return isFilled(token.line.attribution) && !same(base.line.attribution ?? [], token.line.attribution);
  }

  #fromBase(at: number, hasClosedBehind: Woven['hasClosedBehind']): void {
    const base = this.#base.tokens[at];
    const revived = this.#revived.get(at);
    if (revived?.from === at) this.#tellRevived(revived);
    if (!base || !this.#isAlive(at, hasClosedBehind)) return;
    const origin: Origin = [this.#matches[0].to[at] ?? -1, this.#matches[1].to[at] ?? -1];
    const [first, second] = [this.#tokenOn(0, at), this.#tokenOn(1, at)];
    if (!first || !second) this.#push(first ?? second ?? base, origin);
    else for (const token of this.#merged([base, first, second])) this.#push(token, origin);
  }

  #merged([base, first, second]: Three<Token>): Token[] {
    if (base.is === 'char' && first.is === 'char' && second.is === 'char')
      return [{ ...base, style: mergeStyle(base.style, first.style, second.style, this.#clash) }];
    if (base.is === 'end' && first.is === 'end' && second.is === 'end')
      return [{ is: 'end', line: this.#rules.line([base.line, first.line, second.line], this.#clash) }];
    if (base.is === 'box' && first.is === 'box' && second.is === 'box') {
      const blocks = this.#rules.box([base.block, first.block, second.block], this.#clash);
      return blocks.map((block): Token => ({ is: 'box', id: block.id, block }));
    }
    return [first];
  }

  #tellRevived({ by, from, last }: Revived): void {
    const { spans, tokens } = this.#sides[by];
    const { to } = this.#matches[by];
    const places = to.subarray(from, last + 1).filter((place) => place >= 0);
    // The line as that side has it, with what it wrote between the words that were there.
    const written = spans.filter((span) => places.some((place) => place >= span.from && place <= span.last));
    const values: [string, string] = ['', ''];
    values[by] = written.map((span) => textOf(tokens.slice(span.from, span.last + 1))).join(' ');
    this.#waiting.push({ kind: 'deleted-and-edited', block: null, part: 'text', values, kept: by });
  }

  #inserted({ inserts, after, before }: Extract<Step, { inserts: Insert[] }>): void {
    const tokensOf = (side: Side): Token[] =>
      inserts
        .filter((insert) => insert.side === side)
        .flatMap(({ from, to }) => this.#sides[side].tokens.slice(from, to));
    const tokens = [tokensOf(0), tokensOf(1)] as const;
    const [mine, theirs] = [sayingOf(tokens[0]), sayingOf(tokens[1])];
    let dropped: Side | null = null;
    if (mine !== '' && theirs !== '') {
      if (includes(mine, theirs)) dropped = 1;
      else if (includes(theirs, mine)) dropped = 0;
      else if (mine.trim() !== '' && theirs.trim() !== '')
        this.#tell('both-wrote', [textOf(tokens[0]), textOf(tokens[1])], 'both');
    } else this.#tellOrphan(mine === '' ? 1 : 0, tokens[mine === '' ? 1 : 0], after, before);
    for (const { side, from, to } of inserts) {
      if (side === dropped) continue;
      for (let place = from; place < to; place++) {
        const token = this.#sides[side].tokens[place];
        if (!token) continue;
        const origin: Origin = side === 0 ? [place, -1] : [-1, place];
        this.#push(token.is === 'char' ? this.#styled(token, side, after) : token, origin);
      }
    }
  }

  #tell(kind: Clash['kind'], values: [string, string], kept: Clash['kept']): void {
    this.#waiting.push({ kind, block: null, part: 'text', values, kept });
  }

  /** Words put into what the other side took out. */
  #tellOrphan(side: Side, tokens: readonly Token[], after: number | null, before: number | null): void {
    if (!tokens.some((token) => token.is === 'char' && isWord(token.text))) return;
    const isChar = (at: number): boolean => this.#base.tokens[at]?.is === 'char';
    const isGone = (at: number): boolean => isChar(at) && !this.#kept(other(side), at) && !this.#revived.has(at);
    const at = after ?? before ?? -1;
    const isReplaced = after !== null && isGone(after + 1) && !this.#kept(side, after + 1);
    if (!isGone(at) && !isReplaced) return;
    const values: [string, string] = ['', ''];
    values[side] = textOf(tokens);
    this.#tell('deleted-and-edited', values, side);
  }

  #styled(token: Extract<Token, { is: 'char' }>, side: Side, after: number | null): Token {
    if (after === null || after < 0) return token;
    const styles = [after, after + 1].map((at) =>
      [this.#base.tokens[at], this.#tokenOn(side, at), this.#tokenOn(other(side), at)].map((found) =>
        found?.is === 'char' ? found.style : null,
      ),
    );
    const [[base, own, made] = [], [next, , madeNext] = []] = styles;
    if (!base || !next || !made || !madeNext || own?.key !== token.style.key) return token;
    return { ...token, style: inheritStyle(token.style, [base, next], [made, madeNext]) };
  }
}
