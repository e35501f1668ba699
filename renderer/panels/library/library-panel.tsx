import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import { rowAfter, rowByName } from './navigate.ts';
import { StoryRow } from './story-row.tsx';
import './library.css';

/** Keys typed within this time belong to one word, in milliseconds. */
const TYPING_MS = 700;

/** The stories of this computer. Arrows, Home, End and first letters move in the list, Enter or Space opens. */
export function LibraryPanel({ onNewStory, onEscape }: { onNewStory: () => void; onEscape: () => void }) {
  const words = useWords().library;
  const { library, desk } = useRoom();
  const stories = useStore(library.stories);
  const openId = useStore(desk.state, (state) => (state.is === 'open' ? state.session.opened.id : null));
  // The row that the keys are on; it is forgotten when another story is opened.
  const [chosen, setChosen] = useState<{ id: string; whileOpen: string | null } | null>(null);
  const typing = useRef({ text: '', at: 0 });
  const id = useId();
  const rowId = (storyId: string): string => `${id}-${storyId}`;

  const activeId = chosen?.whileOpen === openId ? chosen.id : openId;
  const place = stories.findIndex((story) => story.id === activeId);
  const active = stories[place] ?? stories[0];
  const open = useCallback((storyId: string) => void desk.open(storyId), [desk]);

  function moveTo(row: number): void {
    const story = stories[row];
    if (!story) return;
    setChosen({ id: story.id, whileOpen: openId });
    document.getElementById(rowId(story.id))?.scrollIntoView({ block: 'nearest' });
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const isTyping = event.timeStamp - typing.current.at < TYPING_MS;
    const row = rowAfter(event.key, place, stories.length);
    if (row !== null) moveTo(row);
    else if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) {
      if (active) open(active.id);
    } else if (event.key.length === 1) {
      const text = isTyping ? typing.current.text + event.key : event.key;
      typing.current = { text, at: event.timeStamp };
      const found = rowByName(
        stories.map(({ headline }) => headline || words.untitled),
        text,
        place,
      );
      if (found !== null) moveTo(found);
    } else return;
    event.preventDefault();
  }

  return (
    <aside className="library" aria-label={words.label}>
      <div className="library-head">
        <h2>{words.list}</h2>
        <button type="button" className="button library-new" onClick={onNewStory}>
          <Icon name="plus" />
          <span>{words.newStory}</span>
        </button>
      </div>
      {stories.length === 0 && <p className="library-empty">{words.empty}</p>}
      <div
        className="library-list"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={active ? rowId(active.id) : undefined}
        tabIndex={0}
        onKeyDown={press}
      >
        {stories.map((story) => (
          <StoryRow
            key={story.id}
            id={rowId(story.id)}
            story={story}
            isOpen={story.id === openId}
            isActive={story === active}
            onOpen={open}
          />
        ))}
      </div>
    </aside>
  );
}
