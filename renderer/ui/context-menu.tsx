import { useLayoutEffect, useRef } from 'react';
import { enterMenu, MenuItems, moveInMenu, type MenuGroup } from './menu-items.tsx';

interface ContextMenuProps {
  label: string;
  groups: readonly MenuGroup[];
  /** Where it opens, in pixels of the window. It keeps within the window. */
  at: { x: number; y: number };
  onClose: () => void;
}

/** A menu of what can be done with something, for as long as it is rendered; Escape and a click elsewhere close it. */
export function ContextMenu({ label, groups, at, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.insetInlineStart = `${Math.max(4, Math.min(at.x, innerWidth - width - 4))}px`;
    element.style.insetBlockStart = `${Math.max(4, Math.min(at.y, innerHeight - height - 4))}px`;
    enterMenu(element);
    return () => {
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [at.x, at.y]);

  return (
    <div
      ref={menu}
      className="menu context-menu"
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        moveInMenu(event, menu.current);
      }}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <MenuItems groups={groups} onChosen={() => menu.current?.hidePopover()} />
    </div>
  );
}
