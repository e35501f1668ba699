import { useEffect, useMemo, useState } from 'react';
import { check, countLevels, heed, targetNamed, type Place } from '../../../src/check/index.ts';
import type { PostShown } from '../../../src/ipc/calls/sites.ts';
import { useRoom } from '../../state/room.ts';
import type { KnownSite } from '../../state/pushing.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { useWords } from '../../words/use-words.ts';
import { FindingList } from '../checks/finding-list.tsx';
import type { Accepted } from './conflict-view.tsx';
import { orderFor, type PushOrder } from './order.ts';
import { OrderForm } from './order-form.tsx';
import { PlanSide } from './plan-side.tsx';
import { PlaceList } from './place-list.tsx';
import { PushSide } from './push-side.tsx';
import { SiteChoice } from './site-choice.tsx';
import { usePlaces } from './use-places.ts';
import '../../ui/sides.css';
import './push.css';

export interface PushDialogProps {
  session: Session;
  onJump: (place: Place) => void;
}

/** The way to a site: where to, how, what will happen there, and then how it goes, step by step. */
export function PushDialog({ session, onJump }: PushDialogProps) {
  const { pushing } = useRoom();
  const words = useWords().push;
  const sites = useStore(pushing.sites);
  const [chosen, setChosen] = useState<string | null>(null);
  const places = usePlaces(session.opened.id);
  const first = places.list?.[0]?.site ?? sites[0]?.id;
  const site = sites.find(({ id }) => id === (chosen ?? first));
  useEffect(() => void pushing.ask({ do: 'list' }), [pushing]);
  /** By site, what was ordered and which merge was accepted: they outlast the story's being shown anew. */
  const [orders, setOrders] = useState<Readonly<Record<string, PushOrder>>>({});
  const [accepted, setAccepted] = useState<Readonly<Record<string, Accepted>>>({});
  /** Pushes that are over and done with: those from before, and those that the person has seen. */
  const [past, setPast] = useState<readonly string[]>(() =>
    pushing.pushes.get().flatMap(({ id, state }) => (state.is === 'done' ? id : [])),
  );
  const close = (): void => pushing.shown.set(null);
  return (
    <Modal title={words.title} className="push" onClose={close}>
      {site && places.list ? (
        <Sending
          key={`${site.id} ${session.key}`}
          session={session}
          site={site}
          places={places}
          orders={orders}
          onOrder={(at, order) => setOrders({ ...orders, [at]: order })}
          accepted={accepted[site.id] ?? null}
          onAccepted={(merge) => setAccepted({ ...accepted, [site.id]: merge })}
          past={past}
          onPast={(id) => setPast([...past, id])}
          onSite={setChosen}
          onJump={(place) => {
            close();
            requestAnimationFrame(() => onJump(place));
          }}
        />
      ) : (
        <NoSites isNone={sites.length === 0} />
      )}
    </Modal>
  );
}

function NoSites({ isNone }: { isNone: boolean }) {
  const { pushing, settingsShown } = useRoom();
  const words = useWords().push;
  return (
    <div className="push-none">
      <p>{isNone && words.noSites}</p>
      {isNone && (
        <button
          type="button"
          className="button"
          data-kind="main"
          onClick={() => {
            pushing.shown.set(null);
            settingsShown.set('sites');
          }}
        >
          {words.addSite}
        </button>
      )}
    </div>
  );
}

interface SendingProps {
  session: Session;
  site: KnownSite;
  places: ReturnType<typeof usePlaces>;
  /** What a person has chosen so far, by site. */
  orders: Readonly<Record<string, PushOrder>>;
  onOrder: (site: string, order: PushOrder) => void;
  accepted: Accepted | null;
  onAccepted: (accepted: Accepted) => void;
  past: readonly string[];
  onPast: (id: string) => void;
  onSite: (id: string) => void;
  onJump: (place: Place) => void;
}

function Sending(props: SendingProps) {
  const { session, site, places, accepted, onAccepted, past, onPast, onSite, onJump, orders, onOrder } = props;
  const { preferences, pushing } = useRoom();
  const words = useWords().push;
  const sites = useStore(pushing.sites);
  const { id } = session.opened;
  const [story] = useState(() => session.current());
  const there = places.list?.find((place) => place.site === site.id) ?? null;
  const first = useMemo(() => orderFor(story, site, there), [story, site, there]);
  const order = orders[site.id] ?? first;
  const push = useStore(pushing.pushes, (all) => all.findLast((one) => one.story === id && one.site === site.id));
  const findings = useMemo(() => {
    const { checks: house, stories } = preferences.settings.get();
    const target = targetNamed(site.kind === 'ninjs-webhook' ? 'webhook' : site.kind);
    const options = { target, house, there: there?.base ?? null, missing: session.missing.get() };
    return heed(check(story, options), stories[id]?.ignored ?? []);
  }, [story, site.kind, there, id, preferences, session]);
  const errors = order.status === 'unpublished' ? 0 : countLevels(findings).error;
  const isShown = push !== undefined && !past.includes(push.id);

  /** Begins another push to where the story lives, from what is there. */
  function begin(place: PostShown, choice: Partial<PushOrder>): void {
    const at = sites.find(({ id: one }) => one === place.site);
    if (!at) return;
    const last = pushing.pushes.get().findLast((one) => one.story === id && one.site === at.id);
    if (last?.state.is === 'done') onPast(last.id);
    onOrder(at.id, { ...(orders[at.id] ?? orderFor(story, at, place)), ...choice });
    onSite(at.id);
  }

  return (
    <div className="sides">
      <div className="sides-choices">
        <SiteChoice sites={sites} chosen={site.id} onChoice={onSite} />
        <OrderForm site={site} story={story} there={there} order={order} onOrder={(next) => onOrder(site.id, next)} />
        <FindingList title={words.checks} findings={findings} onJump={onJump} />
        <PlaceList
          places={places}
          session={session}
          onUnpublish={(place) => begin(place, { status: 'unpublished' })}
          onCorrected={(place) => begin(place, { status: 'published', isSignificant: true })}
        />
      </div>
      {isShown ? (
        <PushSide
          push={push}
          site={site}
          session={session}
          onAccepted={onAccepted}
          onAnew={() => {
            onPast(push.id);
            void places.refresh();
          }}
        />
      ) : (
        <PlanSide
          session={session}
          site={site}
          order={order}
          errors={errors}
          there={there}
          accepted={accepted}
          onAccepted={onAccepted}
        />
      )}
    </div>
  );
}
