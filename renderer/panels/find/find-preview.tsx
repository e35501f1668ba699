import type { Hit } from '../../find/use-find.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** So many places are listed; the rest is counted. */
const LISTED = 100;

interface FindPreviewProps {
  hits: readonly Hit[];
  current: number;
  onChoose: (number: number) => void;
}

/** What "Replace all" would do, place by place: what stands there, and what would. */
export function FindPreview({ hits, current, onChoose }: FindPreviewProps) {
  const words = useWords().find;
  const language = useLanguage();
  const more = hits.length - LISTED;
  return (
    <ol className="find-preview" aria-label={words.preview}>
      {hits.slice(0, LISTED).map((hit, number) => (
        <li key={`${hit.id} ${hit.start}`}>
          <button
            type="button"
            className="find-hit"
            aria-current={number === current || undefined}
            onClick={() => onChoose(number)}
          >
            {hit.label !== '' && <span className="find-where">{hit.label}</span>}
            <span className="find-text">
              {hit.before}
              <del>{hit.found}</del>
              {hit.replacement !== '' && <ins>{hit.replacement}</ins>}
              {hit.after}
            </span>
          </button>
        </li>
      ))}
      {more > 0 && (
        <li className="find-rest">{fill(words.rest, { count: new Intl.NumberFormat(language).format(more) })}</li>
      )}
    </ol>
  );
}
