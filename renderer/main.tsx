import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/frame.css';
import './texts/marks.css';
import { App } from './app.tsx';
import { connectHost } from './host/host.ts';
import type { InterfaceLanguage } from './state/preferences.ts';
import { beginWork, createRoom, RoomContext, type Room } from './state/room.ts';
import type { Store } from './state/store.ts';
import { useStore } from './state/use-store.ts';
import { rememberCaret } from './state/caret-memory.ts';
import { watchWindow } from './state/watch-window.ts';
import { Boundary } from './ui/boundary.tsx';
import { Broken } from './ui/broken.tsx';
import { startCheckWorker } from './workers/start.ts';
import { LanguageContext, readWords } from './words/use-words.ts';

const room = createRoom(connectHost(), navigator.language.startsWith('vi') ? 'vi' : 'en', startCheckWorker);
watchWindow(room);
rememberCaret(room);

/** The language that is wanted, from when its words are there. */
function useSpoken(language: Store<InterfaceLanguage>): InterfaceLanguage {
  const wanted = useStore(language);
  const [spoken, setSpoken] = useState(wanted);
  useEffect(() => {
    let isWanted = true;
    void readWords(wanted).then(() => {
      if (isWanted) setSpoken(wanted);
    });
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return spoken;
}

function Window({ room: { preferences } }: { room: Room }) {
  return (
    <LanguageContext value={useSpoken(preferences.language)}>
      <Boundary fallback={(error) => <Broken error={error} />}>
        <App />
      </Boundary>
    </LanguageContext>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// The first thing drawn is in the right language and theme.
await beginWork(room);
await readWords(room.preferences.language.get());
createRoot(root).render(
  <RoomContext value={room}>
    <Window room={room} />
  </RoomContext>,
);
