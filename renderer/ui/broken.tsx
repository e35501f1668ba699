import { fill } from '../words/fill.ts';
import { useWords } from '../words/use-words.ts';

/** Shown in place of the window when drawing it went wrong. What was typed has gone to the disk already. */
export function Broken({ error }: { error: Error }) {
  const words = useWords().broken;
  return (
    <main className="welcome" role="alert">
      <h1>{words.title}</h1>
      <p>{fill(words.text, { detail: error.message })}</p>
      <button
        type="button"
        className="button"
        data-kind="main"
        onClick={() => {
          window.location.reload();
        }}
      >
        {words.again}
      </button>
    </main>
  );
}
