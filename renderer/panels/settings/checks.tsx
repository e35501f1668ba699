import { useId } from 'react';
import { checkWords, defaultHouseChecks, LEVELS, rules, type HouseChecks } from '../../../src/check/index.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import type { SettingsSection } from './section.ts';
import './checks.css';

/** Which findings the newsroom wants, and how serious each is to it. */
export const checks: SettingsSection = { key: 'checks', title: (words) => words.checks.settings.title, Panel: Checks };

const OFFERED = [
  'headline',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'body',
  'sourceCredit',
  'section',
  'keywords',
] as const;

function Checks() {
  const words = useWords().checks.settings;
  const said = checkWords(useLanguage());
  const { preferences } = useRoom();
  const house = useStore(preferences.settings, ({ checks: chosen }) => chosen);
  const choose = (choice: Partial<HouseChecks>): void => {
    preferences.choose({ checks: { ...preferences.settings.get().checks, ...choice } });
  };
  const id = useId();
  return (
    <>
      <p className="settings-hint">{words.hint}</p>
      <fieldset className="settings-line">
        <legend>{words.required}</legend>
        <div className="settings-choices">
          {OFFERED.map((field) => (
            <label key={field} className="settings-choice settings-field">
              <input
                type="checkbox"
                checked={house.required.includes(field)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = house.required.filter((each) => each !== field);
                  choose({ required: checked ? [...others, field] : others });
                }}
              />
              <span>{said.fields[field]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="settings-line">
        <legend>{words.levels}</legend>
        <ul className="rule-levels">
          {rules.map((rule) => (
            <li key={rule.id}>
              <label htmlFor={`${id}-${rule.id}`}>{said.rules[rule.id]}</label>
              <select
                id={`${id}-${rule.id}`}
                className="select"
                value={house.levels[rule.id] ?? rule.level}
                onChange={({ currentTarget: { value } }) => {
                  const { [rule.id]: _before, ...others } = house.levels;
                  const level = value as HouseChecks['levels'][string];
                  choose({ levels: level === rule.level ? others : { ...others, [rule.id]: level } });
                }}
              >
                {[...LEVELS, 'off' as const].map((level) => (
                  <option key={level} value={level}>
                    {words.level[level]}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </fieldset>
      <button
        type="button"
        className="button settings-usual"
        data-kind="outline"
        onClick={() => {
          choose(defaultHouseChecks);
        }}
      >
        {words.usual}
      </button>
    </>
  );
}
