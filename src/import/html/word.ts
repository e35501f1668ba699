import { attribute, type PageNode } from './tree.ts';
import type { StyleFacts } from './styles.ts';

/** What Word says of a paragraph that it draws as a list item. */
export interface WordItem {
  level: number;
  ordered: boolean;
  list: string;
}

const NUMBERED = /^[([]?(?:\d{1,4}|[a-z]|[ivxlcdm]{1,7})(?:\.\d{1,3})*[.):\]]/i;
const MAX_LOOKED_AT = 200;

/** The bullet or number that Word drew before the text: what stands in its `mso-list:Ignore` part. */
function drawnMarker(paragraph: PageNode, read: (element: PageNode) => StyleFacts): string {
  let inside: PageNode | null = null;
  let marker = '';
  let looked = 0;
  for (let node: PageNode | null = paragraph.first; node && looked < MAX_LOOKED_AT; looked++) {
    if (!inside && node.kind === 'element' && read(node).msoList === 'ignore') inside = node;
    if (inside && node.kind === 'text') marker += node.value;
    if (node.first) {
      node = node.first;
      continue;
    }
    while (node && node !== paragraph && !node.next) {
      if (node === inside) return marker.trim();
      node = node.parent;
    }
    if (!node || node === paragraph || node === inside) break;
    node = node.next;
  }
  return marker.trim();
}

/**
 * A Word paragraph's place in a list, from its style `mso-list:l0 level2 lfo1` ("list 0, level 2"); null for any other
 * paragraph. Numbered or not is guessed from the drawn marker: Word's paste does not say it.
 */
export function wordItem(paragraph: PageNode, read: (element: PageNode) => StyleFacts): WordItem | null {
  const place = /^(l\d+) level(\d+)(?: (lfo\d+))?/.exec(read(paragraph).msoList ?? '');
  if (!place) return null;
  const ordered = NUMBERED.test(drawnMarker(paragraph, read));
  return { level: Number(place[2]), ordered, list: `${place[1]} ${place[3] ?? ''}` };
}

/** Whether an element is a remark of Word's review, which is not text of the document. */
export function isWordComment(element: PageNode, facts: StyleFacts): boolean {
  if (facts.msoElement === 'comment-list' || facts.msoElement === 'comment') return true;
  return /\b(?:mso)?(?:commentreference|comanchor)\b/i.test(attribute(element, 'class') ?? '');
}
