import type { ReactNode } from 'react';
import type { House, HousePerson } from '../../../src/settings/house.ts';
import { cityOf, timeZones, zoneOfPlace } from '../../../src/story/places.ts';
import { Icon } from '../../ui/icons.tsx';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

type Change<T> = (make: (now: T[]) => T[]) => void;

interface RowsProps<T> {
  legend: string;
  hint: string;
  rows: readonly T[];
  most: number;
  add: { label: string; row: T };
  /** The button that takes a row away, by the row's name. */
  removes: (row: T) => string;
  onChange: Change<T>;
  /** A row's controls; `set` changes some of the row. */
  children: (row: T, set: (choice: Partial<T>) => void) => ReactNode;
}

/** A list of which each row can be changed and taken away, and another be added. */
function Rows<T>({ legend, hint, rows, most, add, removes, onChange, children }: RowsProps<T>) {
  return (
    <fieldset className="settings-line">
      <legend>{legend}</legend>
      {rows.map((row, place) => (
        <div key={`${place} of ${rows.length}`} className="house-row">
          {children(row, (choice) =>
            onChange((now) => now.map((one, index) => (index === place ? { ...one, ...choice } : one))),
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={removes(row)}
            title={removes(row)}
            onClick={() => onChange((now) => now.filter((_, index) => index !== place))}
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
          disabled={rows.length >= most}
          onClick={() => onChange((now) => [...now, add.row])}
        >
          {add.label}
        </button>
      </div>
      <p className="settings-hint">{hint}</p>
    </fieldset>
  );
}

function Cell({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  return (
    <input
      className="input"
      type="text"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={120}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onValue(event.currentTarget.value.normalize('NFC'))}
    />
  );
}

/** This computer's own zone, for a place that nobody knows yet. */
const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The places that the newsroom writes from. A known name brings its time zone along. */
export function Places({ places, onChange }: { places: House['places']; onChange: Change<House['places'][number]> }) {
  const words = useWords().settings.house;
  const zones = [...timeZones()].sort((a, b) => cityOf(a).localeCompare(cityOf(b)));
  return (
    <Rows
      legend={words.places}
      hint={words.placesHint}
      rows={places}
      most={100}
      add={{ label: words.addPlace, row: { name: '', zone: hereZone() } }}
      removes={({ name }) => fill(words.removePlace, { name: name || words.unnamedPlace })}
      onChange={onChange}
    >
      {({ name, zone }, set) => (
        <>
          <Cell
            label={words.place}
            value={name}
            onValue={(typed) => {
              const known = zoneOfPlace(typed);
              set({ name: typed, ...(known && { zone: known }) });
            }}
          />
          <ZoneChoice label={words.zone} zone={zone} zones={zones} onZone={(chosen) => set({ zone: chosen })} />
        </>
      )}
    </Rows>
  );
}

interface ZoneChoiceProps {
  label: string;
  zone: string;
  zones: readonly string[];
  onZone: (zone: string) => void;
}

function ZoneChoice({ label, zone, zones, onZone }: ZoneChoiceProps) {
  return (
    <select
      className="select"
      data-kind="outline"
      aria-label={label}
      title={label}
      value={zone}
      onChange={(event) => onZone(event.currentTarget.value)}
    >
      {(zones.includes(zone) ? zones : [zone, ...zones]).map((one) => (
        <option key={one} value={one}>
          {cityOf(one)} ({one.split('/', 1)[0]})
        </option>
      ))}
    </select>
  );
}

/** Whose bylines the newsroom prints. */
export function Bylines({ people, onChange }: { people: readonly HousePerson[]; onChange: Change<HousePerson> }) {
  const words = useWords().settings.house;
  return (
    <Rows
      legend={words.people}
      hint={words.peopleHint}
      rows={people}
      most={500}
      add={{ label: words.addPerson, row: { byline: '', name: '', department: '' } }}
      removes={({ byline }) => fill(words.removePerson, { name: byline || words.unnamedPerson })}
      onChange={onChange}
    >
      {({ byline, name, department }, set) => (
        <>
          <Cell label={words.byline} value={byline} onValue={(typed) => set({ byline: typed })} />
          <Cell label={words.ownName} value={name} onValue={(typed) => set({ name: typed })} />
          <Cell label={words.department} value={department} onValue={(typed) => set({ department: typed })} />
        </>
      )}
    </Rows>
  );
}
