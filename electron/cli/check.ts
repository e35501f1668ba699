import { ok, type Result } from '../../src/base/result.ts';
import {
  check,
  checkSentence,
  checkWords,
  countLevels,
  LEVELS,
  type Finding,
  type Target,
} from '../../src/check/index.ts';
import { readPackageFile } from '../services/package-file.ts';
import { printable } from './words.ts';

interface CheckOrder {
  target: Target | null;
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

/** `copydesk check`: what must be looked at before the story goes. The newsroom's own switches are the window's; these are the usual ones. */
export async function checkCommand(
  file: string,
  order: CheckOrder,
): Promise<Result<{ text: string; hasErrors: boolean }>> {
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const findings = check(read.value.story, { target: order.target });
  return ok({ text: print(findings, order), hasErrors: countLevels(findings).error > 0 });
}
