import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  createCommand,
  defineExtension,
  safeCast,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { MediaFile } from '../../../../src/story/schema.ts';

/** What photos need of the story round them, and what they ask of the window. */
export interface PhotoRoom {
  /** The story's picture files by hash. */
  media: () => Readonly<Record<string, MediaFile>>;
  /** The id of the chosen lead photo; null or undefined for the first one. */
  lead: () => string | null | undefined;
  setLead: (photoId: string | null) => void;
}

/** What can be done with a photo. `crop`, `add` (photos beside it) and `replace` (its picture) ask the person first. */
export type PhotoDeed =
  'crop' | 'lead' | 'add' | 'replace' | 'copy-caption' | 'earlier' | 'later' | 'take-out' | 'join';
export const PHOTO_COMMAND: LexicalCommand<{ photo: NodeKey; deed: PhotoDeed }> = createCommand('PHOTO');

const nowhere: PhotoRoom = { media: () => ({}), lead: () => null, setLead: () => {} };

/** Gives the photos, which make their own DOM, the room they stand in. */
export const PhotoRoomExtension = defineExtension({
  name: 'copydesk/photo-room',
  config: safeCast<{ room: PhotoRoom }>({ room: nowhere }),
});

export function photoRoomOf(editor: LexicalEditor): PhotoRoom {
  return getExtensionDependencyFromEditor(editor, PhotoRoomExtension).config.room;
}
