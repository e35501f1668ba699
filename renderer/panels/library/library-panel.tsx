import { useMemo, useRef, useState } from 'react';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import { noFilters } from '../../state/finder.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { Icon } from '../../ui/icons.tsx';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { arrange } from './arrange.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LibraryHead } from './library-head.tsx';
import { binActions, listActions } from './list-actions.ts';
import { SearchField } from './search-field.tsx';
import { SharedDesk } from './shared-desk.tsx';
import { StoryList } from './story-list.tsx';
import './library.css';

/** The stories of this computer: searched, narrowed, ordered, and what can be done with each. */
export function LibraryPanel({ onNewStory, onEscape }: { onNewStory: () => void; onEscape: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const room = useRoom();
  const { library, finder, desk, shelves } = room;
  const panel = useRef<HTMLElement>(null);
  const isInBin = useStore(finder.isInBin);
  const here = useStore(library.stories);
  const binned = useStore(library.binned);
  const stories = isInBin ? binned : here;
  const search = useStore(finder.search);
  const filters = useStore(finder.filters);
  const sort = useStore(finder.sort);
  const [menu, setMenu] = useState<{ stories: readonly StorySummary[]; at: { x: number; y: number } } | null>(null);
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const shown = useMemo(
    () => arrange(stories, { search, filters, sort, language, now: new Date() }),
    [stories, search, filters, sort, language],
  );
  const isNarrowed = search.ids !== null || filters !== noFilters;

  const toList = (): void => panel.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  function open(story: StorySummary | undefined): void {
    if (!story) return;
    if (!isInBin) void desk.open(story.id);
    else {
      const row = panel.current?.querySelector(`[data-story="${story.id}"]`)?.getBoundingClientRect();
      setMenu({ stories: [story], at: { x: (row?.left ?? 0) + 24, y: (row?.top ?? 0) + 24 } });
    }
  }

  return (
    <aside ref={panel} className="library" aria-label={words.library.label}>
      <LibraryHead isInBin={isInBin} onNewStory={onNewStory} />
      <div className="library-find">
        <SearchField
          onDown={toList}
          onEnter={() => {
            open(shown[0]);
          }}
          onEscape={toList}
        />
        <FilterBar stories={stories} />
      </div>
      {!isInBin && <SharedDesk />}
      <Announcer sentence={isNarrowed ? fillCount(language, words.library.shown, shown.length) : ''} />
      {shown.length === 0 && <Nothing isInBin={isInBin} isNarrowed={isNarrowed} />}
      <StoryList
        key={isInBin ? 'bin' : 'stories'}
        label={isInBin ? words.library.bin.label : words.library.list}
        stories={shown}
        onOpen={open}
        onDrag={(ids) => void shelves.drag(ids)}
        onDelete={(ids) => {
          if (isInBin) setDeleting(ids);
          else void shelves.bin(ids);
        }}
        onMenu={(chosen, at) => {
          setMenu({ stories: chosen, at });
        }}
        onUndo={() => void shelves.undo()}
        onEscape={onEscape}
      />
      {!isInBin && binned.length > 0 && (
        <button
          type="button"
          className="library-bin"
          onClick={() => {
            finder.isInBin.set(true);
          }}
        >
          <Icon name="bin" />
          <span>{words.library.bin.label}</span>
          <span className="library-count">{new Intl.NumberFormat(language).format(binned.length)}</span>
        </button>
      )}
      {menu && (
        <ContextMenu
          label={words.library.actions.label}
          groups={isInBin ? binActions(menu.stories, room, words, setDeleting) : listActions(menu.stories, room, words)}
          at={menu.at}
          onClose={() => {
            setMenu(null);
          }}
        />
      )}
      {deleting && (
        <DeleteDialog
          ids={deleting}
          onClose={() => {
            setDeleting(null);
          }}
        />
      )}
    </aside>
  );
}

/** Why the list is empty, and what helps. */
function Nothing({ isInBin, isNarrowed }: { isInBin: boolean; isNarrowed: boolean }) {
  const words = useWords().library;
  const { finder } = useRoom();
  const { text, ids } = useStore(finder.search);
  const hasFilters = useStore(finder.filters) !== noFilters;
  if (!isNarrowed) {
    return (
      <div className="library-empty">
        <p>{isInBin ? words.bin.empty : words.empty}</p>
        {isInBin && <p className="library-hint">{words.bin.emptyHint}</p>}
      </div>
    );
  }
  return (
    <div className="library-empty">
      <p>{ids === null ? words.search.nothingFiltered : fill(words.search.nothing, { text: text.trim() })}</p>
      {ids !== null && <p className="library-hint">{words.search.nothingHint}</p>}
      {hasFilters && (
        <button
          type="button"
          className="button"
          data-kind="outline"
          onClick={() => {
            finder.filters.set(noFilters);
          }}
        >
          {words.filters.clear}
        </button>
      )}
    </div>
  );
}
