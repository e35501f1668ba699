import { COMMAND_PRIORITY_HIGH, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useState, type ReactNode } from 'react';
import type { MediaFile } from '../../../src/story/schema.ts';
import { PHOTO_COMMAND } from '../blocks/figure/photo-room.ts';
import { viewAddress } from '../blocks/figure/picture-view.ts';
import { $photoAt } from '../blocks/figure/standing.ts';
import { CropDialog } from './crop-dialog.tsx';

/** The dialog for the photo that someone asked to crop, or nothing. */
export function useCrop(editor: LexicalEditor, media: Readonly<Record<string, MediaFile>>): ReactNode {
  const [key, setKey] = useState<NodeKey | null>(null);

  useEffect(
    () =>
      editor.registerCommand(
        PHOTO_COMMAND,
        ({ photo, deed }) => {
          if (deed !== 'crop') return false;
          setKey(photo);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );

  const photo = key === null ? null : editor.read(() => $photoAt(key)?.getPhoto() ?? null);
  const file = photo?.media ? media[photo.media] : undefined;
  if (key === null || !photo?.media || !file) return null;
  return (
    <CropDialog
      photo={photo}
      file={file}
      address={viewAddress(photo.media)}
      onDone={(shape) => {
        setKey(null);
        // The focus goes back to the button that opened the dialog, not into the text.
        if (shape) editor.update(() => void $photoAt(key)?.setPhoto(shape), { tag: SKIP_DOM_SELECTION_TAG });
      }}
    />
  );
}
