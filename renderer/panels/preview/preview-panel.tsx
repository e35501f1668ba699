import { useState } from 'react';
import type { Session } from '../../state/session.ts';
import { useRoom } from '../../state/room.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';
import { Side } from '../side/side.tsx';
import { CopyAs } from './copy-as.tsx';
import { DEVICES, type Device } from './devices.ts';
import { ReaderView } from './reader-view.tsx';
import './preview.css';

/** The story as readers will see it, beside the text or over all of it. */
export function PreviewPanel({ session }: { session: Session }) {
  const { side } = useRoom();
  const words = useWords().preview;
  const [device, setDevice] = useState<Device>('phone');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [isWide, setIsWide] = useState(false);
  return (
    <Side
      className={isWide ? 'preview preview-wide' : 'preview'}
      title={words.title}
      closeLabel={words.close}
      onClose={() => side.set(null)}
      tools={
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
      }
    >
      <div className="preview-tools">
        <div className="preview-choices" role="group" aria-label={words.device}>
          {(Object.keys(DEVICES) as Device[]).map((each) => (
            <button key={each} type="button" aria-pressed={each === device} onClick={() => setDevice(each)}>
              {words.devices[each]}
            </button>
          ))}
        </div>
        <div className="preview-choices" role="group" aria-label={words.theme}>
          {(['light', 'dark'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === theme}
              disabled={device === 'print'}
              onClick={() => setTheme(each)}
            >
              {words.themes[each]}
            </button>
          ))}
        </div>
        <CopyAs session={session} />
      </div>
      <ReaderView session={session} device={device} theme={theme} label={words.page} />
    </Side>
  );
}
