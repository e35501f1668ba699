import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import type { SettingsSection } from './section.ts';

/** Which folder is the newsroom's shared desk. */
export const desk: SettingsSection = { key: 'desk', title: (words) => words.settings.desk.title, Panel: Desk };

function Desk() {
  const words = useWords().settings.desk;
  const { sharedDesk } = useRoom();
  const { folder, isThere } = useStore(sharedDesk.shown);
  const acts = folder === null ? (['choose'] as const) : (['choose', 'show', 'leave'] as const);
  return (
    <>
      <p className="settings-hint">{words.hint}</p>
      <fieldset className="settings-line">
        <legend>{words.folder}</legend>
        <p className="settings-shared">{folder ?? words.none}</p>
        {folder !== null && !isThere && (
          <p className="settings-hint" role="status">
            {words.gone}
          </p>
        )}
        <div className="settings-acts">
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              className="button"
              data-kind="outline"
              onClick={() => void sharedDesk.ask({ desk: act })}
            >
              {words[act]}
            </button>
          ))}
        </div>
      </fieldset>
      <p className="settings-hint">{words.names}</p>
    </>
  );
}
