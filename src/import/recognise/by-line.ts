import { isDatedLine } from '../../story/dateline.ts';
import { isNear, part, take, type Draft } from './draft.ts';
import type { LineRule } from './parts.ts';
import { bylinehood } from './names.ts';
import { lineRules, saidBy } from './rules/index.ts';

type Where = LineRule['where'];

/** The longest line that is looked at by the tables: a longer one is text. */
const LONGEST = 240;
const DATE_LABEL =
  /^(?:cập nhật(?: lúc)?|đăng lúc|ngày đăng|ngày|xuất bản|published(?: on)?|posted(?: on)?|updated|last updated|date)\s?:?\s+(?=\S)/iu;

/** The first row of the tables that takes the line at one of these places. */
export function ruleFor(
  text: string,
  places: readonly Where[],
  language: string,
): { rule: LineRule; said: string } | null {
  if (text.length > LONGEST) return null;
  for (const rule of lineRules(language)) {
    if (!places.includes(rule.where)) continue;
    const said = saidBy(rule, text);
    if (said !== null) return { rule, said };
  }
  return null;
}

/** Lets the tables have the line; true where a row took it. */
export function takeByRule(draft: Draft, index: number, places: readonly Where[]): boolean {
  const line = draft.lines[index];
  if (!line?.isText || !isNear(draft, index)) return false;
  const found = ruleFor(line.text.trim(), places, draft.language);
  if (!found) return false;
  take(draft, index, found.rule.part, found.rule.name, found.rule.confidence, found.said);
  return true;
}

/** A dated line, with or without the word that introduces it. */
export function takeDated(draft: Draft, index: number): boolean {
  const text = draft.lines[index]?.text.trim() ?? '';
  const said = text.replace(DATE_LABEL, '');
  if (text.length > 120 || !isDatedLine(said, draft.language)) return false;
  const isSecond = draft.takes.some((taken) => taken?.part === 'dateline');
  take(draft, index, 'dateline', 'any.dated-line', isSecond ? 0.5 : 0.95, said);
  return true;
}

/** A comma may as well stand between a place and a date. */
const COMBINED = /^(.{2,60}?)(?:\s*[|•·]\s*|\s+[-–—]\s+)(?=\S)/u;

/** `Minh Khuê - 19/01/2022 21:11`: a byline and a dated line in one. */
export function takeCombined(draft: Draft, index: number): boolean {
  const text = draft.lines[index]?.text ?? '';
  if (text.length > 160) return false;
  const [whole, name = ''] = COMBINED.exec(text) ?? [];
  if (whole === undefined) return false;
  const rest = text.slice(whole.length).replace(DATE_LABEL, '');
  const byline = ruleFor(name, ['around'], draft.language);
  const isByline = byline?.rule.part === 'byline' || bylinehood(name) >= 0.85;
  if (!isByline || !isDatedLine(rest, draft.language)) return false;
  const rule = 'any.byline-and-date';
  part(draft, index, { part: 'byline', rule, confidence: 0.9, text: whole, said: name });
  take(draft, index, 'dateline', rule, 0.9, rest);
  return true;
}
