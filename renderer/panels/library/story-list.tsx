import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { rowAfter, rowByName } from '../../ui/list-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { only, still, stretched, toggled, noSelection, type Selection } from './selection.ts';
import { StoryRow } from './story-row.tsx';

/** Keys typed within this time belong to one word, in milliseconds. */
const TYPING_MS = 700;
/** A row's height before it is measured, in pixels: without and with a snippet. */
const [ROW, ROW_FOUND] = [76, 118];
/** So many rows beyond those in sight are in the page. */
const BEYOND = 30;

interface StoryListProps {
  label: string;
  stories: readonly StorySummary[];
  /** Enter or a click on a row. */
  onOpen: (story: StorySummary) => void;
  /** These are dragged out of the window. */
  onDrag: (ids: readonly string[]) => void;
  /** Delete, on these. */
  onDelete: (ids: readonly string[]) => void;
  /** The actions menu is asked for, for these, at a place in the window. */
  onMenu: (stories: readonly StorySummary[], at: { x: number; y: number }) => void;
  onUndo: () => void;
  onEscape: () => void;
}

/**
 * Stories in a list of any length, of which only what is near is in the page. Arrows, Home, End and first letters move,
 * Enter or Space opens, Shift and Ctrl choose several, Delete puts them in the bin, Shift+F10 or the menu key asks what else.
 */
export function StoryList(props: StoryListProps) {
  const { label, stories, onOpen, onDrag, onDelete, onMenu, onUndo, onEscape } = props;
  const words = useWords().library;
  const { desk, finder } = useRoom();
  const snippets = useStore(finder.snippets);
  const isFinding = useStore(finder.search, ({ ids }) => ids !== null);
  const openId = useStore(desk.state, (state) => (state.is === 'open' ? state.session.opened.id : null));
  const box = useRef<HTMLDivElement>(null);
  const typing = useRef({ text: '', at: 0 });
  const id = useId();
  const rowId = (storyId: string): string => `${id}-${storyId}`;

  // The row that the keys are on, and what is chosen; both are forgotten when another story is opened.
  const [chosen, setChosen] = useState<{ id: string; whileOpen: string | null } | null>(null);
  const [choice, setChoice] = useState<{ selection: Selection; whileOpen: string | null }>({
    selection: noSelection,
    whileOpen: null,
  });
  const order = useMemo(() => stories.map((story) => story.id), [stories]);
  const kept = choice.whileOpen === openId ? still(choice.selection, order) : noSelection;
  const selection = kept.ids.size > 0 || openId === null ? kept : only(openId);
  const activeId = chosen?.whileOpen === openId ? chosen.id : openId;
  const place = order.indexOf(activeId ?? '');
  const active = stories[place] ?? stories[0];
  const activePlace = place < 0 ? 0 : place;

  // No compiler memoizes this window's code.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: stories.length,
    getScrollElement: () => box.current,
    estimateSize: () => (isFinding ? ROW_FOUND : ROW),
    getItemKey: (index) => order[index] ?? index,
    overscan: BEYOND,
    // The row that the keys are on is always in the page: the list points to it.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), activePlace])].sort((a, b) => a - b),
  });
  const inPage = rows.getVirtualItems();

  const near = isFinding ? inPage.map(({ index }) => order[index] ?? '').filter(Boolean) : [];
  const nearKey = near.join(' ');
  useEffect(() => {
    if (nearKey !== '') finder.show(nearKey.split(' '));
  }, [finder, nearKey, snippets]);

  function moveTo(row: number): void {
    const story = stories[row];
    if (!story) return;
    setChosen({ id: story.id, whileOpen: openId });
    rows.scrollToIndex(row, { align: 'auto' });
  }
  const choose = (next: Selection): void => {
    setChoice({ selection: next, whileOpen: openId });
  };
  /** What an action is about: all that is chosen where the row belongs to it, else the row alone. */
  const about = (story: StorySummary): StorySummary[] =>
    selection.ids.has(story.id) ? stories.filter((one) => selection.ids.has(one.id)) : [story];

  function menuAt(story: StorySummary): void {
    const row = document.getElementById(rowId(story.id))?.getBoundingClientRect();
    if (row) onMenu(about(story), { x: row.left + 24, y: row.top + row.height / 2 });
  }

  /** Keys with Ctrl or Shift, and those that act. True where the key was one of them. */
  function command(event: KeyboardEvent): boolean {
    const isCtrl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isCtrl && key === 'a') choose({ ids: new Set(order), anchor: active?.id ?? null });
    else if (isCtrl && key === 'z') onUndo();
    else if (!active) return false;
    else if (isCtrl && key === ' ') choose(toggled(selection, active.id));
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) menuAt(active);
    else if (event.key === 'Delete' || (isCtrl && key === 'backspace')) onDelete(about(active).map((one) => one.id));
    else if (event.shiftKey && !isCtrl) {
      const row = rowAfter(event.key, activePlace, stories.length);
      const to = row === null ? undefined : stories[row];
      if (row === null || !to) return false;
      const from = selection.anchor === null || selection.ids.size <= 1 ? only(active.id) : selection;
      choose(stretched(from, order, to.id));
      moveTo(row);
    } else return false;
    return true;
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (command(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isTyping = event.timeStamp - typing.current.at < TYPING_MS;
    const row = rowAfter(event.key, place, stories.length);
    if (row !== null) moveTo(row);
    else if (event.key === 'Escape') {
      if (kept.ids.size > 0) choose(noSelection);
      else onEscape();
    } else if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) {
      if (active) onOpen(active);
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

  const rowUnder = useCallback(
    (target: EventTarget): StorySummary | undefined => {
      const storyId = (target as HTMLElement).closest<HTMLElement>('[data-story]')?.dataset.story;
      return stories.find((story) => story.id === storyId);
    },
    [stories],
  );

  function click(event: MouseEvent): void {
    const story = rowUnder(event.target);
    if (!story) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      setChosen({ id: story.id, whileOpen: openId });
      choose(event.shiftKey ? stretched(selection, order, story.id) : toggled(selection, story.id));
      return;
    }
    if (kept.ids.size > 0) choose(noSelection);
    onOpen(story);
  }

  return (
    <div
      ref={box}
      className="library-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={active ? rowId(active.id) : undefined}
      tabIndex={0}
      onKeyDown={press}
      onClick={click}
      onDragStart={(event) => {
        // The host carries files; the page would carry a picture of the row.
        event.preventDefault();
        const story = rowUnder(event.target);
        if (story) onDrag(about(story).map((one) => one.id));
      }}
      onContextMenu={(event) => {
        // Keys ask for it themselves; here is the mouse.
        event.preventDefault();
        const story = rowUnder(event.target);
        if (!story) return;
        setChosen({ id: story.id, whileOpen: openId });
        const at = { x: event.clientX, y: event.clientY };
        if (event.buttons === 0) onMenu(about(story), at);
        // Some systems ask while the button is down: its release would close the menu again.
        else addEventListener('pointerup', () => setTimeout(onMenu, 0, about(story), at), { once: true });
      }}
    >
      <div className="library-rows" role="presentation" style={{ height: rows.getTotalSize() }}>
        {inPage.map(({ index, key, start }) => {
          const story = stories[index];
          return (
            story && (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="library-place"
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                <StoryRow
                  id={rowId(story.id)}
                  story={story}
                  snippet={isFinding ? snippets.get(story.id) : undefined}
                  isOpen={story.id === openId}
                  isSelected={selection.ids.has(story.id)}
                  isActive={story === active}
                  place={index}
                  count={stories.length}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
