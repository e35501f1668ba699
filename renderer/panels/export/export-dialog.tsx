import { useMemo, useState } from 'react';
import { check, countLevels, heed, targetNamed, type Place } from '../../../src/check/index.ts';
import type { FormatId } from '../../../src/export/format.ts';
import { exportFormats } from '../../../src/export/index.ts';
import { chosen, type ExportOptions } from '../../../src/export/options.ts';
import { withDatedLine } from '../../../src/settings/house.ts';
import { chooseForStory } from '../../state/checks.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { Modal } from '../../ui/modal.tsx';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { FindingList } from '../checks/finding-list.tsx';
import { noticeSentence } from '../notices/sentence.ts';
import { OptionField } from './option-field.tsx';
import { Busy } from './busy.tsx';
import { ResultView } from './result-view.tsx';
import type { ExportState } from './export-state.ts';
import '../../ui/sides.css';
import './export.css';

type Kind = FormatId | 'story';

export interface ExportDialogProps {
  session: Session;
  onClose: () => void;
  onJump: (place: Place) => void;
}

/** Every way out of Copydesk: what form, with what options, how it will look, what should be mended before. */
export function ExportDialog({ session, onClose, onJump }: ExportDialogProps) {
  const { desk, host, preferences } = useRoom();
  const words = useWords();
  const said = useWords().export;
  const language = useLanguage();
  const { id } = session.opened;
  const [remembered] = useState(() => preferences.settings.get().stories[id] ?? {});
  const [story] = useState(() => session.current());
  const shown = useMemo(() => withDatedLine(story, preferences.settings.get().house), [story, preferences]);
  const kinds: readonly Kind[] = [...exportFormats.map((format) => format.id), 'story'];
  const [as, setAs] = useState<Kind>(kinds.find((kind) => kind === remembered.exportAs) ?? 'html');
  const [options, setOptions] = useState<ExportOptions>(remembered.exportOptions ?? {});
  const [state, setState] = useState<ExportState>({ is: 'choosing' });
  const format = exportFormats.find((each) => each.id === as) ?? null;
  const offered = useMemo((): ExportOptions => {
    const known = (format?.options ?? []).map((option) => [option.id, chosen(option, options)]);
    return Object.fromEntries(known) as ExportOptions;
  }, [format, options]);
  const findings = useMemo(() => {
    const { checks: house, stories } = preferences.settings.get();
    const missing = session.missing.get();
    return heed(check(story, { target: targetNamed(as), house, missing }), stories[id]?.ignored ?? []);
  }, [story, as, id, preferences, session]);
  const errors = countLevels(findings).error;

  async function go(): Promise<void> {
    preferences.choose(
      chooseForStory(preferences.settings.get(), id, {
        exportAs: as,
        exportOptions: { ...remembered.exportOptions, ...offered },
      }),
    );
    setState({ is: 'busy' });
    const answer = await desk.exportWith(as, offered);
    if (!answer.ok) setState({ is: 'failed', failure: answer.failure });
    else if (answer.value.path === null) setState({ is: 'choosing' });
    else setState({ is: 'done', path: answer.value.path });
  }

  return (
    <Modal title={said.title} className="export" onClose={onClose}>
      <div className="sides">
        <div className="sides-choices">
          <fieldset className="export-formats">
            <legend>{said.format}</legend>
            {kinds.map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="export-as"
                  value={kind}
                  checked={kind === as}
                  onChange={() => {
                    setAs(kind);
                    setState({ is: 'choosing' });
                  }}
                />
                <span>{said.formats[kind]}</span>
              </label>
            ))}
          </fieldset>
          {format && format.options.length > 0 && (
            <fieldset className="export-options" key={as}>
              <legend>{said.options}</legend>
              {format.options.map((option) => (
                <OptionField
                  key={option.id}
                  option={option}
                  value={chosen(option, options)}
                  onValue={(value) => setOptions({ ...options, [option.id]: value })}
                />
              ))}
            </fieldset>
          )}
          <FindingList
            title={said.checks}
            findings={findings}
            onJump={(place) => {
              onClose();
              // The dialog gives the focus back first.
              requestAnimationFrame(() => onJump(place));
            }}
          />
        </div>
        <ResultView format={format} story={shown} options={offered} />
      </div>
      <footer className="sides-foot">
        <p role="status">
          {state.is === 'busy' && <Busy />}
          {state.is === 'asking' && fillCount(language, said.ask, errors)}
          {state.is === 'done' && fill(said.done, { path: state.path })}
          {state.is === 'failed' && noticeSentence(state.failure, words)}
        </p>
        {state.is === 'busy' && (
          <button type="button" className="button" data-kind="outline" onClick={desk.stopExport}>
            {said.stop}
          </button>
        )}
        {state.is === 'done' && (
          <button
            type="button"
            className="button"
            data-kind="outline"
            onClick={() => void host.call('export.act', { do: 'show', path: state.path })}
          >
            {said.show}
          </button>
        )}
        {state.is === 'asking' && (
          <button type="button" className="button" data-kind="outline" onClick={() => setState({ is: 'choosing' })}>
            {said.back}
          </button>
        )}
        {state.is !== 'busy' && (
          <button
            type="button"
            className="button"
            data-kind="main"
            onClick={() => {
              if (errors > 0 && state.is !== 'asking') setState({ is: 'asking' });
              else void go();
            }}
          >
            {state.is === 'asking' ? said.anyway : said.go}
          </button>
        )}
      </footer>
    </Modal>
  );
}
