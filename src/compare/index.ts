import { isWord, splitWords } from '../base/words.ts';
import type { Story } from '../story/schema.ts';
import { compareBlocks } from './blocks.ts';
import { storyAs } from '../review/index.ts';
import { compareFields } from './fields.ts';
import type { Comparison, Piece } from './result.ts';

export type { Comparison, Piece } from './result.ts';

/**
 * How `later` differs from `earlier`: field by field, block by block, word by word (a Vietnamese syllable is a word), with
 * moved blocks as moves. Any two stories can be compared: two versions, a colleague's copy, two different stories. Blocks
 * are matched by id, else by what they say. Suggestions count as made, comments as nothing.
 * Never fails; the time stays bounded for texts that have little in common.
 */
export function compareStories(earlier: Story, later: Story): Comparison {
  const [before, after] = [storyAs(earlier, 'final'), storyAs(later, 'final')];
  const fields = compareFields(before, after);
  const blocks = compareBlocks(before, after);
  const pieces = [...fields, ...blocks.flatMap(({ parts }) => parts)].flatMap((change) => change.pieces);
  const wordsOf = (is: Piece['is']): number =>
    pieces.reduce((sum, piece) => sum + (piece.is === is ? splitWords(piece.text).filter(isWord).length : 0), 0);
  return {
    isSame: fields.length === 0 && blocks.every(({ is, moved }) => is === 'same' && moved === null),
    words: { added: wordsOf('added'), removed: wordsOf('removed') },
    fields,
    blocks,
  };
}
