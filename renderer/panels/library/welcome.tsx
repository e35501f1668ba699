import { useWords } from '../../words/use-words.ts';

/** The page when no story is open. */
export function Welcome({ onNewStory }: { onNewStory: () => void }) {
  const words = useWords().library;
  return (
    <main className="welcome">
      <h1>{words.welcome}</h1>
      <p>{words.welcomeHint}</p>
      <button type="button" className="button" data-kind="main" onClick={onNewStory}>
        {words.newStory}
      </button>
    </main>
  );
}
