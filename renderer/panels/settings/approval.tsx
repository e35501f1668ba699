import { CONDITIONS } from '../../../src/review/index.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
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
  const rules = useStore(preferences.settings, (settings) => settings.approval);
  return (
    <>
      <p className="settings-hint">{words.hint}</p>
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
    </>
  );
}
