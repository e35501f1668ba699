import { createContext, useContext } from 'react';
import type { Client } from '../../src/ipc/client.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { createChecks, type Checks, type CheckWorker } from './checks.ts';
import { createDesk, type Desk } from './desk.ts';
import { createFinder, type Finder } from './finder.ts';
import { createLeaving, type Leaving } from './leaving.ts';
import { mergeBeside } from '../merge/merge.ts';
import { createLibrary, type Library } from './library.ts';
import { createMerging, type Merging } from './merging.ts';
import { createNotices, type Notices } from './notices.ts';
import { createReader, type Reader } from '../proof/reader.ts';
import { createProgress, type ProgressStore } from './progress.ts';
import { createPreferences, type InterfaceLanguage, type Preferences } from './preferences.ts';
import { createPushing, type Pushing } from './pushing.ts';
import { createSharedDesk, type SharedDeskRoom } from './shared-desk.ts';
import { createShelves, type Shelves } from './shelves.ts';
import { createStore, type Store } from './store.ts';

/** What can stand at the page's right. */
export type SidePanel = 'checks' | 'preview' | 'language' | 'review';

/** Everything the window knows and can do, apart from what stands in the editor. */
export interface Room {
  host: Client;
  notices: Notices;
  progress: ProgressStore;
  preferences: Preferences;
  library: Library;
  finder: Finder;
  desk: Desk;
  shelves: Shelves;
  /** The house's templates for new stories. */
  templates: Store<CallOutput<'app.start'>['templates']>;
  /** Returned copies that wait to be merged. */
  merging: Merging;
  /** The folder that the newsroom shares. */
  sharedDesk: SharedDeskRoom;
  leaving: Leaving;
  /** Sites, and what is on its way to them. */
  pushing: Pushing;
  checks: Checks;
  /** Reads the page's texts for spelling and style. */
  reader: Reader;
  /** The panel at the page's right. */
  side: Store<SidePanel | null>;
  /** The preview's own window, while it has one. */
  previewOut: Store<Window | null>;
  /** Whether the dialog that exports is open. */
  exportShown: Store<boolean>;
  /** The section of the settings that is open, by its key; null while they are shut. */
  settingsShown: Store<string | null>;
  /** Whether the open story's versions are shown. */
  versionsShown: Store<boolean>;
}

/** @param startChecker starts the thread that checks the open story */
export function createRoom(host: Client, computerLanguage: InterfaceLanguage, startChecker: () => CheckWorker): Room {
  const notices = createNotices();
  const preferences = createPreferences(host, notices, computerLanguage);
  const library = createLibrary(host, notices);
  host.listen('app.notice', (notice) => {
    notices.tell('failure', notice);
  });
  const progress = createProgress();
  const desk = createDesk(host, library, notices, preferences, progress);
  const leaving = createLeaving(host, desk);
  const merging = createMerging({ host, desk, library, notices, preferences, merge: mergeBeside });
  host.listen('merge.offered', merging.offer);
  return {
    host,
    notices,
    progress,
    preferences,
    library,
    finder: createFinder(host, library, notices),
    desk,
    shelves: createShelves(host, library, desk, notices, progress),
    templates: createStore<CallOutput<'app.start'>['templates']>([]),
    merging,
    sharedDesk: createSharedDesk(host, notices, merging),
    leaving,
    pushing: createPushing(host, notices),
    checks: createChecks(desk, preferences, startChecker),
    reader: createReader(host),
    side: createStore<SidePanel | null>(null),
    previewOut: createStore<Window | null>(null),
    exportShown: createStore(false),
    settingsShown: createStore<string | null>(null),
    versionsShown: createStore(false),
  };
}

/** Asks the host how to begin, then opens the last story. */
export async function beginWork({
  host,
  preferences,
  notices,
  desk,
  templates,
  pushing,
  sharedDesk,
}: Room): Promise<void> {
  const start = await host.call('app.start');
  if (start.ok) {
    preferences.begin(start.value.settings, start.value.language);
    templates.set(start.value.templates);
    for (const notice of start.value.notices) notices.tell('failure', notice);
  } else {
    notices.tell('failure', start.failure);
  }
  void pushing.begin();
  void sharedDesk.begin();
  await desk.begin();
}

export const RoomContext = createContext<Room | null>(null);

/** The room that this window is. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom outside of RoomContext');
  return room;
}
