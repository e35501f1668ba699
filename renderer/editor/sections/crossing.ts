import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $bodyBlock, $bodyBlocks } from './blocks.ts';
import { $joinSections } from './sections.ts';
import { $isSectionNode, type SectionNode } from './section-node.ts';
import { $isAtEdge } from '../dom/edges.ts';

function $sectionOf(node: LexicalNode): SectionNode | null {
  const parent = $bodyBlock(node)?.getParent();
  return $isSectionNode(parent) ? parent : null;
}

function $joinUpTo(first: SectionNode, last: SectionNode): void {
  for (let next = first.getNextSibling(); $isSectionNode(next); next = first.getNextSibling()) {
    const isLast = next.is(last);
    $joinSections(first, next);
    if (isLast) return;
  }
}

/** A point on the root itself (after select all) put into the text beside it. */
function $sink(point: PointType, atEnd: boolean): void {
  const node = point.getNode();
  if (!$isElementNode(node) || (node.getType() !== 'root' && !$isSectionNode(node))) return;
  const blocks = $isSectionNode(node) ? node.getChildren() : $bodyBlocks();
  const block = atEnd ? blocks.at(-1) : blocks[0];
  if (!block || !$isElementNode(block)) return;
  const leaf = atEnd ? block.getLastDescendant() : block.getFirstDescendant();
  if (leaf?.getType() === 'text') point.set(leaf.getKey(), atEnd ? leaf.getTextContentSize() : 0, 'text');
  else point.set(block.getKey(), atEnd ? block.getChildrenSize() : 0, 'element');
}

/**
 * Opens the section borders that a command is about to work across, so that Lexical sees the blocks side by side, as in
 * a short story. The sections' own transform closes them again after the command.
 */
function $openBorders(isBackward?: boolean): false {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) {
    const backward = selection.isBackward();
    const first = $sectionOf((backward ? selection.focus : selection.anchor).getNode());
    const last = $sectionOf((backward ? selection.anchor : selection.focus).getNode());
    if (first && last && !first.is(last)) $joinUpTo(first, last);
    return false;
  }
  if (isBackward === undefined) return false;
  const block = $bodyBlock(selection.anchor.getNode());
  const section = block?.getParent();
  if (!block || !$isSectionNode(section) || !$isAtEdge(selection, block, isBackward)) return false;
  const beside = isBackward ? section.getPreviousSibling() : section.getNextSibling();
  const isAtBorder = (isBackward ? block.getPreviousSibling() : block.getNextSibling()) === null;
  if (!isAtBorder || !$isSectionNode(beside)) return false;
  if (isBackward) $joinSections(beside, section);
  else $joinSections(section, beside);
  return false;
}

/** In sections, select all means the story, not the section. */
function $selectStory(): boolean {
  const blocks = $bodyBlocks();
  if (!$isSectionNode(blocks[0]?.getParent())) return false;
  const selection = $createRangeSelection();
  selection.anchor.set('root', 0, 'element');
  selection.focus.set('root', 0, 'element');
  $sink(selection.anchor, false);
  $sink(selection.focus, true);
  $setSelection(selection);
  return true;
}

/** A section far from the screen has no layout, and the browser's caret would jump over it: it gets one for this move. */
function wake(section: HTMLElement): void {
  section.style.contentVisibility = 'visible';
  section.getBoundingClientRect();
  requestAnimationFrame(() => requestAnimationFrame(() => section.style.removeProperty('content-visibility')));
}

/** At a border the browser's own caret movement is right; Lexical would stop at the section's edge. */
function $passBorder(editor: LexicalEditor, event: KeyboardEvent, isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || event.defaultPrevented) return false;
  const block = $bodyBlock(selection.focus.getNode());
  const section = block?.getParent();
  if (!block || !$isSectionNode(section)) return false;
  const isAtBorder = (isBackward ? block.getPreviousSibling() : block.getNextSibling()) === null;
  if (!isAtBorder || block.getType() === 'figure') return false;
  const beside = isBackward ? section.getPreviousSibling() : section.getNextSibling();
  const element = beside && editor.getElementByKey(beside.getKey());
  if (element) wake(element);
  return true;
}

/** Makes section borders unnoticeable to whoever edits across them. */
export function registerCrossing(editor: LexicalEditor): () => void {
  const open = <T>(
    command: LexicalCommand<T>,
    direction: (payload: T) => boolean | undefined = () => undefined,
  ): (() => void) =>
    editor.registerCommand(command, (payload) => $openBorders(direction(payload)), COMMAND_PRIORITY_CRITICAL);
  const pass = (command: LexicalCommand<KeyboardEvent>, isBackward: boolean): (() => void) =>
    editor.registerCommand(command, (event) => $passBorder(editor, event, isBackward), COMMAND_PRIORITY_CRITICAL);
  return mergeRegister(
    open(DELETE_CHARACTER_COMMAND, (isBackward) => isBackward),
    open(DELETE_WORD_COMMAND, (isBackward) => isBackward),
    open(DELETE_LINE_COMMAND, (isBackward) => isBackward),
    open(CONTROLLED_TEXT_INSERTION_COMMAND),
    open(REMOVE_TEXT_COMMAND),
    open(INSERT_PARAGRAPH_COMMAND),
    open(INSERT_LINE_BREAK_COMMAND),
    open(CUT_COMMAND),
    open(PASTE_COMMAND),
    pass(KEY_ARROW_UP_COMMAND, true),
    pass(KEY_ARROW_LEFT_COMMAND, true),
    pass(KEY_ARROW_DOWN_COMMAND, false),
    pass(KEY_ARROW_RIGHT_COMMAND, false),
    editor.registerCommand(SELECT_ALL_COMMAND, $selectStory, COMMAND_PRIORITY_CRITICAL),
  );
}
