import { useWords } from '../../words/use-words.ts';

/** The page when no story is open; the button for a new one stands over the list or in the bar. */
export function Welcome() {
  const words = useWords().library;
  return (
    <main className="welcome">
      <h1>{words.welcome}</h1>
      <p>{words.welcomeHint}</p>
    </main>
  );
}
