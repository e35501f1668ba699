import { useEffect, useState } from 'react';
import { isRestRead, readTheRest } from '../ui/later.ts';
import { readWords } from '../words/use-words.ts';

/** The parts of the window that the first key does without wait for it, but no longer than this, in milliseconds. */
const PATIENCE = 400;

/** Reads them with the first key or click, or after a moment; answers whether they are there. */
export function useRest(): boolean {
  const [isThere, setThere] = useState(isRestRead);
  useEffect(() => {
    if (isRestRead()) return;
    const listening = new AbortController();
    const begin = (): void => {
      if (listening.signal.aborted) return;
      clearTimeout(timer);
      listening.abort();
      void readTheRest().then(() => {
        setThere(true);
        void readWords('en');
        void readWords('vi');
      });
    };
    const timer = setTimeout(begin, PATIENCE);
    // Behind what the key itself does.
    const heard = (): number => requestIdleCallback(begin, { timeout: PATIENCE });
    const options = { capture: true, signal: listening.signal };
    window.addEventListener('keydown', heard, options);
    window.addEventListener('pointerdown', heard, options);
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, []);
  return isThere;
}
