import { useId, useRef, type Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { enterMenu, MenuItems, moveInMenu, type MenuGroup } from './menu-items.tsx';

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
        onKeyDown={(event) => {
          moveInMenu(event, menu.current);
        }}
        onToggle={(event) => {
          if (event.newState === 'open') enterMenu(menu.current);
        }}
      >
        <MenuItems groups={groups} onChosen={() => menu.current?.hidePopover()} />
      </div>
    </>
  );
}
