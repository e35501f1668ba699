import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** How many stories wait to go to a site, in the status line; pressed, it shows them. */
export function OutboxButton() {
  const { pushing } = useRoom();
  const words = useWords().push;
  const language = useLanguage();
  const count = useStore(pushing.pushes, (pushes) => pushes.filter(({ state }) => state.is !== 'done').length);
  if (count === 0) return null;
  return (
    <button type="button" className="status-outbox" onClick={() => pushing.shown.set('outbox')}>
      {fillCount(language, words.outbox, count)}
    </button>
  );
}
