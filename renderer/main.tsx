import { createRoot } from 'react-dom/client';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/frame.css';
import './texts/marks.css';
import { App } from './app.tsx';
import { connectHost } from './host/host.ts';
import { beginWork, createRoom, RoomContext, type Room } from './state/room.ts';
import { useStore } from './state/use-store.ts';
import { rememberCaret } from './state/caret-memory.ts';
import { watchWindow } from './state/watch-window.ts';
import { Boundary } from './ui/boundary.tsx';
import { Broken } from './ui/broken.tsx';
import { startCheckWorker } from './workers/start.ts';
import { LanguageContext } from './words/use-words.ts';

const room = createRoom(connectHost(), navigator.language.startsWith('vi') ? 'vi' : 'en', startCheckWorker);
watchWindow(room);
rememberCaret(room);

function Window({ room: { preferences } }: { room: Room }) {
  return (
    <LanguageContext value={useStore(preferences.language)}>
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
createRoot(root).render(
  <RoomContext value={room}>
    <Window room={room} />
  </RoomContext>,
);
