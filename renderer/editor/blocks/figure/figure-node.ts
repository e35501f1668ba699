import {
  $applyNodeReplacement,
  $createParagraphNode,
  ElementNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { EnclosedNode } from '../../parts/enclosed-node.ts';
import { $createPartNode, $isPartNode } from '../../parts/part-node.ts';
import { wordsOf } from '../../words.ts';
import { $createImageNode, $isImageNode } from './image-node.ts';
import { $isPhotoNode, type PhotoNode } from './photo-node.ts';

/** One photo, or several shown together. Each photo holds exactly a picture and a caption; `$repairPhoto` keeps it so. */
export class FigureNode extends EnclosedNode {
  override $config() {
    return this.config('figure', { extends: ElementNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = document.createElement('figure');
    element.setAttribute('aria-label', wordsOf(editor).photo.figure);
    element.className = 'block-figure';
    return element;
  }
}

export function $createFigureNode(): FigureNode {
  return $applyNodeReplacement(new FigureNode());
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}

/** Where an edit took a photo's picture away, its caption lives on as a paragraph; where it took the caption, an empty one comes. */
export function $repairPhoto(photo: PhotoNode): void {
  const figure = photo.getParent();
  const children = photo.getChildren();
  const images = children.filter($isImageNode);
  const captions = children.filter($isPartNode);
  for (const image of images.slice(1)) image.remove();
  const [caption, ...others] = captions;
  if (caption)
    for (const other of others) {
      caption.append(...other.getChildren());
      other.remove();
    }
  const strays = children.filter((child) => !$isImageNode(child) && !$isPartNode(child));
  const after = $isFigureNode(figure) ? figure : photo;
  for (const stray of strays.reverse()) after.insertAfter(stray);
  if (images.length === 0) {
    if (caption && !caption.isEmpty()) after.insertAfter($createParagraphNode().append(...caption.getChildren()));
    photo.remove();
    return;
  }
  if (!caption) photo.append($createPartNode('caption'));
  const [first] = photo.getChildren();
  if (!$isImageNode(first)) photo.splice(0, 0, [images[0] ?? $createImageNode()]);
}

/** A figure holds photos only. */
export function $repairFigure(figure: FigureNode): void {
  for (const child of figure.getChildren().reverse()) if (!$isPhotoNode(child)) figure.insertAfter(child);
  if (figure.isEmpty()) figure.remove();
}
