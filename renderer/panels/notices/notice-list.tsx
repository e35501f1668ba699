import { useRoom } from '../../state/room.ts';
import type { ShownNotice } from '../../state/notices.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from './sentence.ts';
import './notices.css';

/** Messages over the page's foot. Failures are said at once and stay until they are put away; the rest waits its turn. */
export function NoticeList() {
  const { notices } = useRoom();
  const list = useStore(notices.list);
  const words = useWords().notices;
  return (
    <section className="notices" aria-label={words.label}>
      <div aria-live="polite">
        {list.map((notice) => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            onDismiss={() => {
              notices.dismiss(notice.id);
            }}
          />
        ))}
      </div>
    </section>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: ShownNotice; onDismiss: () => void }) {
  const words = useWords();
  return (
    <div
      className="notice"
      data-tone={notice.tone}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDismiss();
      }}
    >
      <Icon name={notice.tone === 'done' ? 'check' : 'warning'} />
      <p role={notice.tone === 'failure' ? 'alert' : undefined}>{noticeSentence(notice, words)}</p>
      <button type="button" className="icon-button" aria-label={words.notices.dismiss} title={words.notices.dismiss} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
