import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { ConflictShown } from '../../../src/ipc/calls/sites.ts';
import type { KnownSite } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import { ConflictView } from './conflict-view.tsx';
import { StepList } from './step-list.tsx';
import { DifferenceList, LossList } from './told.tsx';

interface PushSideProps {
  push: PushShown;
  site: KnownSite;
  session: Session;
  /** Back to the plan, for another push. */
  onAnew: () => void;
  onAccepted: (over: string) => void;
}

/** A push on its way or done: where it stands in words, its steps, and what a person can do about it. */
export function PushSide({ push, site, session, onAnew, onAccepted }: PushSideProps) {
  const { desk, host, pushing } = useRoom();
  const all = useWords();
  const words = all.push;
  const { state } = push;
  const act = (what: 'go' | 'stop' | 'drop' | 'same' | 'new'): void =>
    void pushing.ask({ do: 'job', job: push.id, act: what });

  async function accept({ theirs, over }: ConflictShown, merged: Story): Promise<void> {
    const id = session.opened.id;
    const isIn = await desk.replace(id, async (seq) => {
      const answer = await pushing.ask({ do: 'accept', story: id, seq, merged, theirs });
      if (!answer.ok) return answer;
      return answer.value.accepted ? { ok: true, value: answer.value.accepted } : null;
    });
    if (!isIn) return;
    onAccepted(over);
    act('drop');
  }

  return (
    <div className="push-result">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus */}
      <div className="push-scroll" tabIndex={0} role="region" aria-label={words.steps}>
        <p className="push-state" data-is={state.is} role="status">
          {state.is === 'running' && fill(words.running, { site: site.name })}
          {state.is === 'waiting' && fill(words.waiting, { why: noticeSentence(state.failure, all) })}
          {state.is === 'person' && fill(words.stops, { why: noticeSentence(state.failure, all) })}
          {state.is === 'done' && fill(words.done[state.did], { site: site.name })}
        </p>
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
      <footer className="export-foot">
        <p />
        {state.is === 'running' && (
          <button type="button" className="button" data-kind="outline" onClick={() => act('stop')}>
            {words.stop}
          </button>
        )}
        {(state.is === 'waiting' || state.is === 'person') && (
          <button type="button" className="button" data-kind="outline" onClick={() => act('drop')}>
            {words.drop}
          </button>
        )}
        {state.is === 'waiting' && (
          <button type="button" className="button" data-kind="main" onClick={() => act('go')}>
            {words.goNow}
          </button>
        )}
        {state.is === 'person' && !state.conflict && <Decide code={state.failure.code} onAct={act} />}
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

/** What a person can answer to what holds a push up. */
function Decide({ code, onAct }: { code: string; onAct: (what: 'go' | 'same' | 'new') => void }) {
  const words = useWords().push;
  if (code !== 'push.same-slug') {
    return (
      <button type="button" className="button" data-kind="main" onClick={() => onAct('go')}>
        {code === 'push.still-publish' ? words.stillPublish : words.goOn}
      </button>
    );
  }
  return (
    <>
      <button type="button" className="button" data-kind="outline" onClick={() => onAct('new')}>
        {words.other}
      </button>
      <button type="button" className="button" data-kind="main" onClick={() => onAct('same')}>
        {words.same}
      </button>
    </>
  );
}
