import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../src/base/result.ts';
import {
  check,
  checkSentence,
  checkWords,
  countLevels,
  defaultHouseChecks,
  LEVELS,
  readHouseChecks,
  type Finding,
  type HouseChecks,
  type Target,
} from '../../src/check/index.ts';
import { readPackageFile } from '../services/package-file.ts';
import { printable } from './words.ts';

interface CheckOrder {
  target: Target | null;
  /** A file with the newsroom's switches; the usual ones without it. */
  house?: string | undefined;
  isJson: boolean;
  language: 'en' | 'vi';
}

/** `2 errors, 1 warning` */
function counts(findings: readonly Finding[], language: 'en' | 'vi'): string {
  const words = checkWords(language);
  const numbers = countLevels(findings);
  const said = LEVELS.filter((level) => numbers[level] > 0).map((level) => {
    const form = language === 'en' && numbers[level] === 1 ? 'one' : 'other';
    return words.counts[level][form].replace('{count}', String(numbers[level]));
  });
  return said.length === 0 ? words.clean : said.join(', ');
}

/** The findings as text, one a line under a line of counts, or as JSON: `counts` and `findings` with their places. */
function print(findings: readonly Finding[], { isJson, target, language }: CheckOrder): string {
  const words = checkWords(language);
  if (isJson) {
    const said = findings.map(({ key, ...finding }) => ({ ...finding, message: checkSentence(finding, words), key }));
    return `${JSON.stringify({ target, counts: countLevels(findings), findings: said }, null, 2)}\n`;
  }
  const lines = findings.map(
    (finding) => `${finding.level.padEnd(7)}  ${printable(checkSentence(finding, words))}  (${finding.rule})\n`,
  );
  return `${lines.join('')}${counts(findings, language)}\n`;
}

/**
 * The newsroom's switches: `{ levels, required }` as in Settings, alone or as `checks` of Copydesk's preferences.json.
 * Fails with `check.bad-house` (`path`, `reason`).
 */
async function readHouse(path: string): Promise<Result<HouseChecks>> {
  const refused = (reason: string): Result<HouseChecks> =>
    fail('check.bad-house', `${path}: ${reason}`, { path, reason });
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return refused((error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
  const whole = typeof data === 'object' && data !== null && 'checks' in data ? data.checks : data;
  const house = readHouseChecks(whole);
  return house.ok ? house : refused(house.failure.detail);
}

/** `copydesk check`: what must be looked at before the story goes, by the newsroom's own switches or the usual ones. */
export async function checkCommand(
  file: string,
  order: CheckOrder,
): Promise<Result<{ text: string; hasErrors: boolean }>> {
  const house = order.house === undefined ? ok(defaultHouseChecks) : await readHouse(order.house);
  if (!house.ok) return house;
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const findings = check(read.value.story, { target: order.target, house: house.value });
  return ok({ text: print(findings, order), hasErrors: countLevels(findings).error > 0 });
}
