import type { CheckedField, Finding } from '../finding.ts';
import { en, type CheckWords } from './en.ts';
import { vi } from './vi.ts';

/** The checks' words in the window's, or the command line's, language. */
export const checkWords = (language: 'en' | 'vi'): CheckWords => (language === 'vi' ? vi : en);

/** What a finding says, in one sentence that needs no context. */
export function checkSentence({ code, about = {} }: Pick<Finding, 'code' | 'about'>, words: CheckWords): string {
  const sentence = words.said[code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = about[name] ?? '?';
    return name === 'field' ? (words.fields[value as CheckedField] ?? String(value)) : String(value);
  });
}
