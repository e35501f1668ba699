const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The story's language as `lang` may hold it (BCP 47, canonical); `und` (undetermined) where it is none. */
export function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** `rtl` for a language written from right to left, else null. */
export function direction(tag: string): 'rtl' | null {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : null;
}
