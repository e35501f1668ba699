/** Words that only a screen reader says, when there is time; an unchanged sentence is not said again. */
export function Announcer({ sentence }: { sentence: string }) {
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {sentence}
    </div>
  );
}
