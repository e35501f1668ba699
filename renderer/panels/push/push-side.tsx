import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { KnownSite } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useWords } from '../../words/use-words.ts';
import { ConflictView, type Accepted } from './conflict-view.tsx';
import { PushActs } from './push-acts.tsx';
import { Standing } from './standing.tsx';
import { StepList } from './step-list.tsx';
import { DifferenceList, LossList } from './told.tsx';

interface PushSideProps {
  push: PushShown;
  site: KnownSite;
  session: Session;
  /** Back to the plan, for another push. */
  onAnew: () => void;
  onAccepted: (accepted: Accepted) => void;
}

/** A push on its way or done: where it stands in words, its steps, and what a person can do about it. */
export function PushSide({ push, site, session, onAnew, onAccepted }: PushSideProps) {
  const { desk, host, pushing } = useRoom();
  const words = useWords().push;
  const { state } = push;

  async function accept(accepted: Accepted, theirs: Story): Promise<void> {
    const id = session.opened.id;
    const isIn = await desk.replace(id, async (seq) => {
      const answer = await pushing.ask({ do: 'accept', story: id, seq, merged: accepted.merged, theirs });
      if (!answer.ok) return answer;
      return answer.value.accepted ? { ok: true, value: answer.value.accepted } : null;
    });
    if (!isIn) return;
    onAccepted(accepted);
    await pushing.ask({ do: 'job', job: push.id, act: 'drop' });
  }

  return (
    <div className="push-result">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus */}
      <div className="push-scroll" tabIndex={0} role="region" aria-label={words.steps}>
        <Standing push={push} site={site.name} />
        {state.is === 'person' && state.conflict && (
          <ConflictView conflict={state.conflict} mine={session.current()} onAccept={accept} />
        )}
        {state.is === 'done' && (
          <>
            <LossList losses={state.losses} />
            <h4>{words.readBack}</h4>
            {state.readBack.length === 0 ? (
              <p>{words.readBackNone}</p>
            ) : (
              <DifferenceList differences={state.readBack} />
            )}
          </>
        )}
        <h4>{words.steps}</h4>
        <StepList job={push.id} story={push.story} site={push.site} steps={push.steps} />
      </div>
      <footer className="sides-foot">
        <p />
        <PushActs push={push} />
        {state.is === 'done' && (
          <>
            <button type="button" className="button" data-kind="outline" onClick={onAnew}>
              {words.again}
            </button>
            <button
              type="button"
              className="button"
              data-kind="main"
              disabled={state.link === ''}
              onClick={() => void host.call('app.link', { address: state.link })}
            >
              {words.openThere}
            </button>
          </>
        )}
      </footer>
    </div>
  );
}
