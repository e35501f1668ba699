import { useState } from 'react';
import { cmsAdapter } from '../../../src/cms/index.ts';
import type { PostShown } from '../../../src/ipc/calls/sites.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { shortWhen } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import { SiteDot } from '../sites/site-dot.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { StepList } from './step-list.tsx';
import type { usePlaces } from './use-places.ts';
import './places.css';

interface PlaceListProps {
  places: ReturnType<typeof usePlaces>;
  session: Session;
  onUnpublish: (place: PostShown) => void;
  /** A notice of correction is in the story: it waits to be sent. */
  onCorrected: (place: PostShown) => void;
}

/** Where the story lives: each site with its link, how it stands there, and when that was last looked at. */
export function PlaceList({ places, session, onUnpublish, onCorrected }: PlaceListProps) {
  const all = useWords();
  const words = all.push.places;
  const list = places.list ?? [];
  return (
    <section className="push-places" aria-label={words.title}>
      <h3>{words.title}</h3>
      {list.length === 0 && <p>{words.none}</p>}
      <ul>
        {list.map((place) => (
          <li key={place.site}>
            <PlaceRow
              place={place}
              session={session}
              onLook={() => void places.look(place.site)}
              onUnpublish={() => onUnpublish(place)}
              onCorrected={() => onCorrected(place)}
            />
          </li>
        ))}
      </ul>
      {places.failure && <p role="alert">{noticeSentence(places.failure, all)}</p>}
    </section>
  );
}

interface PlaceRowProps {
  place: PostShown;
  session: Session;
  onLook: () => void;
  onUnpublish: () => void;
  onCorrected: () => void;
}

function PlaceRow({ place, session, onLook, onUnpublish, onCorrected }: PlaceRowProps) {
  const { host, pushing } = useRoom();
  const all = useWords();
  const words = all.push;
  const language = useLanguage();
  const site = useStore(pushing.sites, (sites) => sites.find(({ id }) => id === place.site));
  // An endpoint that only takes stories in cannot be asked.
  const canLook = site !== undefined && cmsAdapter(site.kind).capabilities.canList;
  const [isCorrecting, setCorrecting] = useState(false);
  const when = (instant: string): string => shortWhen(instant, language, all.library.yesterday, new Date());
  const open = (address: string): void => void host.call('app.link', { address });
  const trouble =
    place.trouble === null
      ? words.places.unchanged
      : place.trouble === 'push.changed'
        ? words.places.changed
        : noticeSentence({ code: place.trouble }, all);
  return (
    <>
      <p className="push-place">
        {site && <SiteDot colour={site.colour} />}
        <strong>{site?.name ?? place.site}</strong>
        <span>{words.statuses[place.status] ?? place.status}</span>
      </p>
      <p>
        {`${fill(words.places.pushed, { when: when(place.pushedAt) })}, ${fill(words.places.checked, { when: when(place.checkedAt) })}. ${trouble}`}
      </p>
      <p className="push-links">
        {place.link !== '' && (
          <button type="button" className="button" onClick={() => open(place.link)}>
            {words.openThere}
          </button>
        )}
        {place.editLink !== '' && (
          <button type="button" className="button" onClick={() => open(place.editLink)}>
            {words.editThere}
          </button>
        )}
        {canLook && (
          <button type="button" className="button" onClick={onLook}>
            {words.places.look}
          </button>
        )}
        {place.status === 'published' && (
          <>
            <button
              type="button"
              className="button"
              aria-expanded={isCorrecting}
              onClick={() => setCorrecting(!isCorrecting)}
            >
              {words.places.correct}
            </button>
            <button type="button" className="button" onClick={onUnpublish}>
              {words.places.unpublish}
            </button>
          </>
        )}
      </p>
      {isCorrecting && <CorrectionForm base={place.base} session={session} onDone={onCorrected} />}
      <details className="push-last">
        <summary>{words.steps}</summary>
        <StepList job={null} story={place.story} site={place.site} steps={place.steps} />
      </details>
    </>
  );
}
