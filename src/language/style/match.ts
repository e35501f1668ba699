import { expandTemplate } from '../find/template.ts';
import type { StyleRule } from './rule.ts';

/** A rule made ready. */
export interface ReadyRule extends StyleRule {
  expression: RegExp;
  /** Where it begins in its file, from 1. */
  line: number;
}

/** A place that house style would write differently, in UTF-16 units of its text. */
export interface StyleMatch {
  rule: string;
  category: StyleRule['category'];
  message: string;
  start: number;
  end: number;
  /** What to write instead; null where a person must decide. */
  replacement: string | null;
}

export function readyRule(rule: StyleRule, line: number): ReadyRule {
  return { ...rule, line, expression: new RegExp(rule.pattern, rule.ignoreCase ? 'giu' : 'gu') };
}

const isFor = (rule: StyleRule, language: string): boolean =>
  rule.language === undefined || language.toLowerCase().split('-')[0] === rule.language.toLowerCase().split('-')[0];

/** Tries a rule, as it is asked to; for those who look at the clock meanwhile. */
export type TryRule = (rule: ReadyRule, attempt: () => StyleMatch[]) => StyleMatch[];

/** Everything in the text that the rules for its language would write differently, in order. */
export function matchStyle(
  text: string,
  language: string,
  rules: readonly ReadyRule[],
  tryRule: TryRule = (_, attempt) => attempt(),
): StyleMatch[] {
  return rules
    .filter((rule) => isFor(rule, language))
    .flatMap((rule) => tryRule(rule, () => matchRule(text, rule)))
    .sort((a, b) => a.start - b.start);
}

function matchRule(text: string, rule: ReadyRule): StyleMatch[] {
  const found: StyleMatch[] = [];
  const spared = (rule.exceptions ?? []).flatMap((exception) => placesOf(text, exception));
  for (const match of text.matchAll(rule.expression)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start === end || spared.some(([from, to]) => from < end && start < to)) continue;
    const groups = [...match].map((group: string | undefined) => group ?? '');
    const replacement =
      rule.replacement === undefined ? null : expandTemplate(rule.replacement, groups, match.groups ?? {});
    if (replacement === match[0]) continue;
    found.push({ rule: rule.id, category: rule.category, message: rule.message, start, end, replacement });
  }
  return found;
}

function placesOf(text: string, part: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push([at, at + part.length]);
  return places;
}
