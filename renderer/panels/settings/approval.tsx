import { useId } from 'react';
import { normalise } from '../../../src/base/text.ts';
import { CONDITIONS } from '../../../src/review/index.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import { CheckLine } from './parts.tsx';
import type { SettingsSection } from './section.ts';

/** What must be so before a story is approved here. */
export const approval: SettingsSection = {
  key: 'approval',
  title: (words) => words.review.rules.title,
  Panel: Approval,
};

function Approval() {
  const words = useWords().review.rules;
  const { preferences } = useRoom();
  const id = useId();
  const { approval: rules, approvers, reopensApproved } = useStore(preferences.settings);
  return (
    <>
      <fieldset className="settings-line">
        <legend>{words.legend}</legend>
        <div className="settings-choices">
          {CONDITIONS.map((one) => (
            <label key={one} className="settings-choice">
              <input
                type="checkbox"
                checked={rules.includes(one)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = preferences.settings.get().approval.filter((each) => each !== one);
                  preferences.choose({ approval: checked ? [...others, one] : others });
                }}
              />
              <span>{words[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="settings-line">
        <label htmlFor={id}>{words.approvers}</label>
        <textarea
          id={id}
          className="input house-sections"
          rows={4}
          defaultValue={approvers.join('\n')}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: { value } }) => preferences.choose({ approvers: namesIn(value) })}
        />
        <p id={`${id}-hint`} className="settings-hint">
          {words.approversHint}
        </p>
      </div>
      <fieldset className="settings-line">
        <legend>{words.after}</legend>
        <div className="settings-choices">
          <CheckLine
            label={words.reopens}
            isChosen={reopensApproved}
            onChosen={(isChosen) => preferences.choose({ reopensApproved: isChosen })}
          />
        </div>
      </fieldset>
    </>
  );
}

/** The names of a text that has one on each line. */
const namesIn = (text: string): string[] =>
  [
    ...new Set(
      normalise(text)
        .split('\n')
        .map((name) => name.trim().slice(0, 120)),
    ),
  ]
    .filter((name) => name !== '')
    .slice(0, 100);
