import { createContext, useContext } from 'react';
import type { InterfaceLanguage } from '../state/preferences.ts';
import { en, type Words } from './en/index.ts';
import { vi } from './vi/index.ts';

const wordsByLanguage: Record<InterfaceLanguage, Words> = { en, vi };

export const LanguageContext = createContext<InterfaceLanguage>('en');

/** The interface's language, for dates and numbers. */
export function useLanguage(): InterfaceLanguage {
  return useContext(LanguageContext);
}

/** What the window says, in the interface's language. */
export function useWords(): Words {
  return wordsByLanguage[useLanguage()];
}
