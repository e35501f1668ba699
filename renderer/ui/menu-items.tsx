import { useId, type KeyboardEvent } from 'react';
import { Icon } from './icons.tsx';
import './menu.css';

export interface MenuItem {
  key: string;
  label: string;
  /** The language of the label where it is not the window's own. */
  lang?: string;
  /** A quiet line under the label. */
  hint?: string;
  /** For one of several choices: whether it is the one. */
  isChosen?: boolean;
  /** The keys that do the same, as the person would press them. */
  keys?: string;
  choose: () => void;
}

/** Items that belong together; the label, where there is one, is shown over them. */
export interface MenuGroup {
  key: string;
  label?: string;
  items: readonly MenuItem[];
}

/** What a menu holds. `onChosen` hears of a choice before it is acted on, so that the menu can go. */
export function MenuItems({ groups, onChosen }: { groups: readonly MenuGroup[]; onChosen: () => void }) {
  return groups.map((group) => (
    <div key={group.key} className="menu-group" role="group" aria-label={group.label}>
      {group.label !== undefined && (
        <div className="menu-label" aria-hidden="true">
          {group.label}
        </div>
      )}
      {group.items.map((item) => (
        <Item
          key={item.key}
          item={item}
          onChosen={() => {
            onChosen();
            item.choose();
          }}
        />
      ))}
    </div>
  ));
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Puts the focus on the choice that counts now, or on the first item. */
export function enterMenu(menu: HTMLElement | null): void {
  const items = itemsOf(menu);
  (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
}

/** Moves in an open menu: arrows, Home, End, first letters; Tab closes it. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null): void {
  const items = itemsOf(menu);
  const here = items.indexOf(document.activeElement as HTMLElement);
  const target = destination(event.key, here, items);
  if (event.key === 'Tab') menu?.hidePopover();
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function Item({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const id = useId();
  const isChoice = item.isChosen !== undefined;
  return (
    <button
      type="button"
      className="menu-item"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={item.isChosen}
      aria-describedby={item.hint === undefined ? undefined : `${id}-hint`}
      tabIndex={-1}
      onClick={onChosen}
    >
      {isChoice && <span className="menu-tick">{item.isChosen && <Icon name="check" />}</span>}
      <span className="menu-words">
        <span lang={item.lang}>{item.label}</span>
        {item.hint !== undefined && (
          <span id={`${id}-hint`} className="menu-hint" aria-hidden="true">
            {item.hint}
          </span>
        )}
      </span>
      {item.keys !== undefined && (
        <kbd className="menu-keys" aria-hidden="true">
          {item.keys}
        </kbd>
      )}
    </button>
  );
}

function destination(key: string, here: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(here + 1) % all.length];
    case 'ArrowUp':
      return all.at(here <= 0 ? -1 : here - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const begins = (item: HTMLElement): boolean => item.innerText.trim().toLowerCase().startsWith(key.toLowerCase());
      return [...all.slice(here + 1), ...all.slice(0, here + 1)].find(begins);
    }
  }
}
