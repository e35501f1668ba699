import { useId, type Ref } from 'react';

interface SecretLineProps {
  label: string;
  hint: string;
  /** What was typed stays in the field and is read from it once: it goes into no state of the window. */
  field: Ref<HTMLInputElement>;
}

/** A password or key, typed or pasted, seen by nobody. */
export function SecretLine({ label, hint, field }: SecretLineProps) {
  const id = useId();
  return (
    <div className="settings-line">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="input"
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="settings-hint">
        {hint}
      </p>
    </div>
  );
}
