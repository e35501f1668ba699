import { app, nativeTheme } from 'electron';
import type { Settings } from '../../src/settings/schema.ts';
import { chooseLanguage } from './language.ts';
import { setMenu } from './menu.ts';
import type { MenuActions } from './menu-template.ts';
import { shellWords, type Language, type ShellWords } from './words.ts';

/** Language and theme of all that the system draws: menu, dialogs, title bar, controls. */
export interface Look {
  language: () => Language;
  words: () => ShellWords;
  /** Follows the settings as they are now. */
  apply: () => void;
}

export function createLook(settings: () => Settings, actions: MenuActions): Look {
  const language = (): Language =>
    chooseLanguage(process.env['COPYDESK_LANG'], settings().interfaceLanguage, app.getLocale());
  const words = (): ShellWords => shellWords(language());
  return {
    language,
    words,
    apply: () => {
      nativeTheme.themeSource = settings().theme;
      setMenu(words(), actions);
    },
  };
}
