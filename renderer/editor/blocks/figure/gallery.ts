import { $createNodeSelection, $setSelection, type LexicalNode } from 'lexical';
import { $bodyBlock, $neighbourBlock } from '../../sections/blocks.ts';
import { $createFigureNode, $isFigureNode, type FigureNode } from './figure-node.ts';
import { $isImageNode } from './image-node.ts';
import { $isPhotoNode, type PhotoNode } from './photo-node.ts';

const $figureOf = (photo: PhotoNode): FigureNode | null => {
  const figure = photo.getParent();
  return $isFigureNode(figure) ? figure : null;
};

function $select(photo: PhotoNode): void {
  const image = photo.getChildren().find($isImageNode);
  if (!image) return;
  const selection = $createNodeSelection();
  selection.add(image.getKey());
  $setSelection(selection);
}

/** Moves a photo past its neighbour in its gallery; false where it is the first (or last). */
export function $movePhoto(photo: PhotoNode, isEarlier: boolean): boolean {
  const beside = isEarlier ? photo.getPreviousSibling() : photo.getNextSibling();
  if (!$isPhotoNode(beside)) return false;
  if (isEarlier) beside.insertBefore(photo, false);
  else beside.insertAfter(photo, false);
  $select(photo);
  return true;
}

/** Gives a photo of a gallery a figure of its own, behind it. */
export function $takeOut(photo: PhotoNode): void {
  const figure = $figureOf(photo);
  if (!figure || figure.getChildrenSize() < 2) return;
  const own = $createFigureNode();
  figure.insertAfter(own, false);
  own.append(photo);
  $select(photo);
}

/** Puts the photos of a figure behind those of the figure above it, as one gallery. */
export function $joinAbove(photo: PhotoNode): void {
  const figure = $figureOf(photo);
  const above = figure && $neighbourBlock(figure, true);
  if (!figure || !$isFigureNode(above)) return;
  above.append(...figure.getChildren());
  figure.remove();
  $select(photo);
}

/** Brings a dragged photo before or behind another photo, into its gallery. */
export function $dropOnPhoto(photo: PhotoNode, target: PhotoNode, isBefore: boolean): void {
  if (photo.is(target)) return;
  const left = $figureOf(photo);
  if (isBefore) target.insertBefore(photo, false);
  else target.insertAfter(photo, false);
  if (left?.isEmpty() === true) left.remove();
  $select(photo);
}

/** Brings a dragged photo, alone, before or behind another block of the body. */
export function $dropOnBlock(photo: PhotoNode, target: LexicalNode, isBefore: boolean): void {
  const figure = $figureOf(photo);
  const block = $bodyBlock(target);
  if (!figure || !block || block.is(figure)) return;
  const moved = figure.getChildrenSize() > 1 ? $createFigureNode() : figure;
  if (isBefore) block.insertBefore(moved, false);
  else block.insertAfter(moved, false);
  if (moved !== figure) moved.append(photo);
  $select(photo);
}
