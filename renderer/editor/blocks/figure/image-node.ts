import {
  $applyNodeReplacement,
  $getState,
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { CardNode } from '../../parts/card-node.ts';
import { wordsOf } from '../../words.ts';
import { photoState } from './photo-state.ts';

/** Where the window gets a picture from: the host serves media by hash. */
const mediaAddress = (media: string): string => `app://media/${media}`;

/** Shows the photo's picture, or that it is still to be supplied. */
function showPicture(
  box: HTMLElement,
  media: string | null,
  alt: string,
  words: { missing: string; unreadable: string },
): void {
  const shown = box.querySelector('img');
  if (media === null) {
    shown?.remove();
    box.dataset.missing = words.missing;
    return;
  }
  delete box.dataset.missing;
  const image = shown ?? document.createElement('img');
  if (image.getAttribute('src') !== mediaAddress(media)) image.src = mediaAddress(media);
  image.alt = alt;
  if (shown) return;
  image.draggable = false;
  image.decoding = 'async';
  image.addEventListener('error', () => {
    box.dataset.missing = words.unreadable;
    image.remove();
  });
  box.append(image);
}

/** The picture itself: what is selected when a photo is. It has no data of its own; the photo around it has. */
export class ImageNode extends CardNode {
  override $config() {
    return this.config('image', { extends: DecoratorNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const box = document.createElement('div');
    box.className = 'photo-image';
    const photo = this.getParent();
    if (photo) {
      const { media, alt } = $getState(photo, photoState);
      showPicture(box, media, alt, wordsOf(editor).photo);
    }
    return box;
  }

  override isKeyboardSelectable(): true {
    return true;
  }
}

export function $createImageNode(): ImageNode {
  return $applyNodeReplacement(new ImageNode());
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
