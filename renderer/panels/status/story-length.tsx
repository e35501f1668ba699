import { useEffect, useId, useState } from 'react';
import { lengthOf, readingSeconds, speakingSeconds, type Length } from '../../../src/story/length.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { clock } from '../../words/dates.ts';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { watchSelection } from './selected-text.ts';

/** How long the story is, and what is selected of it; pressed, it tells all that is counted. */
export function StoryLengthFacts({ session }: { session: Session }) {
  const words = useWords().status;
  const spoken = useLanguage();
  const id = useId();
  const { preferences, settingsShown } = useRoom();
  const length = useStore(session.length);
  const language = useStore(session.fields, (fields) => fields.language);
  const presenters = useStore(preferences.settings, (settings) => settings.presenters);
  const [selected, setSelected] = useState('');
  useEffect(() => watchSelection(setSelected), []);
  const selection = selected === '' ? null : lengthOf(selected, language);

  const number = new Intl.NumberFormat(spoken);
  const first = presenters[0]!;
  const count = selection
    ? fill(words.selectedWords, { selected: number.format(selection.words), count: number.format(length.words) })
    : fillCount(spoken, words.words, length.words);
  const lines: { label: string; hint?: string; of: (length: Length) => string }[] = [
    { label: words.length.words, of: (one) => number.format(one.words) },
    { label: words.length.characters, of: (one) => number.format(one.characters) },
    { label: words.length.charactersWithoutSpaces, of: (one) => number.format(one.charactersWithoutSpaces) },
    { label: words.length.reading, of: (one) => clock(readingSeconds(one, language)) },
    ...presenters.map(({ name, pace }) => ({
      label: name === '' ? words.length.presenter : fill(words.length.presenterNamed, { name }),
      hint: fill(words.length.pace, { pace }),
      of: (one: Length) => clock(speakingSeconds(one, pace)),
    })),
  ];

  return (
    <>
      <button type="button" className="status-length" popoverTarget={id} title={words.length.label}>
        <span>{count}</span>
        <span>{fill(words.aloud, { time: clock(speakingSeconds(selection ?? length, first.pace)) })}</span>
      </button>
      <div id={id} popover="auto" className="length" role="dialog" aria-label={words.length.label}>
        <table>
          <thead>
            <tr>
              <td />
              {selection && <th scope="col">{words.length.selection}</th>}
              <th scope="col">{words.length.story}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, hint, of }, line) => (
              <tr key={`${line} ${label}`}>
                <th scope="row">
                  {label}
                  {hint !== undefined && <span className="length-hint">{hint}</span>}
                </th>
                {selection && <td>{of(selection)}</td>}
                <td>{of(length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" className="button" onClick={() => settingsShown.set('language')}>
          {words.length.change}
        </button>
      </div>
    </>
  );
}
