import { useId, useState } from 'react';
import { formsFor } from '../../../src/story/dateline-house.ts';
import { printDateline, printOffset } from '../../../src/story/dateline-print.ts';
import { offsetAt, offsetsOfClock } from '../../../src/story/dateline-zones.ts';
import { cityOf, timeZones, zoneOfPlace } from '../../../src/story/places.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import { useRoom } from '../../state/room.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Modal } from '../../ui/modal.tsx';
import { useWords } from '../../words/use-words.ts';
import { useHouse } from '../../state/use-house.ts';
import './dateline-dialog.css';

/** What is to be printed; null leaves what is there. */
export interface Printed {
  text: string | null;
  mark: string | null;
}

interface DatelineDialogProps {
  fields: StoryFields;
  onPrint: (printed: Printed) => void;
  onClose: () => void;
}

/** What the clock of a zone shows at an instant, as the browser's field for day and time has it. */
const clockAt = (at: number, zone: string): string =>
  new Date(at + offsetAt(at, zone) * 60_000).toISOString().slice(0, 16);

/** The zone to begin with where no place says one: this computer's, or Vietnam's where the dateline's own offset is that one. */
function likelyZone(date: string | null): string {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isVietnams = date?.endsWith('+07:00') === true && offsetAt(Date.parse(date), here) !== 420;
  return isVietnams ? 'Asia/Ho_Chi_Minh' : here;
}

/** Prints a dateline from place, day and time, newsroom and the house's forms; shows what it will print while they are chosen. */
export function DatelineDialog({ fields: { dateline, language }, onPrint, onClose }: DatelineDialogProps) {
  const words = useWords().fields.dateline;
  const { settingsShown } = useRoom();
  const house = useHouse();
  const id = useId();
  const [own] = house.places;
  const [place, setPlace] = useState(dateline.place || (own?.name ?? ''));
  const [zone, setZone] = useState(() => zoneOfPlace(place, house.places) ?? own?.zone ?? likelyZone(dateline.date));
  const [clock, setClock] = useState(() => clockAt(dateline.date ? Date.parse(dateline.date) : Date.now(), zone));
  const [source, setSource] = useState(dateline.source || house.source);
  const [hasLine, setLine] = useState(true);
  const [hasMark, setMark] = useState((dateline.mark ?? '') !== '' || house.source !== '');

  const wallClock = Date.parse(`${clock}Z`);
  const [offset] = Number.isNaN(wallClock) ? [] : offsetsOfClock(wallClock, zone);
  const trouble = Number.isNaN(wallClock) ? words.noWhen : offset === undefined ? words.leftOut : null;
  const forms = formsFor(house, language);
  const print = (form: string): string =>
    offset === undefined
      ? ''
      : printDateline(form, language, { at: wallClock - offset * 60_000, timeZone: zone, place, source });
  const line = print(forms.line);
  const mark = print(forms.mark);
  const canPrint = trouble === null && ((hasLine && line !== '') || (hasMark && mark !== ''));

  return (
    <Modal title={words.title} className="dateline-dialog" onClose={onClose}>
      <div className="dateline-parts">
        <ComboBox
          label={words.place}
          value={place}
          offered={house.places.map(({ name }) => ({ value: name }))}
          onValue={(typed) => {
            setPlace(typed);
            setZone(zoneOfPlace(typed, house.places) ?? zone);
          }}
        />
        <div className="detail">
          <label htmlFor={`${id}-zone`}>
            {words.zone}
            {offset !== undefined && ` (${printOffset(offset)})`}
          </label>
          <select
            id={`${id}-zone`}
            className="select"
            data-kind="outline"
            value={zone}
            onChange={(event) => setZone(event.currentTarget.value)}
          >
            {[...new Set([zone, ...timeZones()])].map((one) => (
              <option key={one} value={one}>
                {cityOf(one)} ({one.split('/', 1)[0]})
              </option>
            ))}
          </select>
        </div>
        <div className="detail">
          <label htmlFor={`${id}-when`}>{words.when}</label>
          <div className="dateline-when">
            <input
              id={`${id}-when`}
              className="input"
              type="datetime-local"
              max="9999-12-31T23:59"
              value={clock}
              aria-describedby={trouble === null ? undefined : `${id}-trouble`}
              onChange={(event) => setClock(event.currentTarget.value.slice(0, 16))}
            />
            <button
              type="button"
              className="button"
              data-kind="outline"
              onClick={() => setClock(clockAt(Date.now(), zone))}
            >
              {words.now}
            </button>
          </div>
        </div>
        <div className="detail">
          <label htmlFor={`${id}-source`}>{words.source}</label>
          <input
            id={`${id}-source`}
            className="input"
            type="text"
            defaultValue={source}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setSource(event.currentTarget.value.normalize('NFC'))}
          />
        </div>
      </div>
      <div className="dateline-prints" lang={language}>
        <Choice label={words.line} isChosen={hasLine} onChosen={setLine} printed={line || words.nothing} />
        <Choice label={words.mark} isChosen={hasMark} onChosen={setMark} printed={mark || words.nothing} />
        {trouble !== null && (
          <p id={`${id}-trouble`} className="dateline-trouble" role="alert">
            {trouble}
          </p>
        )}
      </div>
      <footer className="dateline-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose();
            settingsShown.set('house');
          }}
        >
          {words.forms}
        </button>
        <span />
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          className="button"
          data-kind="main"
          disabled={!canPrint}
          onClick={() => onPrint({ text: hasLine && line ? line : null, mark: hasMark && mark ? mark : null })}
        >
          {words.print}
        </button>
      </footer>
    </Modal>
  );
}

interface ChoiceProps {
  label: string;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
  printed: string;
}

function Choice({ label, isChosen, onChosen, printed }: ChoiceProps) {
  const id = useId();
  return (
    <div className="dateline-print">
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          aria-describedby={id}
          onChange={(event) => onChosen(event.currentTarget.checked)}
        />
        {label}
      </label>
      <output id={id} data-off={!isChosen || undefined}>
        {printed}
      </output>
    </div>
  );
}
