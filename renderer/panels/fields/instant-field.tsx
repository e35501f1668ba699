import { useEffect, useRef } from 'react';
import { atLocal, localTime } from '../../../src/base/dates.ts';
import { fieldId } from './order.ts';

interface InstantFieldProps {
  name: 'embargo' | 'schedule';
  label: string;
  hint: string;
  /** RFC 3339 with offset; null for none. */
  value: string | null;
  onValue: (value: string | null) => void;
}

/** A day and a minute by this computer's clock; empty for none. */
export function InstantField({ name, label, hint, value, onValue }: InstantFieldProps) {
  const id = fieldId(name);
  const input = useRef<HTMLInputElement>(null);
  const shown = value === null ? '' : localTime(value);
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement) element.value = shown;
  }, [shown]);
  return (
    <div className="detail">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className="input"
        type="datetime-local"
        defaultValue={shown}
        aria-describedby={`${id}-hint`}
        // While the day is half typed there is no value; that is no wish to have none.
        onChange={({ currentTarget: { value: typed, validity } }) => {
          if (typed !== '') onValue(atLocal(typed));
          else if (!validity.badInput) onValue(null);
        }}
      />
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}
