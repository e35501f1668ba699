import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { $nodeOf } from '../blocks/index.ts';
import { $isQuoteBlockNode } from '../blocks/quote/quote-node.ts';
import { $chooseLanguage, $selectedLanguage } from '../behaviours/languages.ts';
import { $blockId, $keepId } from '../ids.ts';
import { $language, $setLanguage } from '../language.ts';
import { $partAround } from '../parts/part-node.ts';
import { $readRuns } from '../runs.ts';
import { $bodyBlock } from '../sections/blocks.ts';
import { newBlockId } from '../../../src/base/ids.ts';
import { $insertEmpty } from './insert.ts';

/** What the paragraph with the caret can be turned into. */
export const TEXT_KINDS = [
  'paragraph',
  'heading2',
  'heading3',
  'heading4',
  'bullets',
  'numbers',
  'quote',
  'pullQuote',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

const HEADINGS = { heading2: 'h2', heading3: 'h3', heading4: 'h4' } as const;

/** What the caret stands in; null in a block that is none of these (a caption, a table). */
export function $textKind(node: LexicalNode): TextKind | null {
  const quote = $findMatchingParent(node, $isQuoteBlockNode);
  if (quote) return quote.getKind() === 'pull-quote' ? 'pullQuote' : 'quote';
  if ($partAround(node)) return null;
  const list = $findMatchingParent(node, $isListNode);
  if (list) return list.getListType() === 'number' ? 'numbers' : 'bullets';
  const block = $findMatchingParent(
    node,
    (parent): parent is ElementNode => $isElementNode(parent) && !parent.isInline(),
  );
  if ($isHeadingNode(block))
    return block.getTag() === 'h2' ? 'heading2' : block.getTag() === 'h3' ? 'heading3' : 'heading4';
  return $isParagraphNode(block) ? 'paragraph' : null;
}

function $toQuote(type: 'quote' | 'pull-quote'): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const block = $bodyBlock(selection.anchor.getNode());
  if (!($isParagraphNode(block) || $isHeadingNode(block)) || block.isEmpty()) {
    $insertEmpty(type);
    return;
  }
  const quote = $nodeOf({ type, id: $blockId(block) || newBlockId(), text: $readRuns(block), attribution: [] });
  $setLanguage(quote, $language(block));
  block.replace(quote);
  if ($isElementNode(quote)) {
    const attribution = quote.getLastChild();
    if ($isElementNode(attribution)) attribution.selectEnd();
  }
}

/** Turns the selected paragraphs into the kind. Their text, marks and ids stay. Runs in an update of the editor. */
export function $setTextKind(editor: LexicalEditor, kind: TextKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $partAround(selection.anchor.getNode())) return;
  const current = $textKind(selection.anchor.getNode());
  const language = $selectedLanguage();
  $turnInto(editor, selection, kind, current);
  // What Lexical makes of a list, and a list of it, is new.
  if (language) $chooseLanguage(language);
}

function $turnInto(editor: LexicalEditor, selection: RangeSelection, kind: TextKind, current: TextKind | null): void {
  const isList = current === 'bullets' || current === 'numbers';
  switch (kind) {
    case 'bullets':
      editor.dispatchCommand(current === kind ? REMOVE_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND, undefined);
      return;
    case 'numbers':
      editor.dispatchCommand(current === kind ? REMOVE_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND, undefined);
      return;
    case 'quote':
      $toQuote('quote');
      return;
    case 'pullQuote':
      $toQuote('pull-quote');
      return;
    case 'paragraph':
      if (isList) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
      else $setBlocksType(selection, () => $createParagraphNode(), $keepId);
      return;
    default:
      $setBlocksType(selection, () => $createHeadingNode(HEADINGS[kind]), $keepId);
  }
}
