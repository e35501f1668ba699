import type { Block, BlockOf, TableCell } from '../../story/schema.ts';
import type { Look } from './line.ts';
import { PARAGRAPH, type FigureBuild, type Owner, type QuoteBuild } from './owners.ts';

/** A table being read, row by row. */
export interface TableBuild {
  /** The table's own caption, which the story shows above it. */
  before: Block[];
  rows: BlockOf<'table'>['rows'];
  /** The cells of the row that is open. */
  row: TableCell[] | null;
}

/** What holds for everything inside an element, handed down from element to element. */
export interface Inside {
  look: Look;
  /** BCP 47, as the innermost `lang` says; '' where nothing does. */
  language: string;
  owner: Owner;
  /** The list that items belong to, and how deep it lies. */
  list: { level: number; ordered: boolean; list: unknown } | null;
  /** White space: folded, with line ends kept, or kept whole. */
  space: 'folded' | 'lines' | 'kept';
  figure: FigureBuild | null;
  quote: QuoteBuild | null;
  table: TableBuild | null;
  isTableHead: boolean;
  /** Inside a fact box or a gallery, which hold no second one. */
  isBoxed: boolean;
}

export const OUTERMOST: Inside = {
  look: { marks: 0, href: undefined },
  language: '',
  owner: PARAGRAPH,
  list: null,
  space: 'folded',
  figure: null,
  quote: null,
  table: null,
  isTableHead: false,
  isBoxed: false,
};
