import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { SiteDot } from '../sites/site-dot.tsx';
import { PushActs } from './push-acts.tsx';
import { Standing } from './standing.tsx';
import './outbox.css';

/** Every push that is on its way, waits, or stands still for a person, of all stories. */
export function OutboxDialog() {
  const { pushing } = useRoom();
  const words = useWords().push;
  const pushes = useStore(pushing.pushes);
  const left = pushes.filter(({ state }) => state.is !== 'done');
  return (
    <Modal title={words.outboxTitle} className="outbox" onClose={() => pushing.shown.set(null)}>
      {left.length === 0 && <p className="outbox-none">{words.outboxNone}</p>}
      {left.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus
        <ul className="outbox-list" aria-label={words.outboxTitle} tabIndex={0}>
          {left.map((push) => (
            <Waiting key={push.id} push={push} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Waiting({ push }: { push: PushShown }) {
  const { pushing, desk } = useRoom();
  const all = useWords();
  const words = all.push;
  const site = useStore(pushing.sites, (sites) => sites.find(({ id }) => id === push.site));
  const headline = push.headline || all.bar.untitled;
  const name = site?.name ?? push.site;
  return (
    <li aria-label={fill(words.outboxOf, { headline, site: name })}>
      <p className="outbox-head">
        <strong>{headline}</strong>
        <small>
          {site && <SiteDot colour={site.colour} />} {[name, words.statuses[push.status]].filter(Boolean).join(' · ')}
        </small>
      </p>
      <Standing push={push} site={name} />
      <div className="outbox-acts">
        <button
          type="button"
          className="button"
          onClick={() => void desk.open(push.story).then(() => pushing.shown.set('push'))}
        >
          {words.outboxShow}
        </button>
        <PushActs push={push} />
      </div>
    </li>
  );
}
