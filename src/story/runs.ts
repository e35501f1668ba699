import { MARKS, type Run } from './schema.ts';

const KEPT = ['inserted', 'deleted', 'changed'] as const;
const saying = (mark: unknown): string => (mark === undefined ? '' : JSON.stringify(mark));

const sameStyle = (a: Run, b: Run): boolean =>
  a.href === b.href &&
  String(a.marks) === String(b.marks) &&
  String(a.comments) === String(b.comments) &&
  KEPT.every((name) => a[name] === b[name] || saying(a[name]) === saying(b[name]));

/** Runs in their one canonical form: marks and comments in order and once, neighbours of one style joined, nothing empty. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const marks = MARKS.filter((mark) => run.marks?.includes(mark));
    const next: Run = { text: run.text };
    if (marks.length > 0) next.marks = marks;
    if (run.href !== undefined) next.href = run.href;
    if (run.comments && run.comments.length > 0) next.comments = [...new Set(run.comments)].sort();
    for (const name of KEPT) if (run[name]) Object.assign(next, { [name]: run[name] });
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
