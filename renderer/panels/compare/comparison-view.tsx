import type { ReactNode } from 'react';
import type { Comparison } from '../../../src/compare/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ComparedBlock, type BlockChange, type PicturesOf } from './block.tsx';
import { Pieces, type Side } from './pieces.tsx';
import './compare.css';

interface ComparisonViewProps {
  before: Story;
  after: Story;
  comparison: Comparison;
  /** One text with both, or the two beside each other. */
  layout: 'inline' | 'sides';
}

/** So many unchanged blocks are shown round a change; more are folded away, and unfolded by choice. */
const ROUND = 1;

const isChange = ({ is, moved }: BlockChange): boolean => is !== 'same' || moved !== null;

/** How one story differs from another: fields, then every block that changed, with what stands next to it. */
export function ComparisonView({ before, after, comparison, layout }: ComparisonViewProps) {
  const words = useWords().versions;
  const pictures = { old: picturesIn(before), new: picturesIn(after) };
  const sides: readonly Side[] = layout === 'sides' ? ['old', 'new'] : ['both'];
  if (comparison.isSame) return <p className="compare-same">{words.same}</p>;

  const block = (change: BlockChange) => (
    <div key={change.id} className="compare-block" data-change={isChange(change) || undefined} tabIndex={-1}>
      {sides.map((side) => (
        <div key={side} className="compare-side" lang={after.language}>
          <ComparedBlock
            block={change}
            side={side}
            pictures={side === 'old' || change.is === 'removed' ? pictures.old : pictures.new}
          />
        </div>
      ))}
    </div>
  );
  return (
    <div className="compare" data-layout={layout}>
      {layout === 'sides' && (
        <div className="compare-heads">
          <span>{words.marks.old}</span>
          <span>{words.marks.new}</span>
        </div>
      )}
      {comparison.fields.map(({ field, pieces }) => (
        <div key={field} className="compare-block compare-field" data-change tabIndex={-1}>
          {sides.map((side) => (
            <div key={side} className="compare-side" lang={after.language}>
              <span className="compare-name">{words.fields[field]}</span>
              <span data-field={field}>
                <Pieces pieces={pieces} side={side} />
              </span>
            </div>
          ))}
        </div>
      ))}
      {folded(comparison.blocks).map((group) =>
        group.isFolded ? (
          <Fold key={group.blocks[0]?.id} count={group.blocks.length}>
            {group.blocks.map(block)}
          </Fold>
        ) : (
          group.blocks.map(block)
        ),
      )}
    </div>
  );
}

function Fold({ count, children }: { count: number; children: ReactNode }) {
  const words = useWords().versions;
  const language = useLanguage();
  return (
    <details className="compare-fold">
      <summary>{fillCount(language, words.unchanged, count)}</summary>
      {children}
    </details>
  );
}

function picturesIn(story: Story): PicturesOf {
  const byBlock = new Map(
    story.body.map((block) => [
      block.id,
      block.type === 'figure' ? block.photos.flatMap(({ media }) => (media === null ? [] : [media])) : [],
    ]),
  );
  return (id) => byBlock.get(id) ?? [];
}

/** The blocks in runs: those near a change, and those that can be folded away. */
function folded(blocks: readonly BlockChange[]): { isFolded: boolean; blocks: BlockChange[] }[] {
  const isNear = blocks.map((_, index) => blocks.slice(Math.max(0, index - ROUND), index + ROUND + 1).some(isChange));
  const groups: { isFolded: boolean; blocks: BlockChange[] }[] = [];
  blocks.forEach((block, index) => {
    const isFolded = !isNear[index];
    const last = groups.at(-1);
    if (last?.isFolded === isFolded) last.blocks.push(block);
    else groups.push({ isFolded, blocks: [block] });
  });
  return groups;
}
