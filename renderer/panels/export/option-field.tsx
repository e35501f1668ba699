import { useId } from 'react';
import type { ExportOption } from '../../../src/export/options.ts';
import { useWords } from '../../words/use-words.ts';

type Value = string | number | boolean;

/** One option of a format, drawn by its kind. */
export function OptionField({
  option,
  value,
  onValue,
}: {
  option: ExportOption;
  value: Value;
  onValue: (value: Value) => void;
}) {
  const words = useWords().export;
  const id = useId();
  const label = words.option[option.id];
  if (option.kind === 'switch') {
    return (
      <label className="export-switch">
        <input type="checkbox" checked={value === true} onChange={(event) => onValue(event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
    );
  }
  return (
    <div className="export-option">
      <label htmlFor={id}>{label}</label>
      {option.kind === 'choice' ? (
        <select
          id={id}
          className="input"
          value={String(value)}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {option.choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.choices[choice] ?? choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input"
          type={option.kind === 'number' ? 'number' : option.kind === 'address' ? 'url' : 'text'}
          min={option.kind === 'number' ? option.min : undefined}
          max={option.kind === 'number' ? option.max : undefined}
          placeholder={option.kind === 'address' ? 'https://' : undefined}
          defaultValue={String(value)}
          onChange={({ currentTarget: { value: typed, valueAsNumber, validity } }) => {
            if (validity.valid) onValue(option.kind === 'number' ? valueAsNumber : typed.trim());
          }}
        />
      )}
    </div>
  );
}
