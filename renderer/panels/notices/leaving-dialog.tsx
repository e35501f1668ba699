import { useEffect, useRef } from 'react';
import { blockText } from '../../../src/story/walk.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { saveReason } from '../status/sentence.ts';

/** Asks before the window closes over changes that the disk refused. */
export function LeavingDialog({ session }: { session: Session }) {
  const { leaving } = useRoom();
  const words = useWords();
  const failure = useStore(session.saving, (state) => ('failure' in state ? state.failure.code : 'other'));
  const dialog = useRef<HTMLDialogElement>(null);
  const isAsking = useStore(leaving.state) === 'asking';

  useEffect(() => {
    if (isAsking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsking]);

  const why = saveReason(failure, words.status);
  return (
    <dialog
      ref={dialog}
      className="leaving"
      role="alertdialog"
      aria-labelledby="leaving-title"
      aria-describedby="leaving-text"
      onCancel={leaving.stay}
    >
      <h2 id="leaving-title">{words.notices.leaving.title}</h2>
      <p id="leaving-text">{fill(words.notices.leaving.text, { why })}</p>
      <div className="leaving-choices">
        <button type="button" className="button" onClick={leaving.leave}>
          {words.notices.leaving.leave}
        </button>
        <button
          type="button"
          className="button"
          data-kind="outline"
          onClick={() => {
            void navigator.clipboard.writeText(plainStory(session));
          }}
        >
          {words.notices.leaving.copy}
        </button>
        <button type="button" className="button" data-kind="main" onClick={leaving.stay}>
          {words.notices.leaving.stay}
        </button>
      </div>
    </dialog>
  );
}

function plainStory(session: Session): string {
  const { kicker, headline, standfirst, byline, dateline, body, sourceCredit } = session.current();
  const texts = [kicker, headline, standfirst, byline.text, dateline.text, ...body.map(blockText), sourceCredit];
  return texts.filter(Boolean).join('\n\n');
}
