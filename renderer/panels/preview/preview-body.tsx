import { useState, type ReactNode } from 'react';
import type { Session } from '../../state/session.ts';
import { useWords } from '../../words/use-words.ts';
import { DEVICES, type Device } from './devices.ts';
import { ReaderView } from './reader-view.tsx';
import './preview.css';

/** The story as readers will see it, with the choice of what they see it on. `children` are more tools beside it. */
export function PreviewBody({ session, children }: { session: Session; children?: ReactNode }) {
  const words = useWords().preview;
  const [device, setDevice] = useState<Device>('phone');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  return (
    <>
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
        {children}
      </div>
      <ReaderView session={session} device={device} theme={theme} label={words.page} />
    </>
  );
}
