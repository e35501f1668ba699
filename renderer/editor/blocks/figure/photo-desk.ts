import type { LexicalEditor, NodeKey } from 'lexical';
import { createButton, createCheck } from '../../dom/controls.ts';
import { createFieldset } from '../../dom/fields.ts';
import { wordsOf } from '../../words.ts';
import { fill } from '../../../words/fill.ts';
import { createPhotoForm, photoField, syncPhoto, type PhotoDesk } from './photo-form.ts';
import { PHOTO_COMMAND, photoRoomOf } from './photo-room.ts';
import type { PhotoFields } from './photo-state.ts';
import { createPhotoTools } from './photo-tools.ts';

/** Narrower pictures look coarse on a page (the Guardian's rule), in pixels. */
const LEAST_WIDTH = 460;

interface Access extends Pick<PhotoDesk, '$write'> {
  /** The photo as it is now. */
  read: () => PhotoFields | null;
}

/** What stands under a photo: its credit and alt text, its tools, and its details once they are asked for. */
export function createPhotoDesk(editor: LexicalEditor, key: NodeKey, { read, $write }: Access): HTMLElement {
  const words = wordsOf(editor).photo;
  const desk: PhotoDesk = { editor, $write };
  const element = createFieldset('photo-details');
  const photo = read();
  const field = (name: 'credit' | 'alt', hint: string): HTMLElement =>
    photoField(desk, name, { label: words[name], hint }, photo?.[name] ?? '');

  const altTools = document.createElement('div');
  altTools.className = 'photo-alt-tools';
  const decorative = createCheck(words.tools.decorative, false, (isDecorative) =>
    editor.update(() => $write({ decorative: isDecorative ? true : undefined })),
  );
  decorative.dataset.field = 'decorative';
  const copy = createButton(words.tools.copyCaption, () =>
    editor.dispatchCommand(PHOTO_COMMAND, { photo: key, deed: 'copy-caption' }),
  );
  altTools.append(copy, decorative);

  const notes = document.createElement('div');
  notes.className = 'photo-notes';
  notes.setAttribute('role', 'status');
  for (const name of ['size', 'caption', 'origin']) {
    const note = document.createElement('p');
    note.dataset.note = name;
    note.hidden = true;
    notes.append(note);
  }

  let form: HTMLElement | null = null;
  const tools = createPhotoTools(editor, key, (isOpen) => {
    const now = read();
    if (!form && now) {
      form = createPhotoForm(desk, now);
      element.append(form);
      syncPhoto(form, now, words.fromFile);
    }
    if (form) form.hidden = !isOpen;
  });
  element.append(notes, field('credit', words.creditHint), field('alt', words.altHint), altTools, tools);
  return element;
}

/** Shows a note under the photo, or takes it away. */
export function showNote(photo: HTMLElement, name: 'size' | 'caption' | 'origin', text: string): void {
  const note = photo.querySelector<HTMLElement>(`:scope > .photo-details > .photo-notes > [data-note='${name}']`);
  if (!note || note.textContent === text) return;
  note.textContent = text;
  note.hidden = text === '';
}

/** Brings everything under a photo in step with it. */
export function syncPhotoDesk(element: HTMLElement, photo: PhotoFields, editor: LexicalEditor): void {
  const words = wordsOf(editor).photo;
  syncPhoto(element, photo, words.fromFile);
  const isDecorative = photo.decorative === true;
  const alt = element.querySelector<HTMLTextAreaElement>(`[data-field='alt'] textarea`);
  if (alt) {
    alt.readOnly = isDecorative;
    alt.placeholder = isDecorative ? words.altDecorative : words.altHint;
    if (isDecorative) alt.value = '';
  }
  const file = photo.media === null ? undefined : photoRoomOf(editor).media()[photo.media];
  const isSmall = file !== undefined && file.width < LEAST_WIDTH;
  const { width = 0, height = 0 } = file ?? {};
  showNote(element, 'size', isSmall ? fill(words.notes.small, { width, height, least: LEAST_WIDTH }) : '');
  showNote(element, 'origin', photo.fromFile?.includes('caption') === true ? words.captionFromFile : '');
}
