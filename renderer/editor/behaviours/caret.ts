import {
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Caret } from '../../../src/story/caret.ts';
import { $blockId } from '../ids.ts';
import { $bodyBlock, $bodyBlocks } from '../sections/blocks.ts';

/** How many units a node takes: its text, one for a line break, one for the end of each part. */
function $units(node: LexicalNode): number {
  if ($isTextNode(node)) return node.getTextContentSize();
  if ($isElementNode(node)) return node.getChildren().reduce((sum, child) => sum + $units(child), 1);
  return $isLineBreakNode(node) ? 1 : 0;
}

/** The units of a block that stand before a point in it. */
function $unitsBefore(block: LexicalNode, { key, offset, type }: PointType): number {
  let units = 0;
  const $found = (node: LexicalNode): boolean => {
    if (node.getKey() === key) {
      if (type === 'text') units += offset;
      else if ($isElementNode(node)) for (const child of node.getChildren().slice(0, offset)) units += $units(child);
      return true;
    }
    if (!$isElementNode(node)) {
      units += $units(node);
      return false;
    }
    if (node.getChildren().some($found)) return true;
    units++;
    return false;
  };
  return $found(block) ? units : 0;
}

/** Where the caret stands in the body; null where it stands nowhere. */
export function $caret(): Caret | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const [first] = selection.getNodes();
  const block = first ? $bodyBlock($isRangeSelection(selection) ? selection.focus.getNode() : first) : null;
  if (block === null) return null;
  return { block: $blockId(block), at: $isRangeSelection(selection) ? $unitsBefore(block, selection.focus) : 0 };
}

/** Puts the caret so many units into an element; at its end where it has no more. */
function $selectAt(element: ElementNode, at: number): void {
  let left = at;
  for (const child of element.getChildren()) {
    const units = $units(child);
    if ($isTextNode(child) && left <= units) return void child.select(left, left);
    if ($isElementNode(child) && left < units) return $selectAt(child, left);
    left -= units;
  }
  element.selectEnd();
}

/** Puts the caret back where it was and shows the place; false where its block is gone. */
export function returnCaret(editor: LexicalEditor, caret: { block: string; at: number }): boolean {
  let key: string | null = null;
  editor.update(
    () => {
      const block = $bodyBlocks().find((one) => $blockId(one) === caret.block);
      if (!block) return;
      key = block.getKey();
      if ($isElementNode(block)) $selectAt(block, caret.at);
      else block.selectEnd();
    },
    { discrete: true },
  );
  if (key === null) return false;
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
  return true;
}
