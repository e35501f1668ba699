import { useId, useState } from 'react';
import { datelineHouse, sectionsIn, type House } from '../../../src/settings/house.ts';
import { COMMON_FORMS, printDateline, unknownTokens } from '../../../src/story/dateline-print.ts';
import { zoneOfPlace } from '../../../src/story/places.ts';
import { useRoom } from '../../state/room.ts';
import type { Preferences } from '../../state/preferences.ts';
import { useStore } from '../../state/use-store.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { Bylines, Places } from './house-rows.tsx';
import { TextLine } from './parts.tsx';
import type { SettingsSection } from './section.ts';
import './house.css';

/** How the newsroom signs, dates and sorts its stories. */
export const house: SettingsSection = { key: 'house', title: (words) => words.settings.house.title, Panel: Newsroom };

/** Changes some of the house, from what is remembered now: two choices may come before the next rendering. */
function change(preferences: Preferences, make: (now: House) => Partial<House>): void {
  const now = preferences.settings.get().house;
  preferences.choose({ house: { ...now, ...make(now) } });
}

function Newsroom() {
  const words = useWords().settings.house;
  const { preferences } = useRoom();
  const { source, places, people, sections } = useStore(preferences.settings, (settings) => settings.house);
  const id = useId();
  return (
    <>
      <TextLine
        label={words.source}
        hint={words.sourceHint}
        value={source}
        maxLength={60}
        onValue={(typed) => change(preferences, () => ({ source: typed.trim() }))}
      />
      <Places places={places} onChange={(make) => change(preferences, (now) => ({ places: make(now.places) }))} />
      <Forms language="vi" />
      <Forms language="en" />
      <div className="settings-line">
        <label htmlFor={id}>{words.sections}</label>
        <textarea
          id={id}
          className="input house-sections"
          rows={6}
          defaultValue={sections.join('\n')}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: { value } }) =>
            change(preferences, () => ({ sections: sectionsIn(value.normalize('NFC')) }))
          }
        />
        <p id={`${id}-hint`} className="settings-hint">
          {words.sectionsHint}
        </p>
      </div>
      <Bylines people={people} onChange={(make) => change(preferences, (now) => ({ people: make(now.people) }))} />
    </>
  );
}

/** What the examples of forms print. */
const EXAMPLE = Date.parse('2022-01-19T21:11:00+07:00');

function Forms({ language }: { language: 'vi' | 'en' }) {
  const words = useWords().settings.house;
  return (
    <fieldset className="settings-line">
      <legend>{words.forms[language]}</legend>
      <div className="house-forms">
        <FormLine language={language} kind="line" />
        <FormLine language={language} kind="mark" />
      </div>
    </fieldset>
  );
}

/** One form: the common ones as they print, or one's own in words in braces. */
function FormLine({ language, kind }: { language: 'vi' | 'en'; kind: 'line' | 'mark' }) {
  const words = useWords().settings.house;
  const { preferences } = useRoom();
  const known = useStore(preferences.settings, (settings) => settings.house);
  const form = known.forms[language][kind];
  const common = COMMON_FORMS[language][kind];
  const [isOwn, setOwn] = useState(!common.includes(form));
  const id = useId();

  const { source, places } = datelineHouse(known);
  const place = places[0]?.name ?? (language === 'vi' ? 'Hà Nội' : 'Hanoi');
  const timeZone = zoneOfPlace(place, places) ?? 'Asia/Ho_Chi_Minh';
  const printed = (one: string): string =>
    printDateline(one, language, { at: EXAMPLE, timeZone, place, source: source || 'TTV' });
  const choose = (chosen: string): void =>
    change(preferences, ({ forms }) => ({ forms: { ...forms, [language]: { ...forms[language], [kind]: chosen } } }));
  const unknown = unknownTokens(form);

  return (
    <>
      <label htmlFor={id}>{words.form[kind]}</label>
      <select
        id={id}
        className="select"
        data-kind="outline"
        value={isOwn ? '' : form}
        onChange={({ currentTarget: { value } }) => {
          setOwn(value === '');
          if (value !== '') choose(value);
        }}
      >
        {common.map((one) => (
          <option key={one} value={one} lang={language}>
            {printed(one)}
          </option>
        ))}
        <option value="">{words.ownForm}</option>
      </select>
      {isOwn && (
        <div className="house-own-form">
          <input
            className="input"
            type="text"
            aria-label={words.ownFormLabel[kind]}
            aria-describedby={`${id}-own`}
            aria-invalid={unknown.length > 0}
            defaultValue={form}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => choose(value.normalize('NFC'))}
          />
          <p id={`${id}-own`} className="house-printed" data-wrong={unknown.length > 0 || undefined}>
            {unknown.length > 0
              ? fill(words.unknownTokens, { tokens: unknown.join(' ') })
              : fill(words.printed, { line: printed(form) })}
          </p>
          <p className="settings-hint">{words.ownFormHint}</p>
        </div>
      )}
    </>
  );
}
