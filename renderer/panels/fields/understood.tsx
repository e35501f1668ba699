import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';

/** What was understood of a line of print, a part on each line. */
export function Understood({ parts }: { parts: readonly string[] }) {
  const words = useWords().fields;
  return (
    <div className="field-read">
      <Icon name="check" />
      <span className="visually-hidden">{words.understood}</span>
      <ul className="field-read-parts" aria-label={words.understood}>
        {parts.map((part, place) => (
          <li key={`${place} ${part}`}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
