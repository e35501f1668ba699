import { tidyRuns } from '../story/runs.ts';
import type { Run } from '../story/schema.ts';

/** Runs without what reviewers said of them. */
const bareRuns = (runs: readonly Run[]): Run[] =>
  tidyRuns(runs.map(({ comments: _, inserted: __, deleted: ___, changed: ____, ...run }) => run));

const isCommented = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'comments' in one && 'text' in one;

/** Anything of a story without comments: every run in it, wherever it stands. What a block of a newer Copydesk holds stays as it is. */
export function bare<T>(value: T): T {
  if (Array.isArray(value))
    return (value.some(isCommented) ? bareRuns(value as Run[]) : value.map((one) => bare(one as unknown))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'original' ? part : bare(part as unknown)]),
  ) as T;
}
