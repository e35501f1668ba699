import { useMemo, useRef, useState } from 'react';
import { compareStories } from '../../../src/compare/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { rememberRead } from '../../state/read-mark.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { useWords } from '../../words/use-words.ts';
import { ChangeSteps } from '../compare/change-steps.tsx';
import { ComparisonView } from '../compare/comparison-view.tsx';

/** What changed since this person read the story last, whoever changed it; and that they have read it now. */
export function SinceRead({ session }: { session: Session }) {
  const words = useWords().review;
  const { host, notices, preferences } = useRoom();
  const { id } = session.opened;
  const read = useStore(preferences.settings, ({ stories }) => stories[id]?.read);
  const [shown, setShown] = useState<{ before: Story; after: Story } | null>(null);

  async function show(hash: string): Promise<void> {
    session.flush();
    const answer = await host.call('versions.read', { ask: 'one', id, hash });
    if (!answer.ok) return notices.tell('failure', answer.failure);
    if (answer.value.story) setShown({ before: answer.value.story, after: session.current() });
  }
  async function remember(): Promise<void> {
    if (await session.settled()) await rememberRead({ host, notices, preferences }, id);
  }
  return (
    <div className="card-acts">
      {read !== undefined && (
        <button type="button" className="button" onClick={() => void show(read)}>
          {words.sinceRead}
        </button>
      )}
      <button type="button" className="button" onClick={() => void remember()}>
        {words.markRead}
      </button>
      {shown && <Changes {...shown} onClose={() => setShown(null)} />}
    </div>
  );
}

function Changes({ before, after, onClose }: { before: Story; after: Story; onClose: () => void }) {
  const words = useWords().review;
  const comparison = useMemo(() => compareStories(before, after), [before, after]);
  const page = useRef<HTMLDivElement>(null);
  return (
    <Modal title={words.sinceRead} onClose={onClose}>
      {!comparison.isSame && <ChangeSteps page={page} />}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus */}
      <div ref={page} className="marked" tabIndex={0} role="region" aria-label={words.sinceRead}>
        <ComparisonView before={before} after={after} comparison={comparison} layout="inline" />
      </div>
    </Modal>
  );
}
