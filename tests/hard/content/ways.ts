import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** What became of hostile content by one way in or out. */
export interface Way {
  /** As it is to be read: `in: a paste in the window`. */
  way: string;
  vectors: number;
  /** Scripts that ran or tried to, what was asked for beyond the program itself, and what is left that could still act. */
  ran: number;
  active: number;
  requests: number;
  /** The longest that a thread was kept from everything else by one piece of it, in milliseconds. */
  slowest: number;
  /** Of the harmless texts beside the vectors, so many are still there. */
  kept: number;
}

export const waysFile = (): string => join(process.env['COPYDESK_TEST_FOLDER'] ?? '.', 'ways.jsonl');

/** Puts a way into the table that a run ends with. */
export function reportWay(way: Way): void {
  appendFileSync(waysFile(), `${JSON.stringify(way)}\n`);
}

/** The ways as a table of Markdown, the last row being all of them. */
export function waysTable(ways: readonly Way[]): string {
  const sum = (of: (way: Way) => number): number => ways.reduce((total, way) => total + of(way), 0);
  const all: Way = {
    way: 'all',
    vectors: sum((way) => way.vectors),
    ran: sum((way) => way.ran),
    active: sum((way) => way.active),
    requests: sum((way) => way.requests),
    slowest: Math.max(0, ...ways.map((way) => way.slowest)),
    kept: sum((way) => way.kept),
  };
  const row = ({ way, vectors, ran, active, requests, slowest, kept }: Way): string =>
    `| ${way} | ${vectors} | ${ran} | ${active} | ${requests} | ${slowest.toFixed(0)} ms | ${kept} |`;
  return [
    '| way | vectors | scripts run | active markup | requests | slowest | harmless text kept |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...[...ways].sort((a, b) => a.way.localeCompare(b.way)).map(row),
    row(all),
  ].join('\n');
}
