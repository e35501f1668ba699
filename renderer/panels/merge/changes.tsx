import { useWords } from '../../words/use-words.ts';
import type { MergeAnswer } from '../../merge/messages.ts';
import { Pieces } from './pieces.tsx';

type Changes = MergeAnswer['changes'];
type BlockChange = Changes['blocks'][number];

/** What the merge changes in the story as it is here: the fields, then the blocks that are not as they were. */
export function ChangeList({ changes }: { changes: Changes }) {
  const words = useWords().merge;
  const blocks = changes.blocks.filter(({ is, moved }) => is !== 'same' || moved !== null);
  if (changes.isSame) return <p className="merge-quiet">{words.noChange}</p>;
  return (
    <ul className="merge-changes">
      {changes.fields.map(({ field, pieces }) => (
        <li key={field}>
          <span className="merge-label">{words.parts[field] ?? field}</span>
          <p>
            <Pieces pieces={pieces} />
          </p>
        </li>
      ))}
      {blocks.map((block, index) => (
        <ChangedBlock key={`${block.id} ${index}`} block={block} />
      ))}
    </ul>
  );
}

function ChangedBlock({ block }: { block: BlockChange }) {
  const words = useWords().merge;
  const parts = block.parts.filter(({ is, isMoved }) => is !== 'same' || isMoved || block.moved !== null);
  const notes = [
    words.looks[block.look] ?? block.look,
    block.is === 'added' ? words.added : block.is === 'removed' ? words.removed : '',
    block.moved === 'up' ? words.movedUp : block.moved === 'down' ? words.movedDown : '',
    block.lookedLike ? `${words.was} ${words.looks[block.lookedLike] ?? block.lookedLike}` : '',
  ].filter(Boolean);
  return (
    <li>
      <span className="merge-label">{notes.join(' · ')}</span>
      {(parts.length > 0 ? parts : block.parts).map((part, index) => (
        <p key={index} data-part={part.part}>
          <Pieces pieces={part.pieces} />
        </p>
      ))}
    </li>
  );
}
