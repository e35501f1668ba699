import { settingsSchema, type Presenter } from '../../../src/settings/schema.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { CheckLine, ChoiceLine } from './parts.tsx';
import type { SettingsSection } from './section.ts';
import { SharedLanguage } from './shared-language.tsx';

/** How stories are written and read out: spelling, house style, tones, presenters. */
export const language: SettingsSection = {
  key: 'language',
  title: (words) => words.settings.writing.title,
  Panel: Writing,
};

function Writing() {
  const words = useWords().settings.writing;
  const { preferences } = useRoom();
  const { checksSpelling, checksStyle, tonePlacement } = useStore(preferences.settings);
  return (
    <>
      <CheckLine
        label={words.spelling}
        isChosen={checksSpelling}
        onChosen={(chosen) => {
          preferences.choose({ checksSpelling: chosen });
        }}
      />
      <CheckLine
        label={words.style}
        isChosen={checksStyle}
        onChosen={(chosen) => {
          preferences.choose({ checksStyle: chosen });
        }}
      />
      <ChoiceLine
        label={words.tones}
        hint={words.tonesHint}
        value={tonePlacement}
        choices={settingsSchema.shape.tonePlacement.options.map((value) => ({
          value,
          label: words.tonePlacements[value],
        }))}
        onValue={(choice) => {
          preferences.choose({ tonePlacement: choice });
        }}
      />
      <SharedLanguage />
      <Presenters />
    </>
  );
}

function Presenters() {
  const words = useWords().settings.writing;
  const { preferences } = useRoom();
  const presenters = useStore(preferences.settings, (settings) => settings.presenters);

  // What is remembered now, not what was rendered: two choices may come before the next rendering.
  function change(change: (now: Presenter[]) => Presenter[]): void {
    preferences.choose({ presenters: change([...preferences.settings.get().presenters]) });
  }
  const set = (place: number, choice: Partial<Presenter>): void =>
    change((now) => now.map((one, index) => (index === place ? { ...one, ...choice } : one)));

  return (
    <fieldset className="settings-line">
      <legend>{words.presenters}</legend>
      {presenters.map(({ name, pace }, place) => (
        <div key={`${place} of ${presenters.length}`} className="settings-presenter">
          <input
            className="input"
            type="text"
            aria-label={words.presenterName}
            placeholder={words.presenterName}
            defaultValue={name}
            maxLength={120}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => set(place, { name: value.normalize('NFC') })}
          />
          <input
            className="input"
            type="number"
            aria-label={words.pace}
            title={words.pace}
            min={60}
            max={600}
            step={5}
            defaultValue={pace}
            onChange={({ currentTarget: { value, valueAsNumber, validity } }) => {
              // Half a number, as while it is typed, waits for its other half.
              if (value !== '' && validity.valid) set(place, { pace: valueAsNumber });
            }}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={fill(words.removePresenter, { name: name || words.unnamed })}
            title={fill(words.removePresenter, { name: name || words.unnamed })}
            disabled={presenters.length === 1}
            onClick={() => change((now) => now.filter((_, index) => index !== place))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          data-kind="outline"
          disabled={presenters.length === 20}
          onClick={() => change((now) => [...now, { name: '', pace: now.at(-1)?.pace ?? 210 }])}
        >
          {words.addPresenter}
        </button>
      </div>
      <p className="settings-hint">{words.presentersHint}</p>
    </fieldset>
  );
}
