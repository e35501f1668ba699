import type { QueryOptions } from '../../src/language/find/query.ts';
import { useState } from 'react';
import { useWindowKeys } from '../ui/use-window-keys.ts';

/** Whether the finding stands over the page: with replacing, without, or not at all. `begin` is what it begins with. */
export type FindShown = { is: 'closed' } | { is: 'find' | 'replace'; begin: string; opened: number };

export interface FindKeys {
  shown: FindShown;
  options: QueryOptions;
  setOptions: (options: QueryOptions) => void;
  open: (is: 'find' | 'replace') => void;
  setReplacing: (isReplacing: boolean) => void;
  close: () => void;
}

const LENIENT: QueryOptions = { matchCase: false, wholeWord: false, matchAccents: false, isPattern: false };
/** A selection longer than this is not what someone looks for. */
const LONGEST = 100;

/** Ctrl+F and Ctrl+H (F3 too) open the finding with what is selected. */
export function useFindKeys(): FindKeys {
  const [shown, setShown] = useState<FindShown>({ is: 'closed' });
  const [options, setOptions] = useState(LENIENT);

  function open(is: 'find' | 'replace'): void {
    const selected = selectedText();
    setShown((before) => ({
      is,
      begin: selected || (before.is === 'closed' ? '' : before.begin),
      opened: before.is === 'closed' ? 1 : before.opened + 1,
    }));
  }
  useWindowKeys((event) => {
    const isPlain = !event.shiftKey && !event.altKey;
    const isCommand = (event.ctrlKey || event.metaKey) && isPlain;
    const key = event.key.toLowerCase();
    if (isCommand && key === 'f') open('find');
    else if (isCommand && key === 'h') open('replace');
    else if (key === 'f3' && shown.is === 'closed') open('find');
    else return;
    event.preventDefault();
  });

  return {
    shown,
    options,
    setOptions,
    open,
    setReplacing: (isReplacing) =>
      setShown((before) => (before.is === 'closed' ? before : { ...before, is: isReplacing ? 'replace' : 'find' })),
    close: () => setShown({ is: 'closed' }),
  };
}

function selectedText(): string {
  const active = document.activeElement;
  const text =
    active instanceof HTMLTextAreaElement
      ? active.value.slice(active.selectionStart, active.selectionEnd)
      : (getSelection()?.toString() ?? '');
  return text.length <= LONGEST && !text.includes('\n') ? text : '';
}
