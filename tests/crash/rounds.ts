import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is killed: the program's main process, the window's, or every process of it at once. */
export const TARGETS = ['main', 'window', 'group'] as const;
export type Target = (typeof TARGETS)[number];

/** One kill and what was there afterwards. */
export interface Round {
  target: Target;
  /** What the robot was at when it was killed. */
  during: string;
  /** Characters, and photos, that were on the page when the kill came. */
  done: number;
  /** Of these, how many actions are not on the disk, and how long before the kill the first of them was done (ms). */
  lost: number;
  lostFor: number;
  /** Why the story that was found is not a prefix of what was typed, or did not open; empty where all is well. */
  wrong: string;
}

/** A key may be lost where it came so short before the kill, in milliseconds, or was one of the last so many. */
const LOSS = { keys: 2, ms: 100 };

export const isLossAllowed = ({ lost, lostFor }: Pick<Round, 'lost' | 'lostFor'>): boolean =>
  lost <= LOSS.keys || lostFor <= LOSS.ms;

export const roundsFile = (): string => join(process.env['COPYDESK_TEST_FOLDER'] ?? '.', 'rounds.jsonl');

export function report(round: Round): void {
  appendFileSync(roundsFile(), `${JSON.stringify(round)}\n`);
}

const worse = (a: Round, b: Round): Round => {
  if ((a.wrong === '') !== (b.wrong === '')) return a.wrong === '' ? b : a;
  return b.lost > a.lost || (b.lost === a.lost && b.lostFor > a.lostFor) ? b : a;
};

const tell = ({ target, during, done, lost, lostFor, wrong }: Round): string =>
  `${target} killed while ${during}: of ${done} actions ${lost} lost, the first ${lostFor.toFixed(0)} ms before${wrong && `; ${wrong}`}`;

/** The rounds of a run as a table of Markdown, with the worst one. */
export function roundsTable(rounds: readonly Round[]): string {
  const row = (name: string, some: readonly Round[]): string => {
    const most = Math.max(0, ...some.map(({ lost }) => lost));
    const longest = Math.max(0, ...some.map(({ lostFor }) => lostFor));
    const exact = some.filter(({ lost, wrong }) => lost === 0 && wrong === '').length;
    const wrong = some.filter((round) => round.wrong !== '' || !isLossAllowed(round)).length;
    return `| ${name} | ${some.length} | ${exact} | ${most} | ${longest.toFixed(0)} ms | ${wrong} |`;
  };
  const lines = TARGETS.map((target) =>
    row(
      target,
      rounds.filter((round) => round.target === target),
    ),
  );
  const during = new Map<string, number>();
  for (const round of rounds) during.set(round.during, (during.get(round.during) ?? 0) + 1);
  const deeds = [...during].sort(([, a], [, b]) => b - a).map(([deed, count]) => `${deed} ${count}`);
  const worst = rounds.length > 0 ? tell(rounds.reduce(worse)) : 'none';
  return [
    '| killed | rounds | nothing lost | most keys lost | longest before the kill | broken |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    row('all', rounds),
    '',
    `Killed while: ${deeds.join(', ')}.`,
    `The worst round: ${worst}.`,
  ].join('\n');
}
