import {
  $applyNodeReplacement,
  $getEditor,
  $getNodeByKey,
  $getState,
  $setState,
  ElementNode,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { EnclosedNode } from '../../parts/enclosed-node.ts';
import { wordsOf } from '../../words.ts';
import { photoRoomOf } from './photo-room.ts';
import { photoState, withFields, type PhotoFields } from './photo-state.ts';
import { createPhotoDesk, syncPhotoDesk } from './photo-desk.ts';
import { showPicture } from './picture-view.ts';

/** One photo of a figure: its picture, its caption, and under them its fields as plain inputs. */
export class PhotoNode extends EnclosedNode {
  override $config() {
    return this.config('photo', { extends: ElementNode, stateConfigs: [photoState] });
  }

  getPhoto(): PhotoFields {
    return $getState(this, photoState);
  }

  /** Writes these fields; one that is undefined is taken away. */
  setPhoto(fields: Partial<PhotoFields>): this {
    return $setState(this, photoState, (photo) => withFields(photo, fields));
  }

  /** Writes what a person said: it did not come out of the file. */
  amendPhoto(fields: Partial<PhotoFields>): this {
    const fromFile = this.getPhoto().fromFile?.filter((name) => !Object.hasOwn(fields, name));
    return this.setPhoto({ ...fields, fromFile: fromFile?.length === 0 ? undefined : fromFile });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const key = this.getKey();
    const element = document.createElement('div');
    element.className = 'photo';
    const body = document.createElement('div');
    body.className = 'photo-body';
    const desk = createPhotoDesk(editor, key, {
      read: () => editor.read(() => $photoAt(key)?.getPhoto() ?? null),
      $write: (fields) => void $photoAt(key)?.amendPhoto(fields),
    });
    element.append(body, desk);
    syncPhotoDesk(element, this.getPhoto(), editor);
    return element;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.firstElementChild as HTMLElement);
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const photo = $getState(this, photoState, 'direct');
    const before = $getState(previous, photoState, 'direct');
    if (photo === before) return false;
    // Another picture needs its box made anew only where the old one failed; the simple way is right for both.
    if (photo.media !== before.media) return true;
    const editor = $getEditor();
    syncPhotoDesk(element, photo, editor);
    const box = element.querySelector<HTMLElement>('.photo-image');
    const file = photo.media === null ? undefined : photoRoomOf(editor).media()[photo.media];
    if (box) showPicture(box, photo, file, wordsOf(editor).photo);
    return false;
  }
}

const $photoAt = (key: string): PhotoNode | null => {
  const node = $getNodeByKey(key);
  return $isPhotoNode(node) ? node : null;
};

export function $createPhotoNode(fields: PhotoFields): PhotoNode {
  return $applyNodeReplacement(new PhotoNode()).setPhoto(fields);
}

export function $isPhotoNode(node: LexicalNode | null | undefined): node is PhotoNode {
  return node instanceof PhotoNode;
}
