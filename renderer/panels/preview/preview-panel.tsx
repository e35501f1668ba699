import { useState } from 'react';
import type { Session } from '../../state/session.ts';
import { useRoom } from '../../state/room.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';
import { Side } from '../side/side.tsx';
import { CopyAs } from './copy-as.tsx';
import { PreviewBody } from './preview-body.tsx';
import { openPreviewWindow } from './preview-window.ts';

/** The preview beside the text, or over all of it. */
export function PreviewPanel({ session }: { session: Session }) {
  const { side, previewOut, notices } = useRoom();
  const words = useWords().preview;
  const [isWide, setIsWide] = useState(false);

  function putOut(): void {
    const opened = openPreviewWindow(`${words.title} - Copydesk`, () => previewOut.set(null));
    if (opened) side.set(null);
    else notices.tell('failure', { code: 'window.no-preview' });
    previewOut.set(opened);
  }

  return (
    <Side
      className={isWide ? 'preview preview-wide' : 'preview'}
      title={words.title}
      closeLabel={words.close}
      onClose={() => side.set(null)}
      tools={
        <>
          <button type="button" className="icon-button" aria-label={words.out} title={words.out} onClick={putOut}>
            <Icon name="window" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.wide}
            title={words.wide}
            aria-pressed={isWide}
            onClick={() => setIsWide(!isWide)}
          >
            <Icon name="wide" />
          </button>
        </>
      }
    >
      <PreviewBody session={session}>
        <CopyAs session={session} />
      </PreviewBody>
    </Side>
  );
}
