import { useEffect, useId, useRef, useState } from 'react';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

interface WriteFormProps {
  label: string;
  submit: string;
  /** Names that may be called on with `@`. */
  names: readonly string[];
  begin?: string;
  /** Whether the caret begins in it. */
  takesFocus?: boolean;
  onSubmit: (text: string) => void;
  onCancel?: () => void;
}

const CALL = /(^|\s)@([\p{L}\p{M}]*)$/u;
const MOST_NAMES = 5;

/** A field for a comment or a reply: Ctrl+Enter sends it, Escape lets it be, `@` offers names. */
export function WriteForm({
  label,
  submit,
  names,
  begin = '',
  takesFocus = false,
  onSubmit,
  onCancel,
}: WriteFormProps) {
  const words = useWords().review;
  const id = useId();
  const [text, setText] = useState(begin);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const called = CALL.exec(text)?.[2]?.toLocaleLowerCase();
  const offered =
    called === undefined ? [] : names.filter((name) => name.toLocaleLowerCase().includes(called)).slice(0, MOST_NAMES);

  function send(): void {
    const said = text.trim();
    if (said === '') return;
    onSubmit(said.normalize('NFC'));
    setText('');
  }
  function mention(name: string): void {
    setText((now) => now.replace(CALL, (_, before: string) => `${before}@${name} `));
    field.current?.focus();
  }
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        value={text}
        maxLength={10_000}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape' && onCancel) {
            event.preventDefault();
            onCancel();
          }
        }}
      />
      {offered.length > 0 && (
        <div className="write-names">
          {offered.map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              aria-label={fill(words.mention, { name })}
              onClick={() => {
                mention(name);
              }}
            >
              @{name}
            </button>
          ))}
        </div>
      )}
      <div className="card-acts">
        <button type="submit" className="button" data-kind="outline" disabled={text.trim() === ''}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
