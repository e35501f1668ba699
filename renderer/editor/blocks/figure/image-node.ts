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
import { photoRoomOf } from './photo-room.ts';
import { photoState } from './photo-state.ts';
import { showPicture } from './picture-view.ts';

/** The picture itself: what is selected when a photo is. It has no data of its own; the photo around it has. */
export class ImageNode extends CardNode {
  override $config() {
    return this.config('image', { extends: DecoratorNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const box = document.createElement('div');
    box.className = 'photo-image';
    box.draggable = true;
    const photo = this.getParent();
    if (photo) {
      const fields = $getState(photo, photoState);
      const file = fields.media === null ? undefined : photoRoomOf(editor).media()[fields.media];
      showPicture(box, fields, file, wordsOf(editor).photo);
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
