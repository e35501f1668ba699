import { MARKS, type Run } from './schema.ts';

const sameStyle = (a: Run, b: Run): boolean => a.href === b.href && String(a.marks) === String(b.marks);

/** Runs in their one canonical form: marks in order and once, neighbours of one style joined, nothing empty. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const marks = MARKS.filter((mark) => run.marks?.includes(mark));
    const next: Run = { text: run.text };
    if (marks.length > 0) next.marks = marks;
    if (run.href !== undefined) next.href = run.href;
    const last = tidy.at(-1);
    if (last && sameStyle(last, next)) last.text += next.text;
    else tidy.push(next);
  }
  return tidy;
}

/** The runs' plain text; a line break is "\n". */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Plain text as runs. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text }];
}
