import { SURE, type Part, type Proposal } from './parts.ts';
import { lineOf, withoutStart, type Line } from './line.ts';
import type { Block } from '../../story/schema.ts';

/** What a rule made of a line. */
export interface Take extends Proposal {
  said: string;
}

/** What stands before the rest of its line and is another thing than it: a chat's stamp, the mark of the lead. */
export interface LeadIn extends Proposal {
  text: string;
  said: string;
}

/** A raw article while it is being read: its lines, and what has been made of each so far. */
export interface Draft {
  readonly lines: Line[];
  readonly takes: (Take | null)[];
  /** By line, in their order. */
  readonly leadIns: LeadIn[][];
  readonly language: string;
  /** The document's own title, folded to one line. */
  readonly title: string;
}

export function draftOf(blocks: readonly Block[], language: string, title: string): Draft {
  const lines = blocks.map(lineOf);
  return { lines, takes: lines.map(() => null), leadIns: lines.map(() => []), language, title };
}

export function take(draft: Draft, index: number, part: Part, rule: string, confidence: number, said?: string): void {
  draft.takes[index] = { part, rule, confidence, said: said ?? draft.lines[index]?.text ?? '' };
}

/** Whether the line is spoken for: a weak proposal does not keep a better one from coming. */
export const isTaken = (draft: Draft, index: number): boolean => (draft.takes[index]?.confidence ?? 0) >= SURE;

/** So many lines from either end are looked at: further in, even the longest article is nothing but text. */
const EDGE = 1000;

/** Whether the line stands near enough to an end to be anything but text. */
export const isNear = ({ lines }: Draft, index: number): boolean => index < EDGE || index >= lines.length - EDGE;

/** A line of text that nothing has a claim on. */
export const isFree = (draft: Draft, index: number): boolean =>
  (draft.lines[index]?.isText ?? false) && isNear(draft, index) && !isTaken(draft, index);

/** Parts what stands before the rest of a line from it. */
export function part(draft: Draft, index: number, leadIn: LeadIn): void {
  const line = draft.lines[index];
  if (!line) return;
  draft.leadIns[index]?.push(leadIn);
  draft.lines[index] = withoutStart(line, leadIn.text.length);
}
