import type { Run } from '../../story/schema.ts';
import { plainText, tidyRuns } from '../../story/runs.ts';
import { isBlank, normaliseForeign } from '../clean-text.ts';
import type { Receipt } from '../receipt.ts';
import { marksOf, type MarkBits } from './marks.ts';

/** How a stretch of text looks: its marks and the address it leads to. */
export interface Look {
  marks: MarkBits;
  href: string | undefined;
}

/** Space as HTML folds it. The no-break space is folded too: in pasted text it is nearly always a word processor's filling. */
const FOLDED = /[ \t\n\f\r\u00a0\u2028\u2029]+/g;

/** One text being gathered, a paragraph or a caption or a cell, with white space folded as browsers do. */
export class Line {
  private runs: Run[] = [];
  private readonly receipt: Receipt;
  /** The last character is a blank ( ), a line break (\n), something (x), or there is none yet. */
  private end: '' | ' ' | '\n' | 'x' = '';

  constructor(receipt: Receipt) {
    this.receipt = receipt;
  }

  get isEmpty(): boolean {
    return this.end === '';
  }

  get endsWithBreak(): boolean {
    return this.end === '\n';
  }

  /** Text whose white space is folded. */
  add(text: string, look: Look): void {
    let folded = text.replace(FOLDED, ' ');
    if (this.end !== 'x' && folded.startsWith(' ')) folded = folded.slice(1);
    if (folded === '') return;
    this.push(folded, look);
    this.end = folded.endsWith(' ') ? ' ' : 'x';
  }

  /** Text whose white space is kept. */
  addKept(text: string, look: Look): void {
    const kept = text
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, '    ')
      .replace(/[\f\u00a0]/g, ' ');
    if (kept === '') return;
    this.push(kept, look);
    this.end = kept.endsWith('\n') ? '\n' : 'x';
  }

  /** A line break; one at the beginning or after another says nothing. */
  break(look: Look): void {
    if (this.end === '' || this.end === '\n') return;
    if (this.end === ' ') this.dropLast();
    this.push('\n', look);
    this.end = '\n';
  }

  /** The text without blanks and breaks at its ends, tidy and in NFC; empty when there is nothing to see. The line starts anew. */
  take(): Run[] {
    const { runs } = this;
    this.runs = [];
    this.end = '';
    for (let last = runs.at(-1); last; last = runs.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      runs.pop();
    }
    if (isBlank(plainText(runs))) return [];
    return tidyRuns(runs).map((run) => ({ ...run, text: normaliseForeign(run.text, this.receipt) }));
  }

  private push(text: string, look: Look): void {
    const run: Run = { text };
    if (look.marks) run.marks = marksOf(look.marks);
    if (look.href !== undefined) run.href = look.href;
    this.runs.push(run);
  }

  private dropLast(): void {
    const last = this.runs.at(-1);
    if (!last) return;
    last.text = last.text.slice(0, -1);
    if (last.text === '') this.runs.pop();
  }
}
