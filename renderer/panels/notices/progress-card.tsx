import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

/** Fewer photos than this are there before anyone could read about them. */
const WORTH_SHOWING = 3;

/** How far a long work on photos is, and the button that stops it. */
export function ProgressCard() {
  const { progress } = useRoom();
  const shown = useStore(progress.shown);
  const words = useWords().notices;
  if (!shown || shown.total < WORTH_SHOWING) return null;
  const { what, done, total } = shown;
  const sentence = fill(words.progress[what], { done, total });
  return (
    <div className="notice" data-tone="progress">
      <p>
        {sentence}
        <progress value={done} max={total} aria-label={sentence} />
      </p>
      <button type="button" className="button" onClick={shown.stop}>
        {words.stop}
      </button>
    </div>
  );
}
