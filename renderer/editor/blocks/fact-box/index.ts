import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type LexicalNode,
} from 'lexical';
import { EnclosedNode } from '../../parts/enclosed-node.ts';
import { createParagraph } from '../../../../src/story/create.ts';
import type { FactBoxPart } from '../../../../src/story/schema.ts';
import { $keepId } from '../../ids.ts';
import { $createPartNode, $isPartNode, PartNode } from '../../parts/part-node.ts';
import { registerPartStart } from '../../parts/part-keys.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import type { BlockKind } from '../kind.ts';

/** A fact box: a title, then paragraphs and lists. */
class FactBoxNode extends EnclosedNode {
  override $config() {
    return this.config('fact-box', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    // No aside: each would be a landmark of its own to a screen reader.
    const element = document.createElement('div');
    element.className = 'block-fact-box';
    return element;
  }
}

function $isFactBoxNode(node: LexicalNode | null | undefined): node is FactBoxNode {
  return node instanceof FactBoxNode;
}

const isFactBoxPart = (block: { type: string }): block is FactBoxPart =>
  block.type === 'paragraph' || block.type === 'list';

/** Back to plain blocks: the title, where there is one, becomes a paragraph before them. */
function $unwrap(box: FactBoxNode): void {
  const blocks = box.getChildren().flatMap((child): LexicalNode[] => {
    if (!$isPartNode(child)) return [child];
    return child.isEmpty() ? [] : [$createParagraphNode().append(...child.getChildren())];
  });
  const [first] = blocks;
  if (first) $keepId(box, first);
  for (const block of blocks) box.insertBefore(block);
  if ($isElementNode(first)) first.selectStart();
  box.remove();
}

/** A box has one title, at its top, and at least one block under it; kinds that a box cannot hold move behind it. */
function $repair(box: FactBoxNode): void {
  const children = box.getChildren();
  for (const child of [...children].reverse()) {
    const canStay = $isPartNode(child) || child.getType() === 'paragraph' || child.getType() === 'list';
    if (!canStay) box.insertAfter(child);
  }
  const [first, ...rest] = box.getChildren();
  if (!$isPartNode(first)) box.splice(0, 0, [$createPartNode('title')]);
  for (const other of rest.filter($isPartNode)) other.replace($createParagraphNode().append(...other.getChildren()));
  if (box.getChildrenSize() < 2) box.append($createParagraphNode());
}

/** Enter on an empty last paragraph leaves the box. */
function $leaveAtEnd(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const paragraph = selection.anchor.getNode();
  const box = paragraph.getParent();
  if (!$isParagraphNode(paragraph) || !$isFactBoxNode(box) || !paragraph.isEmpty()) return false;
  if (paragraph.getNextSibling() !== null || box.getChildrenSize() <= 2) return false;
  const next = box.getNextSibling();
  const landing = $isParagraphNode(next) && next.isEmpty() ? next : paragraph;
  if (landing === paragraph) box.insertAfter(paragraph);
  else paragraph.remove();
  landing.select();
  return true;
}

const FactBoxExtension = defineExtension({
  name: 'copydesk/fact-box',
  nodes: [FactBoxNode, PartNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(FactBoxNode, $repair),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveAtEnd, COMMAND_PRIORITY_HIGH),
      registerPartStart(editor, 'title', (part) => {
        const box = part.getParent();
        if (!$isFactBoxNode(box)) return false;
        $unwrap(box);
        return true;
      }),
    ),
});

export const factBox: BlockKind<'fact-box'> = {
  extension: FactBoxExtension,
  node: FactBoxNode,
  $toNode: (block, { $toNode }) =>
    $applyNodeReplacement(new FactBoxNode()).append(
      $appendRuns($createPartNode('title'), block.title),
      ...block.blocks.map($toNode),
    ),
  $toBlock: (node, id, { $toBlock }) => {
    if (!$isFactBoxNode(node)) return null;
    const [title, ...rest] = node.getChildren();
    const blocks = rest.flatMap((child) => $toBlock(child) ?? []).filter(isFactBoxPart);
    const [first = createParagraph(), ...others] = blocks;
    return { type: 'fact-box', id, title: $isPartNode(title) ? $readRuns(title) : [], blocks: [first, ...others] };
  },
};
