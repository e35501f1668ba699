import {
  $applyNodeReplacement,
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
import { normalise } from '../../../../src/base/text.ts';
import { createField, createFieldset, syncField } from '../../dom/fields.ts';
import { wordsOf } from '../../words.ts';
import { photoState, withFields, type PhotoFields } from './photo-state.ts';

/** One photo of a figure: its picture, its caption, and under them its credit and alt text as plain inputs. */
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

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const words = wordsOf(editor).photo;
    const { credit, alt } = this.getPhoto();
    const element = document.createElement('div');
    element.className = 'photo';
    const body = document.createElement('div');
    body.className = 'photo-body';
    const key = this.getKey();
    const $change =
      (field: 'credit' | 'alt') =>
      (text: string): void => {
        const photo = $getNodeByKey(key);
        if ($isPhotoNode(photo)) photo.setPhoto({ [field]: normalise(text) });
      };
    const details = createFieldset('photo-details');
    details.append(
      createField(editor, { label: words.credit, hint: words.creditHint }, credit, $change('credit')),
      createField(editor, { label: words.alt, hint: words.altHint }, alt, $change('alt')),
    );
    element.append(body, details);
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
    const [credit, alt] = element.querySelectorAll(':scope > .photo-details > label');
    syncField(credit, photo.credit);
    syncField(alt, photo.alt);
    const image = element.querySelector('img');
    if (image) image.alt = photo.alt;
    return false;
  }
}

export function $createPhotoNode(fields: PhotoFields): PhotoNode {
  return $applyNodeReplacement(new PhotoNode()).setPhoto(fields);
}

export function $isPhotoNode(node: LexicalNode | null | undefined): node is PhotoNode {
  return node instanceof PhotoNode;
}
