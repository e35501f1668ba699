import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { fold, normalise } from '../../src/base/text.ts';
import { useSuggestions, type Suggestion } from './suggestions.tsx';

interface ComboBoxProps {
  /** Of the control, where something else must find it. */
  id?: string;
  label: string;
  hint?: string;
  value: string;
  offered: readonly Suggestion[];
  onValue: (value: string) => void;
}

/** Those that hold what was typed, whatever its accents: at the beginning of a word first. All of them where nothing was typed. */
function matching(offered: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return offered;
  const found = offered.filter(({ value }) => fold(value).includes(wanted));
  const isExact = found.length === 1 && fold(found[0]?.value ?? '') === wanted;
  return isExact ? [] : found;
}

/** How many are shown at once: more is a list to search in, not to choose from. */
const MOST = 40;

/** A line of text that suggests what may be meant; anything else can be typed as well. */
export function ComboBox({ id: given, label, hint, value, offered, onValue }: ComboBoxProps) {
  const own = useId();
  const id = given ?? own;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => matching(offered, typed).slice(0, MOST), [offered, typed]);
  const suggestions = useSuggestions(label, found, ({ value: picked }) => {
    if (input.current) input.current.value = picked;
    onValue(picked);
  });
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement) element.value = value;
  }, [value]);
  return (
    <div className="detail">
      <label htmlFor={id}>{label}</label>
      <div className="combo-box">
        <input
          ref={input}
          id={id}
          className="input"
          type="text"
          role="combobox"
          aria-expanded={suggestions.isOpen}
          aria-controls={suggestions.control['aria-controls']}
          defaultValue={value}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          {...suggestions.control}
          onChange={({ currentTarget: { value: text } }) => {
            setTyped(text);
            suggestions.open();
            onValue(normalise(text).trim());
          }}
          onClick={() => {
            // What stands there already narrows nothing: a click shows what else could.
            setTyped('');
            suggestions.open();
          }}
          onKeyDown={(event) => {
            if (suggestions.press(event)) return;
            if (event.key === 'ArrowDown' && event.altKey) {
              event.preventDefault();
              setTyped('');
              suggestions.open();
            }
          }}
          onBlur={(event) => {
            suggestions.shut();
            event.currentTarget.value = value;
          }}
        />
        {suggestions.list}
      </div>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
