import { settingsSchema } from '../../../src/settings/schema.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoiceLine } from './parts.tsx';
import type { SettingsSection } from './section.ts';

/** What the window speaks, and whether it is light or dark. */
export const look: SettingsSection = { key: 'look', title: (words) => words.settings.look.title, Panel: Look };

function Look() {
  const words = useWords().settings.look;
  const { preferences } = useRoom();
  const { interfaceLanguage, theme } = useStore(preferences.settings);
  return (
    <>
      <ChoiceLine
        label={words.language}
        hint={words.languageHint}
        value={interfaceLanguage}
        choices={settingsSchema.shape.interfaceLanguage.options.map((value) => ({
          value,
          label: words.languages[value],
        }))}
        onValue={(choice) => {
          preferences.choose({ interfaceLanguage: choice });
        }}
      />
      <ChoiceLine
        label={words.theme}
        value={theme}
        choices={settingsSchema.shape.theme.options.map((value) => ({ value, label: words.themes[value] }))}
        onValue={(choice) => {
          preferences.choose({ theme: choice });
        }}
      />
    </>
  );
}
