import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { CheckButton } from '../checks/check-button.tsx';
import { OutboxButton } from '../push/outbox-button.tsx';
import { SaveStatus } from './save-status.tsx';
import { keptSentence } from './sentence.ts';
import { StoryLengthFacts } from './story-length.tsx';
import { StoryLanguage } from './story-language.tsx';
import './status.css';

/** The line under the page: where the text is safe, how long it is, which language it is in. */
export function StatusLine({ session }: { session: Session }) {
  const {
    status: words,
    review: { suggesting },
  } = useWords();
  const language = useLanguage();
  const kept = useStore(session.kept);
  const isSuggesting = useStore(session.isSuggesting);
  return (
    <footer className="status">
      <SaveStatus session={session} />
      <span className="status-kept" role="status">
        {kept && keptSentence(kept, words, language)}
      </span>
      {isSuggesting && (
        <span className="status-suggesting" role="status">
          {suggesting}
        </span>
      )}
      <div className="status-facts">
        <OutboxButton />
        <CheckButton />
        <StoryLengthFacts session={session} />
        <StoryLanguage session={session} />
      </div>
    </footer>
  );
}
