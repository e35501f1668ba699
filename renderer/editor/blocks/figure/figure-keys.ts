import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isAtEdge, isOnEdgeLine } from '../../dom/edges.ts';
import { $isPartNode, $partAround, type PartNode } from '../../parts/part-node.ts';
import { $bodyBlock, $neighbourBlock } from '../../sections/blocks.ts';
import { $isFigureNode, type FigureNode } from './figure-node.ts';
import { $isImageNode, type ImageNode } from './image-node.ts';

function $selectedImage(): ImageNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const nodes = selection.getNodes();
  const [node] = nodes;
  return nodes.length === 1 && $isImageNode(node) ? node : null;
}

function $selectImage(image: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(image.getKey());
  $setSelection(selection);
}

function $captionOf(image: LexicalNode): PartNode | null {
  return image.getNextSiblings().find($isPartNode) ?? null;
}

/** The picture to come to when the caret enters the figure from before (its first) or from behind (its last). */
function $edgeImage(figure: FigureNode, isFromBehind: boolean): ImageNode | null {
  const photo = isFromBehind ? figure.getLastChild() : figure.getFirstChild();
  return $isElementNode(photo) ? (photo.getChildren().find($isImageNode) ?? null) : null;
}

/** Puts the caret into the block beside, coming from a figure; a paragraph is made where there is none. */
function $leaveTo(figure: LexicalNode, isBackward: boolean): void {
  const beside = $neighbourBlock(figure, isBackward);
  if ($isFigureNode(beside)) {
    const image = $edgeImage(beside, isBackward);
    if (image) $selectImage(image);
  } else if ($isElementNode(beside)) {
    if (isBackward) beside.selectEnd();
    else beside.selectStart();
  } else if (beside !== null) {
    $selectImage(beside);
  } else if (!isBackward) {
    const paragraph = $createParagraphNode();
    figure.insertAfter(paragraph);
    paragraph.select();
  }
}

/** Takes the selected photo away, and its figure with the last one. The caret goes to the text before, else after. */
function $removePhoto(image: ImageNode): void {
  const photo = image.getParentOrThrow();
  const figure = photo.getParentOrThrow();
  if (figure.getChildrenSize() > 1) {
    const next = photo.getNextSibling() ?? photo.getPreviousSibling();
    photo.remove();
    const nextImage = $isElementNode(next) ? next.getChildren().find($isImageNode) : null;
    if (nextImage) $selectImage(nextImage);
    return;
  }
  const before = $neighbourBlock(figure, true);
  const after = $neighbourBlock(figure, false);
  if ($isElementNode(before) && !$isFigureNode(before)) before.selectEnd();
  else if ($isElementNode(after) && !$isFigureNode(after)) after.selectStart();
  else {
    const paragraph = $createParagraphNode();
    figure.insertAfter(paragraph);
    paragraph.select();
  }
  figure.remove();
}

function $delete(event: KeyboardEvent, isBackward: boolean): boolean {
  const selected = $selectedImage();
  if (selected) {
    event.preventDefault();
    $removePhoto(selected);
    return true;
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const caption = $partAround(selection.anchor.getNode());
  const around = caption?.getPreviousSibling();
  if (caption && $isImageNode(around)) {
    if (!$isAtEdge(selection, caption, isBackward)) return false;
    event.preventDefault();
    if (isBackward) $selectImage(around);
    return true;
  }
  const block = $bodyBlock(selection.anchor.getNode());
  const beside = block && $neighbourBlock(block, isBackward);
  if (!block || !$isFigureNode(beside) || !$isAtEdge(selection, block, isBackward)) return false;
  const image = $edgeImage(beside, isBackward);
  if (!image) return false;
  event.preventDefault();
  if ($isElementNode(block) && block.isEmpty()) block.remove();
  $selectImage(image);
  return true;
}

/** Where an arrow leads from the caret, if a figure is concerned. `isLine` for up and down. */
function $moveFromText(
  editor: LexicalEditor,
  selection: RangeSelection,
  isBackward: boolean,
  isLine: boolean,
): boolean {
  const isLeaving = (block: LexicalNode): boolean =>
    isLine ? isOnEdgeLine(editor, block, isBackward) : $isAtEdge(selection, block, isBackward);
  const caption = $partAround(selection.anchor.getNode());
  const image = caption?.getPreviousSibling();
  if (caption && $isImageNode(image)) {
    if (!isLeaving(caption)) return false;
    const photo = image.getParentOrThrow();
    const next = photo.getNextSibling();
    const nextImage = $isElementNode(next) ? next.getChildren().find($isImageNode) : undefined;
    if (isBackward) $selectImage(image);
    else if (nextImage) $selectImage(nextImage);
    else $leaveTo(photo.getParentOrThrow(), false);
    return true;
  }
  const block = $bodyBlock(selection.anchor.getNode());
  const beside = block && $neighbourBlock(block, isBackward);
  if (!block || !$isFigureNode(beside) || !isLeaving(block)) return false;
  const target = $edgeImage(beside, isBackward);
  if (!target) return false;
  const behind = isBackward ? $captionOf(target) : null;
  if (behind) behind.selectEnd();
  else $selectImage(target);
  return true;
}

function $moveFromImage(image: ImageNode, isBackward: boolean): void {
  if (!isBackward) {
    $captionOf(image)?.selectStart();
    return;
  }
  const photo = image.getParentOrThrow();
  const before = photo.getPreviousSibling();
  const caption = $isElementNode(before) ? before.getLastChild() : null;
  if ($isElementNode(caption)) caption.selectEnd();
  else $leaveTo(photo.getParentOrThrow(), true);
}

/** A selected photo takes what is typed into its caption; the keys of input methods too. */
function $typeIntoCaption(event: KeyboardEvent): boolean {
  const image = $selectedImage();
  if (!image || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key.length === 1 || event.key === 'Process' || event.key === 'Dead') $captionOf(image)?.selectEnd();
  return false;
}

/** The figure's keys: arrows go through it, Backspace and Delete select it before they take it away, Enter goes on behind it. */
export function registerFigureKeys(editor: LexicalEditor): () => void {
  const arrow = (command: LexicalCommand<KeyboardEvent>, isBackward: boolean, isLine: boolean): (() => void) =>
    editor.registerCommand(
      command,
      (event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
        const image = $selectedImage();
        const selection = $getSelection();
        if (image) $moveFromImage(image, isBackward);
        else if (
          !$isRangeSelection(selection) ||
          !selection.isCollapsed() ||
          !$moveFromText(editor, selection, isBackward, isLine)
        )
          return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
  return mergeRegister(
    editor.registerCommand(KEY_BACKSPACE_COMMAND, (event) => $delete(event, true), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DELETE_COMMAND, (event) => $delete(event, false), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const image = $selectedImage();
        if (!image) return false;
        event?.preventDefault();
        const paragraph = $createParagraphNode();
        image.getParentOrThrow().getParentOrThrow().insertAfter(paragraph);
        paragraph.select();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    arrow(KEY_ARROW_UP_COMMAND, true, true),
    arrow(KEY_ARROW_DOWN_COMMAND, false, true),
    arrow(KEY_ARROW_LEFT_COMMAND, true, false),
    arrow(KEY_ARROW_RIGHT_COMMAND, false, false),
    editor.registerCommand(KEY_DOWN_COMMAND, $typeIntoCaption, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        if (!(event.target instanceof Element) || !event.target.closest('.photo-image')) return false;
        const image = $getNearestNodeFromDOMNode(event.target);
        if (!$isImageNode(image)) return false;
        $selectImage(image);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
