import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import type { DeskItem } from '../../../src/ipc/calls/desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { longMoment, shortWhen } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** What is new on the newsroom's shared desk: for this person first, what is for others folded away. */
export function SharedDesk() {
  const words = useWords().library.desk;
  const { sharedDesk } = useRoom();
  const { folder, isThere, items, troubles } = useStore(sharedDesk.shown);
  if (folder === null || (isThere && items.length === 0 && troubles.length === 0)) return null;
  const forMe = items.filter(({ isForMe }) => isForMe);
  const forOthers = items.filter(({ isForMe }) => !isForMe);
  const row = (item: DeskItem) => <Row key={item.file} item={item} />;
  return (
    <section className="library-desk" aria-label={words.label}>
      <h3>{words.label}</h3>
      {!isThere && <p className="library-desk-hint">{words.gone}</p>}
      {forMe.length > 0 && <ul>{forMe.map(row)}</ul>}
      {troubles.map(({ file, code }) => (
        <p key={file} className="library-desk-hint">
          {fill(code === 'package.damaged' ? words.coming : words.unreadable, { file })}{' '}
          <button type="button" className="button" onClick={() => void sharedDesk.open(file)}>
            {words.tryFile}
          </button>
        </p>
      ))}
      {forOthers.length > 0 && (
        <details>
          <summary>{fill(words.forOthers, { count: forOthers.length })}</summary>
          <ul>{forOthers.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function Row({ item }: { item: DeskItem }) {
  const { library } = useWords();
  const words = library.desk;
  const language = useLanguage();
  const { sharedDesk } = useRoom();
  const { file, headline, by, at, state, assignee, isForMe, isHere } = item;
  const title = headline || library.untitled;
  const said = [
    by === '' ? '' : fill(words.from, { by }),
    shortWhen(at, language, library.yesterday, new Date()),
    library.states[state],
    isForMe ? '' : fill(words.to, { name: assignee }),
  ];
  return (
    <li className="library-desk-row">
      <button
        type="button"
        className="library-desk-open"
        title={`${isHere ? words.merge : words.open} · ${longMoment(at, language)}`}
        onClick={() => void sharedDesk.open(file)}
      >
        <span className="library-desk-title">{title}</span>
        <span className="library-desk-by">{said.filter((one) => one !== '').join(' · ')}</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={fill(words.putAway, { headline: title })}
        title={fill(words.putAway, { headline: title })}
        onClick={() => void sharedDesk.ask({ desk: 'put-away', file })}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
