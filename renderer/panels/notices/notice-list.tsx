import { useEffect, useRef } from 'react';
import { useRoom } from '../../state/room.ts';
import type { ShownNotice } from '../../state/notices.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from './sentence.ts';
import { ProgressCard } from './progress-card.tsx';
import './notices.css';

/** From so many on they are put away together. */
const MANY = 2;

/** Messages over the page's foot. Failures are said at once, the rest when there is time; they stay until they are put away. */
export function NoticeList() {
  const { notices } = useRoom();
  const list = useStore(notices.list);
  const words = useWords().notices;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // The newest stands last, and is what one must see.
    section.current?.scrollTo({ top: section.current.scrollHeight });
  }, [list]);
  const card = (notice: ShownNotice) => (
    <NoticeCard
      key={notice.id}
      notice={notice}
      onDismiss={() => {
        notices.dismiss(notice.id);
      }}
    />
  );
  const isFailure = ({ tone }: ShownNotice): boolean => tone === 'failure';
  return (
    <section ref={section} className="notices" aria-label={words.label}>
      <ProgressCard />
      <div className="notice-group">{list.filter(isFailure).map(card)}</div>
      <div className="notice-group" aria-live="polite">
        {list.filter((notice) => !isFailure(notice)).map(card)}
      </div>
      {list.length > MANY && (
        <button type="button" className="button notice-all" data-kind="outline" onClick={notices.dismissAll}>
          {words.dismissAll}
        </button>
      )}
    </section>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: ShownNotice; onDismiss: () => void }) {
  const words = useWords();
  return (
    <div className="notice" data-tone={notice.tone}>
      <Icon name={notice.tone === 'done' ? 'check' : 'warning'} />
      <p role={notice.tone === 'failure' ? 'alert' : undefined}>{noticeSentence(notice, words)}</p>
      {notice.undo && (
        <button
          type="button"
          className="button"
          onClick={() => {
            onDismiss();
            notice.undo?.();
          }}
        >
          {words.notices.undo}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={words.notices.dismiss}
        title={words.notices.dismiss}
        onClick={onDismiss}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDismiss();
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
