import type { Settings } from '../../src/settings/schema.ts';
import type { Language } from './words.ts';

/**
 * The interface's language: what `COPYDESK_LANG` says, else what the person chose, else the computer's own, where
 * Copydesk speaks it, else English.
 *
 * @param wish the value of `COPYDESK_LANG`; anything but en and vi is as if it were not there
 * @param locale the computer's, a BCP 47 tag
 */
export function chooseLanguage(
  wish: string | undefined,
  chosen: Settings['interfaceLanguage'],
  locale: string,
): Language {
  if (wish === 'en' || wish === 'vi') return wish;
  if (chosen !== 'system') return chosen;
  return /^vi(?:-|$)/i.test(locale) ? 'vi' : 'en';
}
