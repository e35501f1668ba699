import type { ReactNode } from 'react';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { saveTime } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { CheckButton } from '../checks/check-button.tsx';
import { OutboxButton } from '../push/outbox-button.tsx';
import { keptSentence, saveSentence } from './sentence.ts';
import { StatusAnnouncer } from './status-announcer.tsx';
import { StoryLengthFacts } from './story-length.tsx';
import { StoryLanguage } from './story-language.tsx';
import './status.css';

/** The line under the page: where the text is safe, how long it is, which language it is in. */
export function StatusLine({ session }: { session: Session }) {
  const { desk } = useRoom();
  const words = useWords().status;
  const language = useLanguage();
  const saving = useStore(session.saving);
  const kept = useStore(session.kept);
  const hasFailed = saving.is === 'failed' || saving.is === 'retrying';
  return (
    <footer className="status">
      {/* Not live: it changes with every word typed. StatusAnnouncer says what a listener must know. */}
      <div
        className="status-save"
        role="status"
        aria-live="off"
        aria-label={words.label}
        data-is={hasFailed ? 'failed' : saving.is === 'saved' ? 'saved' : 'saving'}
        data-before={fill(words.saved, { time: saveTime(saving.savedAt, language, new Date()) })}
      >
        <span>
          {hasFailed
            ? withButton(saveSentence(saving, words, language), words.saveCopy, () => void desk.saveCopy())
            : saveSentence(saving, words, language)}
        </span>
      </div>
      {hasFailed && (
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
      <StatusAnnouncer saving={saving} />
      <span className="status-kept" role="status">
        {kept && keptSentence(kept, words, language)}
      </span>
      <div className="status-facts">
        <OutboxButton />
        <CheckButton />
        <StoryLengthFacts session={session} />
        <StoryLanguage session={session} />
      </div>
    </footer>
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
