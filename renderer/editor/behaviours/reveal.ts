import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isTableCellNode } from '@lexical/table';
import {
  $createNodeSelection,
  $createRangeSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Place } from '../../../src/check/index.ts';
import { $isFigureNode } from '../blocks/figure/figure-node.ts';
import { $isImageNode } from '../blocks/figure/image-node.ts';
import { $isPhotoNode, type PhotoNode } from '../blocks/figure/photo-node.ts';
import { $blockId } from '../ids.ts';
import { $bodyBlocks } from '../sections/blocks.ts';

const $hasBlocks = (element: ElementNode): boolean =>
  element.getChildren().some((child) => !child.isInline() && $isElementNode(child));

/** The elements that hold a block's rich texts, in the order of `blockTexts` (src/story/walk.ts). */
function $textElements(node: LexicalNode): ElementNode[] {
  if (!$isElementNode(node)) return [];
  // A cell is one text, whatever paragraphs it holds; a list item that holds a list stands for nothing itself.
  if ($isTableCellNode(node)) return [node];
  if ($isListItemNode(node))
    return node.getChildren().some($isListNode) ? node.getChildren().flatMap($textElements) : [node];
  return $hasBlocks(node) || $isFigureNode(node) || $isPhotoNode(node)
    ? node.getChildren().flatMap($textElements)
    : [node];
}

/** Puts the point behind that many characters of the element's text, a line break being one. */
function $setPoint(point: PointType, element: ElementNode, offset: number): void {
  let left = offset;
  let last: LexicalNode | null = null;
  const $walk = (parent: ElementNode): boolean => {
    for (const child of parent.getChildren()) {
      if ($isTextNode(child)) {
        const size = child.getTextContentSize();
        last = child;
        if (left <= size) {
          point.set(child.getKey(), left, 'text');
          return true;
        }
        left -= size;
      } else if ($isLineBreakNode(child)) {
        if (left === 0) {
          point.set(parent.getKey(), child.getIndexWithinParent(), 'element');
          return true;
        }
        left -= 1;
      } else if ($isElementNode(child)) {
        // A paragraph within a cell begins on a line of its own.
        if (!child.isInline() && child.getPreviousSibling() !== null) left -= 1;
        if ($walk(child)) return true;
      }
    }
    return false;
  };
  if ($walk(element)) return;
  const end: LexicalNode = last ?? element;
  if ($isTextNode(end)) point.set(end.getKey(), end.getTextContentSize(), 'text');
  else point.set(element.getKey(), element.getChildrenSize(), 'element');
}

function $selectText(element: ElementNode, from: number, to: number): LexicalNode {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, element, from);
  $setPoint(selection.focus, element, to);
  $setSelection(selection);
  return element;
}

function $selectPicture(photo: PhotoNode): LexicalNode {
  const image = photo.getChildren().find($isImageNode) ?? photo;
  const selection = $createNodeSelection();
  selection.add(image.getKey());
  $setSelection(selection);
  return image;
}

const $photo = (block: LexicalNode, id: string): PhotoNode | undefined =>
  $isFigureNode(block)
    ? block
        .getChildren()
        .filter($isPhotoNode)
        .find((photo) => $blockId(photo) === id)
    : undefined;

/**
 * Brings a place of the body into sight with its text selected and the focus on it; a photo's fields take the focus
 * themselves. Answers whether the place is still there.
 *
 * @param names what the photo's plain fields are called on the page
 */
export function revealPlace(editor: LexicalEditor, place: Place, names: Readonly<Record<string, string>>): boolean {
  if (!('block' in place)) return false;
  let shown: string | null = null;
  let input: HTMLTextAreaElement | HTMLInputElement | null = null;
  editor.update(
    () => {
      const block = $bodyBlocks().find((node) => $blockId(node) === place.block);
      if (!block) return;
      let target: LexicalNode = block;
      if (place.in === 'text') {
        const element = $textElements(block)[place.text];
        if (element) target = $selectText(element, place.from, place.to);
      } else if (place.in === 'photo') {
        const photo = $photo(block, place.photo);
        if (photo) {
          input = fieldOf(editor.getElementByKey(photo.getKey()), names[place.field]);
          target = $selectPicture(photo);
        }
      } else if ($isElementNode(block)) block.selectStart();
      shown = target.getKey();
    },
    { discrete: true },
  );
  if (shown === null) return false;
  editor.getElementByKey(shown)?.scrollIntoView({ block: 'center' });
  const field = input as HTMLTextAreaElement | HTMLInputElement | null;
  if (field) {
    field.focus();
    field.select();
  } else editor.getRootElement()?.focus({ preventScroll: true });
  return true;
}

/** The input of a photo that bears this name. */
function fieldOf(photo: HTMLElement | null, name: string | undefined): HTMLTextAreaElement | HTMLInputElement | null {
  const label = [...(photo?.querySelectorAll('label') ?? [])].find((each) => each.textContent.trim() === name);
  return label?.querySelector('textarea, input') ?? null;
}
