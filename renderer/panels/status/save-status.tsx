import type { ReactNode } from 'react';
import { useRoom } from '../../state/room.ts';
import { hasFailed } from '../../state/saving.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { saveTime } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { failedSentence } from './sentence.ts';
import { StatusAnnouncer } from './status-announcer.tsx';

/** Where the text is safe. It is drawn twice with every key, so it is kept apart from the rest of the line. */
export function SaveStatus({ session }: { session: Session }) {
  const { desk } = useRoom();
  const words = useWords().status;
  const language = useLanguage();
  const failed = useStore(session.saving, (state) => (hasFailed(state) ? state : null));
  const isSaved = useStore(session.saving, ({ is }) => is === 'saved');
  const savedAt = useStore(session.saving, (state) => state.savedAt);
  const saved = fill(words.saved, { time: saveTime(savedAt, language, new Date()) });
  return (
    <>
      {/* Not live: it changes with every word typed. StatusAnnouncer says what a listener must know. */}
      <div
        className="status-save"
        role="status"
        aria-live="off"
        aria-label={words.label}
        data-is={failed ? 'failed' : isSaved ? 'saved' : 'saving'}
        data-before={saved}
      >
        <span>
          {failed
            ? withButton(failedSentence(failed, words, language), words.saveCopy, () => void desk.saveCopy())
            : isSaved
              ? saved
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
      <StatusAnnouncer failed={failed} isSaved={isSaved} />
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
