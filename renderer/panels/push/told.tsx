import { shortened } from '../../../src/base/text.ts';
import type { PlanShown } from '../../../src/ipc/calls/sites.ts';
import type { Words } from '../../words/en/index.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

/** A size as a person reads it: 820 B, 14 KB, 2.4 MB. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** So many characters of a wording tell which one is meant. */
const EXCERPT = 160;
const excerpt = (text: string): string => shortened(text, EXCERPT);

/** A part of the story or of the post, as the window calls it. */
export const nameOf = ({ push, merge }: Words, part: string): string =>
  push.parts[part] ?? merge.parts[part] ?? merge.looks[part] ?? part;

/** What differs, a sentence each. */
export function DifferenceList({ differences }: { differences: PlanShown['differences'] }) {
  const words = useWords();
  const said = words.push;
  if (differences.length === 0) return null;
  return (
    <ul className="push-list">
      {differences.map(({ part, kind, block, place, before, after }, index) => {
        const name = fill(nameOf(words, part), { place: place ?? '' });
        const look = block === undefined ? '' : ` (${words.merge.looks[block] ?? block})`;
        const about = { what: name + look, before: excerpt(before), after: excerpt(after) };
        return <li key={index}>{fill(said.difference[kind], about)}</li>;
      })}
    </ul>
  );
}

/** What the site cannot hold, and where it goes instead. */
export function LossList({ losses }: { losses: PlanShown['losses'] }) {
  const words = useWords();
  const said = words.push;
  if (losses.length === 0) return null;
  return (
    <>
      <h4>{said.losses}</h4>
      <ul className="push-list">
        {losses.map(({ what, instead, value }, index) => (
          <li key={index}>
            {fill(said.loss[instead] ?? '{what}: “{value}”', { what: nameOf(words, what), value: excerpt(value) })}
          </li>
        ))}
      </ul>
    </>
  );
}
