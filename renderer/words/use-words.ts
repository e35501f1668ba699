import { createContext, useContext } from 'react';
import type { InterfaceLanguage } from '../state/preferences.ts';
import type { Words } from './en/index.ts';

const words = new Map<InterfaceLanguage, Words>();

/** Reads the words of a language; before the window is drawn in it. */
export async function readWords(language: InterfaceLanguage): Promise<void> {
  if (words.has(language)) return;
  words.set(language, language === 'vi' ? (await import('./vi/index.ts')).vi : (await import('./en/index.ts')).en);
}

export const LanguageContext = createContext<InterfaceLanguage>('en');

/** The interface's language, for dates and numbers. */
export function useLanguage(): InterfaceLanguage {
  return useContext(LanguageContext);
}

/** What the window says, in the interface's language. */
export function useWords(): Words {
  const language = useLanguage();
  const spoken = words.get(language);
  if (!spoken) throw new Error(`the words of “${language}” were not read`);
  return spoken;
}
