import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $getEditor,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  createEditor,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import type { Block } from '../../../src/story/schema.ts';
import { $blockOf } from '../blocks/index.ts';
import { $isImageNode } from '../blocks/figure/image-node.ts';
import { $bodyBlock } from '../sections/blocks.ts';

/** What is selected, as blocks; `isInline` where it is a piece out of one paragraph. */
export interface Selected {
  blocks: Block[];
  isInline: boolean;
}

const isInlineNode = (node: LexicalNode): boolean =>
  !($isElementNode(node) || $isDecoratorNode(node)) || node.isInline();

/** Loose text gathered into paragraphs, so that every node is a block. */
function $asBlocks(nodes: readonly LexicalNode[]): LexicalNode[] {
  const blocks: LexicalNode[] = [];
  let loose: ParagraphNode | null = null;
  for (const node of nodes) {
    if (!isInlineNode(node)) {
      blocks.push(node);
      loose = null;
      continue;
    }
    if (loose === null) blocks.push((loose = $createParagraphNode()));
    loose.append(node);
  }
  return blocks;
}

/** A second editor in which copies are made, so that copying leaves no trace in the story's history. */
let scratch: LexicalEditor | undefined;

function scratchFor(editor: LexicalEditor): LexicalEditor {
  scratch ??= createEditor({ nodes: [...editor._nodes.values()].map(({ klass }) => klass) });
  return scratch;
}

/** The selection as story blocks; null where nothing is selected. Runs in an update or read of the editor. */
export function $selected(): Selected | null {
  const selection = $getSelection();
  if (selection === null) return null;
  if ($isNodeSelection(selection)) {
    const blocks = selection.getNodes().flatMap((node) => {
      const block = $bodyBlock(node);
      const whole = block && $blockOf(block);
      if (whole?.type === 'figure' && $isImageNode(node)) {
        const place = node.getParentOrThrow().getIndexWithinParent();
        return [{ ...whole, photos: whole.photos.slice(place, place + 1) }];
      }
      return whole ?? [];
    });
    return { blocks, isInline: false };
  }
  if (selection.isCollapsed()) return null;
  const { nodes } = $generateJSONFromSelectedNodes($getEditor(), selection);
  let selected: Selected | null = null;
  scratchFor($getEditor()).update(
    () => {
      const copies = $generateNodesFromSerializedNodes(nodes);
      selected = {
        isInline: copies.every(isInlineNode),
        blocks: $asBlocks(copies).flatMap((node) => $blockOf(node) ?? []),
      };
    },
    { discrete: true },
  );
  return selected;
}
