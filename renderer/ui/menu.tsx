import { useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './menu.css';

export interface MenuItem {
  key: string;
  label: string;
  /** A quiet line under the label. */
  hint?: string;
  /** For one of several choices: whether it is the one. */
  isChosen?: boolean;
  choose: () => void;
}

/** Items that belong together; the label, where there is one, is shown over them. */
export interface MenuGroup {
  key: string;
  label?: string;
  items: readonly MenuItem[];
}

interface MenuProps {
  label: string;
  icon: IconName;
  /** Shows the icon alone; the label is still the button's name. */
  isIconOnly?: boolean;
  isDisabled?: boolean;
  groups: readonly MenuGroup[];
  /** The button, for those who open the menu from elsewhere. */
  button?: Ref<HTMLButtonElement>;
}

/** A button that opens a menu: arrows, Home, End and first letters move in it, Escape and a click elsewhere close it. */
export function Menu({ label, icon, isIconOnly = false, isDisabled = false, groups, button }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);

  const items = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  const close = (): void => menu.current?.hidePopover();

  function move(event: KeyboardEvent): void {
    const all = items();
    const here = all.indexOf(document.activeElement as HTMLElement);
    const target = destination(event.key, here, all);
    if (event.key === 'Tab') close();
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={isIconOnly ? 'icon-button' : 'button'}
        aria-label={isIconOnly ? label : undefined}
        title={isIconOnly ? label : undefined}
        aria-haspopup="menu"
        popoverTarget={id}
        disabled={isDisabled}
      >
        <Icon name={icon} />
        {!isIconOnly && <span>{label}</span>}
      </button>
      <div
        ref={menu}
        id={id}
        className="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={move}
        onToggle={(event) => {
          if (event.newState === 'open') (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
        }}
      >
        {groups.map((group) => (
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
                  close();
                  item.choose();
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
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
        <span>{item.label}</span>
        {item.hint !== undefined && (
          <span id={`${id}-hint`} className="menu-hint" aria-hidden="true">
            {item.hint}
          </span>
        )}
      </span>
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
