import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  $getNearestNodeFromDOMNode,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { normalise } from '../../../../src/base/text.ts';
import { $blockId } from '../../ids.ts';
import { $isPartNode } from '../../parts/part-node.ts';
import { $dropOnBlock, $dropOnPhoto, $joinAbove, $movePhoto, $takeOut } from './gallery.ts';
import { $isImageNode } from './image-node.ts';
import { $isPhotoNode, type PhotoNode } from './photo-node.ts';
import { PHOTO_COMMAND, photoRoomOf, type PhotoDeed } from './photo-room.ts';
import { $photoAt } from './standing.ts';

/** The clipboard type of a photo that is dragged within the story; its data is the photo's key. */
const DRAGGED = 'application/x-copydesk-photo';

function $copyCaption(photo: PhotoNode): void {
  const caption = photo.getChildren().find($isPartNode)?.getTextContent() ?? '';
  const alt = normalise(caption).replace(/\s+/g, ' ').trim();
  if (alt !== '') photo.amendPhoto({ alt, decorative: undefined });
}

/** Does what a photo's button asks, apart from what the person must first be asked about. */
function $do(editor: LexicalEditor, photo: PhotoNode, deed: PhotoDeed): boolean {
  const { lead, setLead } = photoRoomOf(editor);
  const id = $blockId(photo);
  switch (deed) {
    case 'lead':
      // Pressed again on the chosen one, the choice is taken back.
      setLead(lead() === id ? null : id);
      return true;
    case 'copy-caption':
      $copyCaption(photo);
      return true;
    case 'earlier':
    case 'later':
      $movePhoto(photo, deed === 'earlier');
      return true;
    case 'take-out':
      $takeOut(photo);
      return true;
    case 'join':
      $joinAbove(photo);
      return true;
    case 'crop':
    case 'add':
    case 'replace':
      return false;
  }
}

function $selectedPhoto(): PhotoNode | null {
  const selection = $getSelection();
  const [image] = $isNodeSelection(selection) ? selection.getNodes() : [];
  const photo = $isImageNode(image) ? image.getParent() : null;
  return $isPhotoNode(photo) ? photo : null;
}

/** The block or photo under the pointer, and whether the pointer is in its upper half. */
function $under(
  editor: LexicalEditor,
  event: DragEvent,
): { photo: PhotoNode } | { node: NonNullable<ReturnType<typeof $getNearestNodeFromDOMNode>> } | null {
  const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target, editor.getEditorState()) : null;
  if (!node) return null;
  const photo = $isPhotoNode(node) ? node : $findMatchingParent(node, $isPhotoNode);
  return photo ? { photo } : { node };
}

function isUpperHalf(event: DragEvent): boolean {
  const element =
    event.target instanceof Element
      ? (event.target.closest('.photo, p, h2, h3, h4, ul, ol, .block-figure') ?? event.target)
      : null;
  const box = element?.getBoundingClientRect();
  return box === undefined || event.clientY < box.top + box.height / 2;
}

function $drop(editor: LexicalEditor, event: DragEvent): boolean {
  const photo = $photoAt(event.dataTransfer?.getData(DRAGGED) ?? '');
  if (!photo) return false;
  event.preventDefault();
  const under = $under(editor, event);
  if (under && 'photo' in under) $dropOnPhoto(photo, under.photo, isUpperHalf(event));
  else if (under) $dropOnBlock(photo, under.node, isUpperHalf(event));
  return true;
}

/** The deeds of photos: their buttons, Alt+Shift+Left and Right in a gallery, and dragging one elsewhere. */
export function registerDeeds(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      PHOTO_COMMAND,
      ({ photo: key, deed }) => {
        const photo = $photoAt(key);
        return photo !== null && $do(editor, photo, deed);
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const isMove = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
        if (!isMove || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return false;
        const photo = $selectedPhoto();
        if (!photo || !$movePhoto(photo, event.key === 'ArrowLeft')) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const isImage = event.target instanceof Element && event.target.closest('.photo-image') !== null;
        const node = isImage ? $getNearestNodeFromDOMNode(event.target) : null;
        const photo = node && ($isPhotoNode(node) ? node : $findMatchingParent(node, $isPhotoNode));
        if (!photo || !event.dataTransfer) return false;
        event.dataTransfer.setData(DRAGGED, photo.getKey());
        event.dataTransfer.effectAllowed = 'move';
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (event.dataTransfer?.types.includes(DRAGGED) !== true) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(DROP_COMMAND, (event) => $drop(editor, event), COMMAND_PRIORITY_CRITICAL),
  );
}
