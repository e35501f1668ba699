import { useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { normalise } from '../../../src/base/text.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { useSuggestions, type Suggestion } from '../../ui/suggestions.tsx';
import { measureAgainst, type LimitState } from './limits.ts';
import { fieldId, LIMITS, type FieldName } from './order.ts';

interface TextFieldProps {
  name: FieldName;
  /** The text as the story has it. */
  value: string;
  /** BCP 47, of the text. */
  language: string;
  onValue: (value: string) => void;
  /** The reporter goes on to the next field (Enter, arrow down at the end) or back (arrow up at the start). */
  onMove: (step: 1 | -1) => void;
  onLeave?: () => void;
  /** What may be meant at the caret, and where the text begins that it would take the place of. */
  suggest?: (text: string, caret: number) => Offer;
  /** What was understood of the text, shown beside it. */
  children?: ReactNode;
}

/** What is suggested in place of the text from `from` to the caret. */
export interface Offer {
  from: number;
  suggestions: readonly Suggestion[];
}
const NO_OFFER: Offer = { from: 0, suggestions: [] };

/** Text as the story keeps it. A field is one line of print, however the window breaks it. */
const stored = (typed: string): string => normalise(typed.replace(/\s*[\r\n]+\s*/g, ' '));

/**
 * One labelled field of the page. The control owns what is typed, so that no rendering disturbs a composition or the
 * caret; the story gets it normalised.
 */
export function TextField({ name, value, language, onValue, onMove, onLeave, suggest, children }: TextFieldProps) {
  const words = useWords().fields;
  const control = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const [typed, setTyped] = useState(value);
  const limit = LIMITS[name];
  const state: LimitState = limit === undefined ? { is: 'fine' } : measureAgainst(typed, limit);
  const id = fieldId(name);
  const [offer, setOffer] = useState(NO_OFFER);
  const suggestions = useSuggestions(words.labels[name], offer.suggestions, ({ value: picked }) => {
    control.current?.setSelectionRange(offer.from, control.current.selectionStart);
    // The one way to put text in that keeps the control's own undo.
    document.execCommand('insertText', false, picked);
  });

  // A value that did not come from this control: a story changed elsewhere.
  useLayoutEffect(() => {
    const element = control.current;
    // Writing into the control would end a word that an input method is composing; its end brings the text here anyway.
    if (element && !isComposing.current && stored(element.value) !== value) {
      element.value = value;
      setTyped(value);
    }
  }, [value]);

  function take(text: string, caret: number): void {
    setTyped(text);
    onValue(stored(text));
    if (!suggest) return;
    setOffer(suggest(text, caret));
    suggestions.open();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (suggestions.press(event)) return;
    // Enter ends a composition (a Vietnamese or Chinese word being typed); it is not for us then.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    const isCaret = selectionStart === selectionEnd;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isPlain) onMove(1);
    } else if (isPlain && isCaret && event.key === 'ArrowDown' && selectionEnd === text.length) {
      event.preventDefault();
      onMove(1);
    } else if (isPlain && isCaret && event.key === 'ArrowUp' && selectionStart === 0) {
      event.preventDefault();
      onMove(-1);
    }
  }

  return (
    <div className={`field field-${name}`}>
      <label className="field-label" htmlFor={id}>
        {words.labels[name]}
      </label>
      <div className="field-content">
        <div className="field-layers">
          {state.is === 'over' && <Overflow text={typed} from={state.overflowAt} />}
          <textarea
            ref={control}
            id={id}
            className="field-control"
            rows={1}
            lang={language}
            dir="auto"
            autoComplete="off"
            spellCheck
            placeholder={words.hints[name]}
            defaultValue={value}
            aria-describedby={`${id}-note`}
            {...(suggest && suggestions.control)}
            onInput={({ currentTarget: { value: text, selectionStart } }) => {
              take(text, selectionStart);
            }}
            onCompositionStart={() => {
              isComposing.current = true;
            }}
            onCompositionEnd={() => {
              isComposing.current = false;
            }}
            onKeyDown={press}
            onPaste={pasteAsOneLine}
            onBlur={() => {
              suggestions.shut();
              // Not when only the window lost the focus: the reporter is still in the field.
              if (document.hasFocus()) onLeave?.();
            }}
          />
        </div>
        {suggest && suggestions.list}
      </div>
      <div className="field-note" id={`${id}-note`}>
        {children}
        {limit !== undefined && state.is !== 'fine' && (
          <span className="field-count" data-over={state.is === 'over' || undefined}>
            {state.count} / {limit}
          </span>
        )}
      </div>
      {limit !== undefined && <Announcer sentence={limitSentence(state.is)} />}
    </div>
  );

  // Said once on coming near and once on passing, not at each key: the number in the note tells the rest.
  function limitSentence(is: LimitState['is']): string {
    if (is === 'near') return fill(words.nearLimit, { field: words.labels[name], limit: limit ?? 0 });
    if (is === 'over') return fill(words.overLimit, { field: words.labels[name], limit: limit ?? 0 });
    return '';
  }
}

/** Lies behind the control with the same letters in the same places, and marks those past the limit. */
function Overflow({ text, from }: { text: string; from: number }) {
  return (
    <div className="field-overflow" aria-hidden="true">
      {text.slice(0, from)}
      <mark>{text.slice(from)}</mark>
    </div>
  );
}

function pasteAsOneLine(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  // The one way to put text in that keeps the control's own undo.
  document.execCommand('insertText', false, text.trim().replace(/\s*[\r\n]+\s*/g, ' '));
}
