import { useEffect, useRef } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';

interface SearchFieldProps {
  /** Down or Enter: on to what was found. */
  onDown: () => void;
  onEnter: () => void;
  onEscape: () => void;
}

/** Searches all stories as one types. The control owns what is typed, so that no rendering disturbs a composition. */
export function SearchField({ onDown, onEnter, onEscape }: SearchFieldProps) {
  const words = useWords().library.search;
  const { finder } = useRoom();
  const field = useRef<HTMLInputElement>(null);
  const isWanted = useStore(finder.isWanted);
  const hasText = useStore(finder.search, ({ text }) => text !== '');

  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    field.current?.select();
    finder.isWanted.set(false);
  }, [finder, isWanted]);

  function clear(): void {
    if (field.current) field.current.value = '';
    finder.look('');
    field.current?.focus();
  }

  return (
    <div className="library-search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        className="input"
        type="search"
        aria-label={words.label}
        placeholder={words.hint}
        defaultValue={finder.search.get().text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          finder.look(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') onDown();
          else if (event.key === 'Enter') onEnter();
          else if (event.key === 'Escape' && hasText) clear();
          else if (event.key === 'Escape') onEscape();
          else return;
          event.preventDefault();
        }}
      />
      {hasText && (
        <button type="button" className="icon-button" aria-label={words.clear} title={words.clear} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
