import type { LineRule } from '../parts.ts';
import { anyRules } from './any.ts';
import { enRules } from './en.ts';
import { viRules } from './vi.ts';

/** All rules for single lines. Both languages' are tried, since desks mix them; the text's own language goes first. */
export function lineRules(language: string): readonly LineRule[] {
  return /^vi\b/i.test(language) ? [...anyRules, ...viRules, ...enRules] : [...anyRules, ...enRules, ...viRules];
}

/** What the rule makes of the line: its text without a label; null where it leaves it alone. */
export function saidBy({ pattern }: LineRule, text: string): string | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const { said, name } = match.groups ?? {};
  // Patterns that overlook the case of a label cannot ask for a capital themselves.
  return name !== undefined && !/^\p{Lu}/u.test(name) ? null : (said ?? text);
}
