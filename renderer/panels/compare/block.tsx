import { Fragment } from 'react';
import type { Comparison } from '../../../src/compare/index.ts';
import { Icon } from '../../ui/icons.tsx';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { Pieces, type Side } from './pieces.tsx';

export type BlockChange = Comparison['blocks'][number];
type PartChange = BlockChange['parts'][number];

/** The pictures of a block in one of the two stories, by its id: media ids in their order. */
export type PicturesOf = (blockId: string) => readonly string[];

interface BlockProps {
  block: BlockChange;
  side: Side;
  pictures: PicturesOf;
}

/** One block and what became of it: its texts, its pictures, and in words whether it is new, gone, moved or of another kind. */
export function ComparedBlock({ block, side, pictures }: BlockProps) {
  const { look, is } = block;
  const isAbsent = (side === 'old' && is === 'added') || (side === 'new' && is === 'removed');
  if (isAbsent) return <div className="compare-absent" />;
  return (
    <>
      <Signs block={block} side={side} />
      <div className="compare-text" data-look={look} data-is={is}>
        {look === 'figure' && (
          <div className="compare-pictures">
            {pictures(block.id).map((id) => (
              <img key={id} src={`app://media/${id}/view`} alt="" loading="lazy" decoding="async" />
            ))}
          </div>
        )}
        {look === 'divider' && <hr />}
        {look === 'table' ? (
          <Rows parts={block.parts} side={side} />
        ) : (
          block.parts.map((part, index) => <Part key={index} part={part} side={side} />)
        )}
      </div>
    </>
  );
}

/** What the text itself does not show. */
function Signs({ block: { is, moved, look, lookedLike }, side }: Omit<BlockProps, 'pictures'>) {
  const words = useWords().versions;
  const signs = [
    is === 'added' && words.marks.added,
    is === 'removed' && words.marks.removed,
    moved !== null && side !== 'old' && words.marks[moved],
    lookedLike !== null && side !== 'old' && fill(words.marks.look, { look: words.looks[lookedLike] }),
  ].filter((sign) => sign !== false);
  if (signs.length === 0) return null;
  return (
    <div className="compare-signs">
      {moved !== null && side !== 'old' && <Icon name={moved === 'up' ? 'up' : 'down'} />}
      {look === 'paragraph' ? signs.join(' · ') : `${words.looks[look]}: ${signs.join(' · ')}`}
    </div>
  );
}

function Part({ part, side }: { part: PartChange; side: Side }) {
  const words = useWords().versions;
  if ((side === 'old' && part.is === 'added') || (side === 'new' && part.is === 'removed')) return null;
  const name = words.parts[part.part];
  return (
    <div className="compare-part" data-part={part.part} data-depth={part.depth || undefined}>
      {name !== undefined && (
        <span className="compare-name">
          {part.number > 0 ? `${name} ${part.number}` : name}
          {part.isMoved && side !== 'old' && ` (${words.marks.moved})`}
        </span>
      )}
      <span>
        <Pieces pieces={part.pieces} side={side} />
      </span>
    </div>
  );
}

/** A table's cells, a line a row. */
function Rows({ parts, side }: { parts: readonly PartChange[]; side: Side }) {
  const rows = new Map<number, PartChange[]>();
  for (const part of parts) rows.set(part.number, [...(rows.get(part.number) ?? []), part]);
  return [...rows].map(([number, cells]) => (
    <div key={number} className="compare-row">
      {cells.map((cell, index) => (
        <Fragment key={index}>
          {index > 0 && <span aria-hidden="true"> | </span>}
          <Pieces pieces={cell.pieces} side={side} />
        </Fragment>
      ))}
    </div>
  ));
}
