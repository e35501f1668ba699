import { plainText } from '../../story/runs.ts';
import type { Block, ListItem, Run, Story } from '../../story/schema.ts';
import type { CheckedField, Place } from '../finding.ts';
import { byBlock } from './by-block.ts';

/** What part of the story a text is. */
export type PieceKind =
  | 'field'
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'pull-quote'
  | 'attribution'
  | 'caption'
  | 'title'
  | 'cell'
  | 'card';

/** One text of the story with its place. */
export interface Piece {
  kind: PieceKind;
  text: string;
  /** As rich text; one plain run where it is none. */
  runs: readonly Run[];
  /** The place of a part of the text, or of all of it. */
  at: (from?: number, to?: number) => Place;
  /** The block it belongs to; null for fields. */
  block: Block | null;
}

/** The kinds of a block's texts, in the order of `blockTexts` (src/story/walk.ts). */
function kindsOf(block: Block): { kind: PieceKind; runs: readonly Run[] }[] {
  const items = (list: readonly ListItem[]): { kind: PieceKind; runs: readonly Run[] }[] =>
    list.flatMap((item) => [{ kind: 'item' as const, runs: item.text }, ...(item.sub ? items(item.sub.items) : [])]);
  switch (block.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: block.text }];
    case 'heading':
      return [{ kind: 'heading', runs: block.text }];
    case 'list':
      return items(block.items);
    case 'quote':
    case 'pull-quote':
      return [
        { kind: block.type, runs: block.text },
        { kind: 'attribution', runs: block.attribution },
      ];
    case 'figure':
      return block.photos.map(({ caption }) => ({ kind: 'caption', runs: caption }));
    case 'fact-box':
      return [{ kind: 'title', runs: block.title }, ...block.blocks.flatMap(kindsOf)];
    case 'table':
      return block.rows.flatMap((row) => row.cells.map(({ text }) => ({ kind: 'cell' as const, runs: text })));
    case 'divider':
      return [];
    case 'embed':
      return [{ kind: 'card', runs: [{ text: block.title || block.url }] }];
    case 'unknown':
      return block.fallback ? [{ kind: 'paragraph', runs: [{ text: block.fallback }] }] : [];
  }
}

/** A block's texts with their places; made once for a block that does not change. */
export const blockPieces = byBlock((block): Piece[] =>
  kindsOf(block).map(({ kind, runs }, number) => {
    const text = plainText(runs);
    return {
      kind,
      text,
      runs,
      block,
      at: (from = 0, to = text.length) => ({ in: 'text', block: block.id, text: number, from, to }),
    };
  }),
);

const fieldPiece = (field: CheckedField, text: string): Piece => ({
  kind: 'field',
  text,
  runs: text === '' ? [] : [{ text }],
  block: null,
  at: (from = 0, to = text.length) => ({ in: 'field', field, from, to }),
});

/** The printed fields above the body and the source line, those that are filled in. */
export function fieldPieces(story: Story): Piece[] {
  return [
    fieldPiece('kicker', story.kicker),
    fieldPiece('headline', story.headline),
    fieldPiece('standfirst', story.standfirst),
    fieldPiece('byline', story.byline.text),
    fieldPiece('dateline', story.dateline.text),
    fieldPiece('sourceCredit', story.sourceCredit),
  ].filter(({ text }) => text !== '');
}

/** All texts of the body, in reading order. */
export const bodyPieces = (story: Story): Piece[] => story.body.flatMap(blockPieces);
