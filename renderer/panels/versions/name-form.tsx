import { useId, useRef } from 'react';
import { normalise } from '../../../src/base/text.ts';
import { useWords } from '../../words/use-words.ts';

/** Gives the chosen version a name; for the story as it is now that keeps a version of it. */
export function NameForm({ label, onName }: { label: string; onName: (label: string) => Promise<void> }) {
  const words = useWords().versions;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <form
      className="versions-name"
      onSubmit={(event) => {
        event.preventDefault();
        const name = normalise(field.current?.value ?? '').trim();
        if (name !== '') void onName(name);
        else field.current?.focus();
      }}
    >
      <label htmlFor={id}>{words.name}</label>
      <input
        ref={field}
        id={id}
        className="input"
        type="text"
        defaultValue={label}
        placeholder={words.nameHint}
        maxLength={200}
        autoComplete="off"
      />
      <button type="submit" className="button" data-kind="outline">
        {words.keepName}
      </button>
    </form>
  );
}
