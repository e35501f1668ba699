import { COMMAND_PRIORITY_HIGH, type LexicalEditor, type NodeKey } from 'lexical';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { PHOTO_COMMAND } from '../blocks/figure/photo-room.ts';
import { addToGallery, insertPhotos, replacePicture, type Intake } from './photos.ts';

/** What chosen files are for: new figures, a photo's gallery, or a photo's picture. */
type Purpose = { for: 'figures' } | { for: 'gallery' | 'replacing'; photo: NodeKey };

/** The system's dialog for picture files: the element to put on the page, and the function that opens it for new photos. */
export function usePicker(editor: LexicalEditor, intake: Intake): { input: ReactNode; choose: () => void } {
  const input = useRef<HTMLInputElement>(null);
  const purpose = useRef<Purpose>({ for: 'figures' });
  const open = useCallback((next: Purpose): void => {
    purpose.current = next;
    if (!input.current) return;
    input.current.multiple = next.for !== 'replacing';
    input.current.click();
  }, []);

  useEffect(
    () =>
      editor.registerCommand(
        PHOTO_COMMAND,
        ({ photo, deed }) => {
          if (deed !== 'add' && deed !== 'replace') return false;
          open({ for: deed === 'add' ? 'gallery' : 'replacing', photo });
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, open],
  );

  function take(files: readonly File[]): void {
    const wanted = purpose.current;
    const [first] = files;
    if (wanted.for === 'figures') void insertPhotos(editor, intake, files);
    else if (wanted.for === 'gallery') void addToGallery(editor, intake, files, wanted.photo);
    else if (first) void replacePicture(editor, intake, first, wanted.photo);
  }

  return {
    choose: useCallback(() => open({ for: 'figures' }), [open]),
    input: (
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          take(files);
        }}
      />
    ),
  };
}
