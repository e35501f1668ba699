import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { showSaving } from '../../state/shown-saving.ts';
import { useStore } from '../../state/use-store.ts';
import { saveTime } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { failedSentence } from './sentence.ts';
import { StatusAnnouncer } from './status-announcer.tsx';

/** Where the text is safe: to the eye a step behind the typing (shown-saving.ts), in the page's text at once. */
export function SaveStatus({ session }: { session: Session }) {
  const { desk } = useRoom();
  const words = useWords().status;
  const language = useLanguage();
  const [saving] = useState(() => showSaving(session.saving));
  const shown = useStore(saving.shown);
  const ahead = useRef<HTMLSpanElement>(null);
  useEffect(() => saving.follow(), [saving]);
  useEffect(() => {
    // Twice with every key: without React, in an element that is never laid out.
    const tell = (): void => {
      if (ahead.current) ahead.current.textContent = saving.isTrue.get() ? '' : words.saving;
    };
    tell();
    return saving.isTrue.subscribe(tell);
  }, [saving, words]);
  const failed = shown.is === 'failed' ? shown.failed : null;
  return (
    <>
      {/* Not live: it changes with every word typed. StatusAnnouncer says what a listener must know. */}
      <div className="status-save" role="status" aria-live="off" aria-label={words.label} data-is={shown.is}>
        <span className="status-ahead" ref={ahead} />
        <span>
          {shown.is === 'failed'
            ? withButton(failedSentence(shown.failed, words, language), words.saveCopy, () => void desk.saveCopy())
            : shown.is === 'saved'
              ? fill(words.saved, { time: saveTime(shown.savedAt, language, new Date()) })
              : words.saving}
        </span>
      </div>
      {failed && (
        <button
          type="button"
          className="status-retry"
          onClick={() => {
            session.flush();
          }}
        >
          {words.retryNow}
        </button>
      )}
      <StatusAnnouncer failed={failed} isSaved={shown.is === 'saved'} />
    </>
  );
}

/** A sentence of which some words are a button. */
function withButton(sentence: string, words: string, onPress: () => void): ReactNode {
  const at = sentence.indexOf(words);
  return (
    <>
      {sentence.slice(0, at)}
      <button type="button" className="status-copy" title={`${words} (Ctrl+Shift+S)`} onClick={onPress}>
        {words}
      </button>
      {sentence.slice(at + words.length)}
    </>
  );
}
