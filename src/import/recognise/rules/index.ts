import type { LineRule } from '../parts.ts';
import { anyRules } from './any.ts';
import { enRules } from './en.ts';
import { viRules } from './vi.ts';

/** All rules for single lines. Both languages' are tried, since desks mix them; the text's own language goes first. */
export function lineRules(language: string): readonly LineRule[] {
  return /^vi\b/i.test(language) ? [...anyRules, ...viRules, ...enRules] : [...anyRules, ...enRules, ...viRules];
}
