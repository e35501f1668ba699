import type { BlockOf, Photo, Run, TableCell } from '../../story/schema.ts';
import type { ImportedPicture } from '../imported.ts';

/** A quotation being read; `last` is the block that its words went into most lately. */
export interface QuoteBuild {
  kind: 'quote' | 'pull-quote';
  last: BlockOf<'quote'> | BlockOf<'pull-quote'> | null;
}

/** A picture met in a figure. `source` is null where the page itself says that the photo is still to come, or its file is not there. */
export interface Shot {
  photoId: string;
  alt: string;
  source: ImportedPicture['source'] | null;
  isToCome: boolean;
}

/** A figure being read. */
export interface FigureBuild {
  shots: Shot[];
  caption: Run[];
  credit: string;
  quote: QuoteBuild | null;
  /** Of a page that Copydesk wrote, where every picture is a photo of the story, with words or without. */
  isOurs: boolean;
}

/** A link card being read. */
export interface CardBuild {
  url: string;
  title: string;
  description: string;
}

/** Where text goes: which part of which block it is going to be. */
export type Owner =
  | { kind: 'paragraph' }
  | { kind: 'preformatted' }
  | { kind: 'heading'; level: 2 | 3 | 4; wasOtherLevel: boolean }
  | { kind: 'item'; level: number; ordered: boolean; list: unknown }
  | { kind: 'quote' | 'attribution'; quote: QuoteBuild }
  | { kind: 'caption' | 'credit'; figure: FigureBuild }
  | { kind: 'photo-caption'; photo: Photo }
  | { kind: 'cell'; cell: TableCell }
  | { kind: 'card'; card: CardBuild; part: 'title' | 'description' | 'where' };

export const PARAGRAPH: Owner = { kind: 'paragraph' };

/** Whether what lies inside can no longer be a block of its own: a cell, a caption, an attribution hold text alone. */
export function isClosed(owner: Owner): boolean {
  switch (owner.kind) {
    case 'paragraph':
    case 'preformatted':
    case 'heading':
    case 'item':
    case 'quote':
      return false;
    case 'attribution':
    case 'caption':
    case 'credit':
    case 'photo-caption':
    case 'cell':
    case 'card':
      return true;
  }
}
