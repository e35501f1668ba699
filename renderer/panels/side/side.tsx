import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import './side.css';

interface SideProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Buttons beside the title. */
  tools?: ReactNode;
  /** Whether the panel takes the focus when it comes: where the keyboard called it. */
  takesFocus?: boolean;
  /** For the panel's own measures. */
  className?: string;
  children: ReactNode;
}

/** A panel at the page's right: what the story needs or looks like, beside the text. Escape closes it. */
export function Side({ title, closeLabel, onClose, tools, takesFocus = false, className = '', children }: SideProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from whatever within has the focus
    <aside
      ref={panel}
      className={`side ${className}`}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // One that closed a dialog or a menu of the panel's was meant for that.
        if (event.target instanceof Element && event.target.closest('dialog, [popover]')) return;
        onClose();
      }}
    >
      <header className="side-head">
        <h2 id={id}>{title}</h2>
        {tools}
        <button type="button" className="icon-button" aria-label={closeLabel} title={closeLabel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </aside>
  );
}
