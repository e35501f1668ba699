import { initialsOf } from '../../../src/settings/person.ts';
import { PERSON_COLOURS, type DeskPerson } from '../../../src/settings/schema.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoiceLine, TextLine } from './parts.tsx';
import type { SettingsSection } from './section.ts';

/** Who works here: the name, initials and colour that versions, comments and suggestions bear. */
export const you: SettingsSection = { key: 'you', title: (words) => words.settings.you.title, Panel: You };

function You() {
  const words = useWords().settings.you;
  const { preferences } = useRoom();
  const person = useStore(preferences.settings, (settings) => settings.person);
  function choose(choice: Partial<DeskPerson>): void {
    // What is remembered now, not what was rendered: two choices may come before the next rendering.
    preferences.choose({ person: { ...preferences.settings.get().person, ...choice } });
  }
  return (
    <>
      <TextLine
        label={words.name}
        hint={words.nameHint}
        value={person.name}
        maxLength={120}
        onValue={(name) => {
          choose({ name });
        }}
      />
      <TextLine
        label={words.initials}
        value={person.initials}
        placeholder={initialsOf(person)}
        maxLength={6}
        onValue={(initials) => {
          choose({ initials });
        }}
      />
      <ChoiceLine
        label={words.colour}
        hint={words.colourHint}
        value={person.colour}
        choices={PERSON_COLOURS.map((colour) => ({
          value: colour,
          label: words.colours[colour],
          mark: <span className="person-dot" data-colour={colour} aria-hidden="true" />,
        }))}
        onValue={(colour) => {
          choose({ colour });
        }}
      />
    </>
  );
}
