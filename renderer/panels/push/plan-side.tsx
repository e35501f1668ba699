import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../../src/base/result.ts';
import { compareStories } from '../../../src/compare/index.ts';
import type { PlanShown, PostShown } from '../../../src/ipc/calls/sites.ts';
import type { Story } from '../../../src/story/schema.ts';
import { readyRenditions } from '../../pictures/ready.ts';
import type { KnownSite } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ComparisonView } from '../compare/comparison-view.tsx';
import { noticeSentence } from '../notices/sentence.ts';
import { ConflictView, type Accepted } from './conflict-view.tsx';
import { isUpdate, type PushOrder } from './order.ts';
import { bytesText, DifferenceList, LossList } from './told.tsx';

interface PlanSideProps {
  session: Session;
  site: KnownSite;
  order: PushOrder;
  errors: number;
  there: PostShown | null;
  /** The merge that was accepted. */
  accepted: Accepted | null;
  onAccepted: (accepted: Accepted) => void;
}

type State = { is: 'saving' | 'planning' } | { is: 'failed'; failure: Failure } | { is: 'planned'; plan: PlanShown };

/** How long a person may go on choosing before the site is asked, in milliseconds. */
const PAUSE = 400;

/** What a push would do, asked anew whenever the order changes; and the button that does it. */
export function PlanSide({ session, site, order, errors, there, accepted, onAccepted }: PlanSideProps) {
  const { desk, host, progress, pushing } = useRoom();
  const all = useWords();
  const words = all.push;
  const language = useLanguage();
  const [state, setState] = useState<State>({ is: 'saving' });
  const [count, setCount] = useState(0);
  const [isOrdering, setOrdering] = useState(false);
  const { id } = session.opened;
  /** What the person said of a post that has the story's address and headline: it is this story, or not. */
  const [twin, setTwin] = useState<string | undefined>();
  const agreed = useMemo(
    () => ({ over: accepted?.over ?? null, keep: accepted?.keep ?? [], sameSlug: accepted?.post ?? twin }),
    [accepted, twin],
  );

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void plan().then((next) => {
        if (isWanted) setState(next);
      });
    }, PAUSE);
    async function plan(): Promise<State> {
      setState({ is: 'saving' });
      if (!(await desk.settled(id))) return { is: 'failed', failure: { code: 'window.export-unsaved', detail: '' } };
      const ready = await readyRenditions(host, id, progress);
      if (!ready.ok && ready.failure.code === 'export.stopped') return { is: 'failed', failure: ready.failure };
      if (isWanted) setState({ is: 'planning' });
      const answer = await pushing.ask({ do: 'plan', story: id, site: site.id, order, ...agreed });
      if (!answer.ok) return { is: 'failed', failure: answer.failure };
      return answer.value.plan ? { is: 'planned', plan: answer.value.plan } : { is: 'planning' };
    }
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [desk, host, progress, pushing, id, site.id, order, agreed, count]);

  async function push(): Promise<void> {
    setOrdering(true);
    const answer = await pushing.ask({ do: 'push', story: id, site: site.id, order, ...agreed });
    setOrdering(false);
    if (!answer.ok) setState({ is: 'failed', failure: answer.failure });
  }

  async function accept(next: Accepted, theirs: Story): Promise<void> {
    const isIn = await desk.replace(id, async (seq) => {
      const answer = await pushing.ask({ do: 'accept', story: id, seq, merged: next.merged, theirs });
      if (!answer.ok) return answer;
      return answer.value.accepted ? { ok: true, value: answer.value.accepted } : null;
    });
    if (isIn) onAccepted(next);
  }

  const plan = state.is === 'planned' ? state.plan : null;
  // Without a network it can still be ordered: it waits in the outbox.
  const isReachable = state.is !== 'failed' || /offline|unreachable|busy|server|portal/.test(state.failure.code);
  /** A post that only a person can tell from this story's. */
  const asked =
    state.is === 'failed' && state.failure.code === 'push.same-slug'
      ? String(state.failure.about?.['post'] ?? '')
      : undefined;
  const canGo = errors === 0 && isReachable && !isOrdering && state.is !== 'saving' && !plan?.conflict;
  return (
    <div className="push-result">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus */}
      <div className="push-scroll" tabIndex={0} role="region" aria-label={words.planTitle}>
        {!plan?.conflict && <h3>{words.planTitle}</h3>}
        <p role="status">
          {state.is === 'saving' && words.saving}
          {state.is === 'planning' && words.planning}
          {state.is === 'failed' && noticeSentence(state.failure, all)}
          {plan && !plan.conflict && words.does[plan.does]}
        </p>
        {plan &&
          (plan.conflict ? (
            <ConflictView conflict={plan.conflict} mine={plan.after} onAccept={accept} />
          ) : (
            <PlanView plan={plan} />
          ))}
      </div>
      <footer className="sides-foot">
        <p>{errors > 0 && fillCount(language, words.blocked, errors)}</p>
        {asked === undefined ? (
          <>
            <button type="button" className="button" data-kind="outline" onClick={() => setCount(count + 1)}>
              {words.planAgain}
            </button>
            <button type="button" className="button" data-kind="main" disabled={!canGo} onClick={() => void push()}>
              {isUpdate(order, there) ? words.update : words.go[order.status]}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" data-kind="outline" onClick={() => setTwin('new')}>
              {words.other}
            </button>
            <button type="button" className="button" data-kind="main" onClick={() => setTwin(asked)}>
              {words.same}
            </button>
          </>
        )}
      </footer>
    </div>
  );
}

function PlanView({ plan }: { plan: PlanShown }) {
  const words = useWords().push;
  const { before, after, uploads, alreadyThere } = plan;
  const comparison = useMemo(() => (before ? compareStories(before, after) : null), [before, after]);
  const photos = uploads.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <p>{fill(words.sizes, { text: bytesText(plan.bytes), photos: bytesText(photos) })}</p>
      {uploads.length > 0 && (
        <>
          <h4>{words.uploads}</h4>
          <ul className="push-list">
            {uploads.map(({ photo, name, bytes }) => (
              <li key={photo}>
                {name} · {bytesText(bytes)}
              </li>
            ))}
          </ul>
        </>
      )}
      {alreadyThere.length > 0 && (
        <>
          <h4>{words.already}</h4>
          <ul className="push-list">
            {alreadyThere.map(({ photo, name }) => (
              <li key={photo}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {plan.newTerms.length > 0 && <p>{fill(words.newTerms, { terms: plan.newTerms.join(', ') })}</p>}
      <LossList losses={plan.losses} />
      {before && comparison && (
        <>
          <h4>{words.before}</h4>
          <ComparisonView before={before} after={after} comparison={comparison} layout="inline" />
        </>
      )}
      {!before && <DifferenceList differences={plan.does === 'create' ? [] : plan.differences} />}
    </>
  );
}
