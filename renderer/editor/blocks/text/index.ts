import {
  $createHeadingNode,
  $isHeadingNode,
  HeadingNode,
  RichTextExtension,
  type HeadingTagType,
} from '@lexical/rich-text';
import { $createParagraphNode, $isParagraphNode, ParagraphNode } from 'lexical';
import type { BlockOf } from '../../../../src/story/schema.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import type { BlockKind } from '../kind.ts';

type Level = BlockOf<'heading'>['level'];

export const paragraph: BlockKind<'paragraph'> = {
  extension: RichTextExtension,
  node: ParagraphNode,
  $toNode: (block) => $appendRuns($createParagraphNode(), block.text),
  $toBlock: (node, id) => ($isParagraphNode(node) ? { type: 'paragraph', id, text: $readRuns(node) } : null),
};

/** The body's subheads are h2 to h4: the headline is the page's h1. */
function levelOf(tag: HeadingTagType): Level {
  const level = Number(tag.slice(1));
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

export const heading: BlockKind<'heading'> = {
  extension: RichTextExtension,
  node: HeadingNode,
  $toNode: (block) => $appendRuns($createHeadingNode(`h${block.level}`), block.text),
  $toBlock: (node, id) =>
    $isHeadingNode(node) ? { type: 'heading', id, level: levelOf(node.getTag()), text: $readRuns(node) } : null,
};
