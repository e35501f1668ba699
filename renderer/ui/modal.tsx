import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icons.tsx';
import { wrapTab } from './tab-stops.ts';
import './modal.css';

interface ModalProps {
  title: string;
  /** For the dialog's own measures. */
  className?: string;
  /** Escape, the button in the corner, or a click beside the dialog. */
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog over the window, for as long as it is rendered. The browser's own: it keeps the focus inside, makes the rest
 * inert and gives the focus back to where it was.
 */
export function Modal({ title, className = '', onClose, children }: ModalProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // In the layout phase: closed while it still stands in the page, it gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    const giveCaretBack = caretOf(document.activeElement);
    element?.showModal();
    return () => {
      element?.close();
      giveCaretBack();
    };
  }, []);

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.defaultPrevented || !dialog.current) return;
    // At the edge the browser would go on to its own controls, which a program’s window does not have.
    const other = wrapTab(dialog.current, event.shiftKey);
    if (!other) return;
    event.preventDefault();
    other.focus();
  }

  return (
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-labelledby={id}
      closedby="any"
      onKeyDown={press}
      onClose={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <header className="modal-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.settings.close}
          title={words.settings.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/**
 * Remembers where the caret is in a field. The browser gives such a field the focus back without its caret where the
 * dialog's last focus was in a field of its own: keys would go nowhere.
 */
function caretOf(field: Element | null): () => void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return () => {};
  const { selectionStart, selectionEnd } = field;
  // A checkbox, a radio or a colour has no caret.
  if (selectionStart === null) return () => {};
  return () => {
    if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
  };
}
