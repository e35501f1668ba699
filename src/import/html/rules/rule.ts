import type { Gatherer } from '../gather.ts';
import type { Inside } from '../inside.ts';
import type { StyleFacts } from '../styles.ts';
import type { PageNode } from '../tree.ts';

/** What a rule is told. It changes `inside` as the element asks, and answers what to do when the element ends. */
export interface Met {
  element: PageNode;
  classes: readonly string[];
  facts: StyleFacts;
  /** A copy made for this element. */
  inside: Inside;
  gather: Gatherer;
  /** Whether this table holds data and does not only arrange the page. */
  isDataTable: (table: PageNode) => boolean;
  read: (element: PageNode) => StyleFacts;
}

export type Rule = (met: Met) => (() => void) | undefined;
