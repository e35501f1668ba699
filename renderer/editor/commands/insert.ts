import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
} from 'lexical';
import { newBlockId } from '../../../src/base/ids.ts';
import { createParagraph } from '../../../src/story/create.ts';
import type { Block } from '../../../src/story/schema.ts';
import { $isFigureNode } from '../blocks/figure/figure-node.ts';
import { $nodeOf } from '../blocks/index.ts';
import { $bodyBlock, $bodyBlocks, $neighbourBlock } from '../sections/blocks.ts';

/** Puts the caret where one would go on writing in a new block: its first text; the block itself where it has none. */
function $enter(node: LexicalNode): void {
  if ($isFigureNode(node)) {
    const photo = node.getFirstChild();
    const caption = $isElementNode(photo) ? photo.getLastChild() : null;
    if ($isElementNode(caption)) caption.selectStart();
    return;
  }
  if ($isElementNode(node)) {
    node.selectStart();
    return;
  }
  const next = $neighbourBlock(node, false);
  if ($isElementNode(next)) next.selectStart();
}

/**
 * Puts a block into the body behind `after` (else behind the block with the caret, else at the end), in the place of an
 * empty paragraph there. A paragraph follows where the story would end with a block that takes no typing behind it.
 */
export function $insertBlock(node: LexicalNode, after: LexicalNode | null = null): void {
  const [selected] = $getSelection()?.getNodes() ?? [];
  const beside = after ?? (selected ? $bodyBlock(selected) : null) ?? $bodyBlocks().at(-1) ?? null;
  if (beside === null) $getRoot().append(node);
  else if ($isParagraphNode(beside) && beside.isEmpty()) beside.replace(node);
  else beside.insertAfter(node);
  const isText = $isElementNode(node) && !node.isShadowRoot();
  if (!isText && $neighbourBlock(node, false) === null) node.insertAfter($createParagraphNode());
  $enter(node);
}

/** The kinds of block that are inserted empty, to be filled in. */
export type InsertableKind = 'quote' | 'pull-quote' | 'fact-box' | 'table' | 'divider' | 'embed';

const cell = (header: boolean): { text: []; header?: true } => (header ? { text: [], header: true } : { text: [] });

/** An empty block of the kind; a table has three columns, a heading row and two rows. */
function emptyBlock(type: InsertableKind): Block {
  const id = newBlockId();
  switch (type) {
    case 'quote':
    case 'pull-quote':
      return { type, id, text: [], attribution: [] };
    case 'fact-box':
      return { type, id, title: [], blocks: [createParagraph()] };
    case 'table':
      return {
        type,
        id,
        rows: [true, false, false].map((header) => ({ cells: [cell(header), cell(header), cell(header)] })),
      };
    case 'divider':
      return { type, id };
    case 'embed':
      return { type, id, url: '', title: '', description: '' };
  }
}

export function $insertEmpty(type: InsertableKind): void {
  $insertBlock($nodeOf(emptyBlock(type)));
}
