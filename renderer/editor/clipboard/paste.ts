import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import type { Block } from '../../../src/story/schema.ts';
import { blockTexts } from '../../../src/story/walk.ts';
import { $nodeOf } from '../blocks/index.ts';
import { $insertBlock } from '../commands/insert.ts';
import { $partAround } from '../parts/part-node.ts';
import { $appendRuns } from '../runs.ts';

/** A block's text as nodes to be put into another's, a line for each of its texts. */
function $inlineNodes(block: Block): LexicalNode[] {
  const runs = blockTexts(block).flatMap((text, index) => (index === 0 ? text : [{ text: '\n' }, ...text]));
  return $appendRuns($createParagraphNode(), runs).getChildren();
}

/** Captions, quotes' words and table cells hold text only: blocks pasted there are reduced to it. */
function $isTextOnlyPlace(node: LexicalNode): boolean {
  return $partAround(node) !== null || $findMatchingParent(node, $isTableCellNode) !== null;
}

/**
 * Sees to it that there is a selection to paste at: the present one, else the one from when the paste was asked for, else
 * the story's end. What takes a while to be read is never lost because the caret went elsewhere.
 */
export function $restoreSelection(place: BaseSelection | null): void {
  if ($getSelection() !== null) return;
  const isThere = place !== null && place.getNodes().every((node) => node.isAttached());
  if (isThere) $setSelection(place.clone());
  else $getRoot().selectEnd();
}

/**
 * Puts blocks in the place of the selection. A piece of one paragraph flows into the text, and so does everything where
 * only text can stand; otherwise the first and last paragraphs join the text around them and the rest stand between.
 */
export function $pasteBlocks(blocks: readonly Block[], isInline: boolean): void {
  const selection = $getSelection();
  if (blocks.length === 0 || selection === null) return;
  if (!$isRangeSelection(selection)) {
    for (const block of blocks) $insertBlock($nodeOf(block));
    return;
  }
  if (!isInline && !$isTextOnlyPlace(selection.anchor.getNode())) {
    selection.insertNodes(blocks.map($nodeOf));
    return;
  }
  blocks.forEach((block, index) => {
    if (index > 0) selection.insertLineBreak();
    const nodes = $inlineNodes(block);
    if (nodes.length > 0) selection.insertNodes(nodes);
  });
}
