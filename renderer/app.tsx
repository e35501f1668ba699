import { Suspense, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { EditorHandle } from './editor/editor.tsx';
import { Bar, type BarProps } from './panels/bar/bar.tsx';
import { goTo } from './panels/checks/go-to.ts';
import { FindBar } from './panels/find/find-bar.tsx';
import { Page } from './panels/fields/page.tsx';
import { DropArticles } from './panels/intake/drop-articles.tsx';
import {
  ChecksPanel,
  ExportDialog,
  MergeDialog,
  OutboxDialog,
  PreviewBody,
  PreviewPanel,
  PullDialog,
  PushDialog,
  SettingsDialog,
  VersionsDialog,
} from './panels/parts.ts';
import { LibraryPanel } from './panels/library/library-panel.tsx';
import { ProofDesk } from './panels/proof/proof-desk.tsx';
import { ReviewDesk } from './panels/review/review-desk.tsx';
import { LeavingDialog } from './panels/notices/leaving-dialog.tsx';
import { NoticeList } from './panels/notices/notice-list.tsx';
import { StatusLine } from './panels/status/status-line.tsx';
import { useMenu } from './state/use-menu.ts';
import { useRoom } from './state/room.ts';
import type { Session } from './state/session.ts';
import { useFindKeys } from './state/use-find-keys.ts';
import { useLibraryShown } from './state/use-library-shown.ts';
import { useRest } from './state/use-rest.ts';
import { useStore } from './state/use-store.ts';
import type { PageTexts } from './texts/page-texts.ts';
import { Welcome } from './panels/library/welcome.tsx';
import { useLanguage, useWords } from './words/use-words.ts';

/** The window: stories at the side, the page in the middle, the bar above and the status line below. */
export function App() {
  const { desk, preferences, finder, side: sideStore, previewOut, exportShown, pushing } = useRoom();
  const previewWindow = useStore(previewOut);
  const isExporting = useStore(exportShown);
  const sending = useStore(pushing.shown);
  const side = useStore(sideStore);
  const language = useLanguage();
  const theme = useStore(preferences.settings, (settings) => settings.theme);
  const library = useLibraryShown();
  const state = useStore(desk.state);
  const editor = useRef<EditorHandle>(null);
  const exportButton = useRef<HTMLButtonElement>(null);
  const [texts, setTexts] = useState<PageTexts | null>(null);
  const find = useFindKeys();
  const hasRest = useRest();
  const session = state.is === 'open' ? state.session : null;

  function newStory(): void {
    // A newsroom's next story is mostly in the language of this one.
    void desk.create(session?.fields.get().language ?? language);
  }

  function searchLibrary(): void {
    library.show();
    finder.isWanted.set(true);
  }

  useMenu({ newStory, toggleLibrary: library.toggle, searchLibrary, editor, exportButton, find: find.open });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  const bar = { library, onNewStory: newStory, exportButton };
  return (
    <div className="frame">
      {session ? <TitledBar session={session} {...bar} /> : <Bar title="" {...bar} />}
      {library.isShown && <LibraryPanel onNewStory={newStory} onEscape={library.uncover} />}
      <div className="frame-page" inert={state.is === 'open' && state.isHeld} onPointerDown={library.uncover}>
        {session && (
          <Page
            key={session.key}
            session={session}
            isNew={state.is === 'open' && state.isNew}
            caret={(state.is === 'open' && state.caret) || null}
            editor={editor}
            onTexts={setTexts}
          />
        )}
        {session && find.shown.is !== 'closed' && (
          <FindBar
            key={find.shown.opened}
            texts={texts}
            begin={find.shown.begin}
            options={find.options}
            onOptions={find.setOptions}
            isReplacing={find.shown.is === 'replace'}
            onReplacing={find.setReplacing}
            onClose={find.close}
          />
        )}
        {session && <ReviewDesk key={`review ${session.key}`} session={session} editor={editor} texts={texts} />}
        {session && <ProofDesk key={`proof ${session.key}`} texts={texts} session={session} />}
        <Suspense>
          {session && side === 'checks' && <ChecksPanel onJump={(place) => goTo(place, editor.current)} />}
          {session && side === 'preview' && <PreviewPanel key={`preview ${session.key}`} session={session} />}
        </Suspense>
        {state.is === 'empty' && <Welcome />}
        <NoticeList />
      </div>
      {session && <StatusLine key={session.key} session={session} />}
      {session &&
        previewWindow &&
        createPortal(
          <Suspense>
            <PreviewBody key={session.key} session={session} />
          </Suspense>,
          previewWindow.document.body,
        )}
      <DropArticles />
      <Suspense>
        {session && isExporting && (
          <ExportDialog
            session={session}
            onClose={() => exportShown.set(false)}
            onJump={(place) => goTo(place, editor.current)}
          />
        )}
        {session && sending === 'push' && (
          <PushDialog session={session} onJump={(place) => goTo(place, editor.current)} />
        )}
        {sending === 'outbox' && <OutboxDialog />}
        {sending === 'pull' && <PullDialog />}
      </Suspense>
      <Suspense>{hasRest && <SettingsDialog />}</Suspense>
      <Suspense>{hasRest && <MergeDialog />}</Suspense>
      <Suspense>{session && hasRest && <VersionsDialog session={session} />}</Suspense>
      {session && <LeavingDialog session={session} />}
    </div>
  );
}

/** The bar with the story's headline, which is the window's title too. */
function TitledBar({ session, ...bar }: Omit<BarProps, 'title'> & { session: Session }) {
  const words = useWords().bar;
  const headline = useStore(session.fields, (fields) => fields.headline) || words.untitled;
  useEffect(() => {
    document.title = `${headline} - Copydesk`;
  }, [headline]);
  return <Bar title={headline} {...bar} />;
}
