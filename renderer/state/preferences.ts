import { defaultSettings, type Settings } from '../../src/settings/schema.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

/** The languages the window speaks. */
export type InterfaceLanguage = 'en' | 'vi';

/** The person's choices: shown at once, remembered by the host. */
export interface Preferences {
  readonly settings: Store<Settings>;
  /** The language that the choice comes to. */
  readonly language: Store<InterfaceLanguage>;
  /** What the host remembered, when the window starts. */
  begin: (settings: Settings, language: InterfaceLanguage) => void;
  choose: (choice: Partial<Settings>) => void;
}

/** @param computerLanguage what `system` means here */
export function createPreferences(host: Client, notices: Notices, computerLanguage: InterfaceLanguage): Preferences {
  const settings = createStore<Settings>(defaultSettings);
  const language = createStore<InterfaceLanguage>(computerLanguage);
  return {
    settings,
    language,
    begin(remembered, spoken) {
      settings.set(remembered);
      language.set(spoken);
    },
    choose(choice) {
      settings.set({ ...settings.get(), ...choice });
      const { interfaceLanguage } = choice;
      if (interfaceLanguage) language.set(interfaceLanguage === 'system' ? computerLanguage : interfaceLanguage);
      void host.call('app.settings', choice).then((answer) => {
        if (!answer.ok) notices.tell('warning', answer.failure);
      });
    },
  };
}
