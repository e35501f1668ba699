import { countWords } from '../../base/text.ts';
import type { Found } from '../finding.ts';
import { blockPieces } from '../read/pieces.ts';
import { byBlock } from '../read/by-block.ts';
import type { Rule } from '../rule.ts';

/** More than this, in words as `countWords` counts, is a wall to a reader on a phone. */
const MOST_WORDS = 120;
/** No word and the blank after it is shorter than two characters. */
const SHORTEST = MOST_WORDS * 2;

/** A subhead below one that is not there: listeners step through a story by its levels. */
const skipped: Rule = {
  id: 'heading.skipped',
  level: 'warning',
  codes: ['heading.skipped'],
  find: ({ story }) => {
    let above = 1;
    return story.body.flatMap((block): Found[] => {
      if (block.type !== 'heading') return [];
      const [piece] = blockPieces(block);
      const isSkipped = block.level > above + 1;
      const wanted = above + 1;
      above = block.level;
      return isSkipped && piece
        ? [{ code: 'heading.skipped', place: piece.at(), about: { level: block.level - 1, wanted: wanted - 1 } }]
        : [];
    });
  },
};

const longParagraphs = byBlock((block): Found[] =>
  blockPieces(block).flatMap((piece) => {
    if (piece.kind !== 'paragraph' || piece.text.length < SHORTEST) return [];
    const count = countWords(piece.text);
    return count > MOST_WORDS
      ? [{ code: 'paragraph.long', place: piece.at(), about: { count, limit: MOST_WORDS } }]
      : [];
  }),
);

const long: Rule = {
  id: 'paragraph.long',
  level: 'warning',
  codes: ['paragraph.long'],
  find: ({ story }) => story.body.flatMap(longParagraphs),
};

export const structureRules: readonly Rule[] = [skipped, long];
