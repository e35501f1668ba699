import type { Block, Mark, StoryFields } from '../story/schema.ts';

/** How a stretch of text is drawn. */
export interface Style {
  marks?: Mark[];
  href?: string;
}

/**
 * A stretch of text and what became of it. `restyled` is the same words with other marks or another link; `was` is how
 * they looked. In reading order, what was removed before what came in its place.
 */
export interface Piece extends Style {
  is: 'same' | 'added' | 'removed' | 'restyled';
  text: string;
  was?: Style;
}

/** Fields whose changes can be shown; what was said in review has ways of its own. */
export type ShownField = Exclude<keyof StoryFields, 'people' | 'threads' | 'record' | 'underReview'>;

/** A field of the story that changed. Fields without text of their own (urgency, times) are shown by their values. */
export interface FieldChange {
  field: ShownField;
  pieces: Piece[];
}

/** Which text of a block a part is. `media` is a picture by its file name, or by its id where it has none;
 * `details` whatever else is said of a photo, each by its name. */
export type PartName =
  | 'text'
  | 'item'
  | 'attribution'
  | 'media'
  | 'caption'
  | 'alt'
  | 'credit'
  | 'source'
  | 'rights'
  | 'details'
  | 'title'
  | 'description'
  | 'url'
  | 'cell'
  | 'fallback';

/** One text of a block. A part without text before and after is left out. */
export interface PartChange {
  part: PartName;
  /** The photo of a gallery, or the row of a table, counted from 1; 0 where there is but one. */
  number: number;
  /** How deep a list item is nested, from 0; 0 for all other parts. */
  depth: number;
  is: 'same' | 'changed' | 'added' | 'removed';
  /** A photo, list item or row that stands elsewhere among its like than it did. */
  isMoved: boolean;
  pieces: Piece[];
}

/** What a block is: `heading-2` to `heading-4`, `bulleted-list`, `numbered-list`, or its type. */
export type BlockLook =
  Exclude<Block['type'], 'heading' | 'list'> | `heading-${2 | 3 | 4}` | 'bulleted-list' | 'numbered-list';

/** One block, as it is after the change, or as it was where it is gone. */
export interface BlockChange {
  id: string;
  look: BlockLook;
  /** What it was before, where that is something else (a paragraph that became a subhead). */
  lookedLike: BlockLook | null;
  is: 'same' | 'changed' | 'added' | 'removed';
  /** Where it went among its neighbours, `up` towards the headline. It may have changed, too. */
  moved: 'up' | 'down' | null;
  parts: PartChange[];
}

/** Everything in which one story differs from another, ready to be drawn from top to bottom. */
export interface Comparison {
  isSame: boolean;
  /** Words (a Vietnamese syllable is one) of fields and body that came in, and that went. A moved block counts as neither. */
  words: { added: number; removed: number };
  /** Only the fields that changed, in the order of the page. */
  fields: FieldChange[];
  /** Every block of the later story in its order, with those that are gone where they stood. */
  blocks: BlockChange[];
}
