import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $findMatchingParent } from '@lexical/utils';
import { $getSelection, $isRangeSelection } from 'lexical';

/** The address of the link with the caret; null where there is none. */
export function $linkAtCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link =
    $findMatchingParent(selection.anchor.getNode(), $isLinkNode) ??
    $findMatchingParent(selection.focus.getNode(), $isLinkNode);
  return link ? link.getURL() : null;
}

/** Links the selected text to an address that `safeLink` has passed; null takes the link away. */
export function $setLink(address: string | null): void {
  $toggleLink(address);
}
