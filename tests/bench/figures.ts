import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the benchmark's table. */
export interface Figure {
  /** The bench file's name without its endings, as `store`. */
  topic: string;
  what: string;
  /** With its unit, as it is to be read: `0.25 ms`. */
  value: string;
  /** What it is to be compared with, measured in the same run; empty where there is nothing. */
  beside: string;
}

/** Where the figures of a run are gathered until the run ends. */
export const figuresFile = (): string => join(process.env['COPYDESK_TEST_FOLDER'] ?? '.', 'figures.jsonl');

/** Puts a line into the benchmark's table. Figures are read side by side; no run ever fails because of one. */
export function figure(topic: string, what: string, value: string, beside = ''): void {
  appendFileSync(figuresFile(), `${JSON.stringify({ topic, what, value, beside } satisfies Figure)}\n`);
}

/** The value below which a share of the values lies: `percentile(times, 0.99)`. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Three digits that count: `0.23 ms`, `14.1 ms`, `3 210 KB`. */
export function withUnit(value: number, unit: string): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, digits === 0 ? ' ' : '')} ${unit}`;
}
