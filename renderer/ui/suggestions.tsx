import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fill } from '../words/fill.ts';
import { useWords } from '../words/use-words.ts';
import { Announcer } from './announcer.tsx';
import './suggestions.css';

/** Something that may be meant, and what tells it apart from others of its name. */
export interface Suggestion {
  value: string;
  note?: string;
}

interface Suggestions {
  /** For the control that is typed in: ties it to the list. */
  control: {
    'aria-autocomplete': 'list';
    'aria-haspopup': 'listbox';
    'aria-controls'?: string;
    'aria-activedescendant'?: string;
  };
  isOpen: boolean;
  /** Takes the keys that are the list's; answers whether it did. */
  press: (event: KeyboardEvent) => boolean;
  /** Something was typed, or the control was entered: the list may show. */
  open: () => void;
  shut: () => void;
  list: ReactNode;
}

/**
 * The list under a control that suggests what may be meant. Nothing is chosen before an arrow is pressed, so that Enter and Tab
 * do what they do without it. Arrow down and up walk it, Enter takes one, Escape shuts it; a click takes one too.
 */
export function useSuggestions(
  field: string,
  offered: readonly Suggestion[],
  onPick: (suggestion: Suggestion) => void,
): Suggestions {
  const words = useWords().fields.suggestions;
  const id = useId();
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const isOpen = isWanted && offered.length > 0;
  const at = active < offered.length ? active : -1;

  const shut = (): void => {
    setWanted(false);
    setActive(-1);
  };
  function pick(suggestion: Suggestion | undefined): void {
    if (!suggestion) return;
    onPick(suggestion);
    // Last: what it put in was heard as typed.
    shut();
  }
  function press(event: KeyboardEvent): boolean {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    // Keys of a word that is being composed are the input method's.
    if (!isOpen || !isPlain || event.nativeEvent.isComposing || event.keyCode === 229) return false;
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, offered.length - 1));
    else if (event.key === 'ArrowUp' && at >= 0) setActive(at - 1);
    else if (event.key === 'Enter' && at >= 0) pick(offered[at]);
    else if (event.key === 'Escape') shut();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    control: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      ...(isOpen && { 'aria-controls': id }),
      ...(isOpen && at >= 0 && { 'aria-activedescendant': `${id}-${at}` }),
    },
    isOpen,
    press,
    open: () => {
      setWanted(true);
      setActive(-1);
    },
    shut,
    list: (
      <>
        {isOpen && (
          <ul id={id} className="suggestions" role="listbox" aria-label={fill(words.label, { field })}>
            {offered.map((suggestion, index) => (
              <li
                key={`${index} ${suggestion.value}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                // The control keeps the focus and its caret.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(suggestion)}
                onKeyDown={(event) => press(event)}
                ref={(element) => {
                  if (index === at) element?.scrollIntoView({ block: 'nearest' });
                }}
              >
                <span>{suggestion.value}</span>
                {suggestion.note && <small>{suggestion.note}</small>}
              </li>
            ))}
          </ul>
        )}
        <Announcer sentence={isOpen ? fill(words.count, { count: offered.length }) : ''} />
      </>
    ),
  };
}
