import { shortened } from '../../../src/base/text.ts';
import { blockText } from '../../../src/story/walk.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import type { MergeAnswer } from '../../merge/messages.ts';
import './flags.css';

type Flag = MergeAnswer['flags'][number];

/** So many characters tell which paragraph is meant. */
const EXCERPT = 60;

function excerpt({ story }: MergeAnswer, id: string | null): string {
  const inner = story.body.find((block) => block.id === id || JSON.stringify(block).includes(`"id":"${id}"`));
  const text = inner ? blockText(inner).replace(/\s+/g, ' ') : '';
  return shortened(text, EXCERPT);
}

/** What two people must look at, before all else: both wordings, and which stand now. */
export function FlagList({ answer }: { answer: MergeAnswer }) {
  const words = useWords().merge;
  if (answer.flags.length === 0) return <p className="merge-quiet">{words.noFlags}</p>;
  return (
    <ol className="merge-flags" aria-label={fill(words.flags, { count: answer.flags.length })}>
      {answer.flags.map((flag, index) => (
        <li key={index} className="merge-flag">
          <FlagCard flag={flag} where={excerpt(answer, flag.block)} />
        </li>
      ))}
    </ol>
  );
}

function FlagCard({ flag, where }: { flag: Flag; where: string }) {
  const words = useWords().merge;
  const part = words.parts[flag.part] ?? flag.part;
  return (
    <>
      <p className="merge-where">
        <strong>{words.kinds[flag.kind]}</strong>
        <span>{where === '' ? part : `${part}: ${where}`}</span>
      </p>
      <dl className="merge-sides">
        <div>
          <dt>{words.mine}</dt>
          <dd>{flag.mine || <em>{words.takenOut}</em>}</dd>
        </div>
        <div>
          <dt>{words.theirs}</dt>
          <dd>{flag.theirs || <em>{words.takenOut}</em>}</dd>
        </div>
      </dl>
      <p className="merge-kept">{words.kept[flag.kept]}</p>
    </>
  );
}
