import { useId, type ReactNode } from 'react';
import { normalise } from '../../../src/base/text.ts';

interface LineProps {
  label: string;
  /** A quiet sentence under the control. */
  hint?: string;
}

/** A labelled line of text. The control owns what is typed, so that no rendering disturbs a composition. */
export function TextLine({
  label,
  hint,
  value,
  placeholder,
  maxLength,
  onValue,
}: LineProps & { value: string; placeholder?: string; maxLength?: number; onValue: (value: string) => void }) {
  const id = useId();
  return (
    <div className="settings-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="text"
        defaultValue={value}
        placeholder={placeholder}
        maxLength={maxLength}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onValue(normalise(event.currentTarget.value));
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="settings-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceLineProps<T extends string> extends LineProps {
  choices: readonly { value: T; label: string; mark?: ReactNode }[];
  value: T;
  onValue: (value: T) => void;
}

/** One choice of a few, all of them in sight: radio buttons, moved through with the arrows. */
export function ChoiceLine<T extends string>({ label, hint, choices, value, onValue }: ChoiceLineProps<T>) {
  const id = useId();
  return (
    <fieldset className="settings-line" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{label}</legend>
      <div className="settings-choices">
        {choices.map((choice) => (
          <label key={choice.value} className="settings-choice">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => {
                onValue(choice.value);
              }}
            />
            {choice.mark}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="settings-hint">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

/** Something that is done or not. */
export function CheckLine({
  label,
  isChosen,
  onChosen,
}: {
  label: string;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
}) {
  return (
    <label className="settings-choice">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => {
          onChosen(event.currentTarget.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
