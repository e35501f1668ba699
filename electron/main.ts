import { join } from 'node:path';
import { app, net, powerMonitor, session, shell, type BrowserWindow } from 'electron';
import type { Failure } from '../src/base/result.ts';
import { contract, type EventData, type Handlers } from '../src/ipc/contract.ts';
import { createRouter, type Router } from '../src/ipc/router.ts';
import { withDatedLine } from '../src/settings/house.ts';
import { initialsOf } from '../src/settings/person.ts';
import {
  appHandlers,
  closedHandlers,
  createDeskCopies,
  createHandOver,
  exportHandlers,
  importHandlers,
  fileSource,
  knows,
  languageHandlers,
  mediaHandlers,
  mergeHandlers,
  openSites,
  openStores,
  showPicture,
  sitesHandlers,
  storyHandlers,
  takeIn,
  versionHandlers,
  type SitesRoom,
  type Stores,
} from './handlers/index.ts';
import { placeNotice } from './services/disk/place.ts';
import { LanguageFolder } from './services/language-files.ts';
import { LINK_SCHEME } from './services/sites/approval.ts';
import { openLog } from './services/log.ts';
import { DeskBook } from './services/shared-desk/desk-book.ts';
import { SharedDesk } from './services/shared-desk/shared-desk.ts';
import { trimRenditions } from './services/trim-renditions.ts';
import { createTell, openBridge } from './shell/bridge.ts';
import {
  askArticles,
  askDeskFolder,
  askExportFolder,
  askExportPath,
  askPackages,
  askSharedFile,
  askSharedPlace,
} from './shell/dialogs.ts';
import { createDragOut } from './shell/drag.ts';
import { guardPages, guardSession, openOutside } from './shell/guard.ts';
import { settleHome, type Home } from './shell/home.ts';
import { systemKeyring } from './shell/keyring.ts';
import { createLeaving } from './shell/leaving.ts';
import { createLinks } from './shell/links.ts';
import { createLook } from './shell/look.ts';
import { createNotices } from './shell/notices.ts';
import { openPreferences } from './shell/preferences.ts';
import { createPrinter } from './shell/printer.ts';
import { claimScheme, serve } from './shell/protocol.ts';
import { keepQuiet } from './shell/quiet.ts';
import { failToStart, watchHealth } from './shell/recovery.ts';
import { claimFolder, type PackageInbox } from './shell/single.ts';
import { createTrouble } from './shell/trouble.ts';
import { focusWindow, lendActivation, openWindow } from './shell/window.ts';

const near = (path: string): string => join(import.meta.dirname, path);

async function open(home: Home, inbox: PackageInbox): Promise<void> {
  let window: BrowserWindow | null = null;
  let isAwake = false;
  const tell = createTell(() => window);
  const log = openLog(home.folder);
  const trouble = createTrouble(log);
  // Copies of stories that are here, until the page can ask what becomes of them.
  const offers: EventData<'merge.offered'> = [];
  const offer = (): void => {
    if (offers.length > 0) tell('merge.offered', offers.splice(0));
  };
  const notices = createNotices(
    () => isAwake,
    (notice) => tell('app.notice', notice),
  );

  // The walls.
  guardPages(trouble.refused);
  guardSession(session.defaultSession, trouble.refused);

  // What is remembered.
  const preferences = await openPreferences(home, trouble.broken);

  // What is kept.
  const logged = (failure: Failure): void => void log.write(failure);
  async function openRooms() {
    const stores = home.isReadable
      ? await openStores({
          home: home.folder,
          ...(!home.trouble && { samples: near('../../assets/stories') }),
          templates: near('../../assets/templates'),
          by: () => preferences.settings().person.name || initialsOf(preferences.settings().person),
          onChanged: (rows) => tell('stories.changed', rows),
          onTrouble: (failure) => {
            log.write(failure);
            if (failure.code === 'versions.damaged') notices.add(failure);
          },
        })
      : null;
    const sites =
      stores &&
      openSites({
        home: home.folder,
        stores,
        keyring: systemKeyring,
        isOnline: () => net.isOnline(),
        openOutside,
        canReturn: links.claim,
        onChanged: (pushes) => tell('push.changed', pushes),
        onTrouble: logged,
      });
    const desk =
      stores &&
      new SharedDesk({
        book: new DeskBook(home.folder, trouble.broken),
        home: home.folder,
        me: () => preferences.settings().person.name,
        knows: (id, head) => knows(stores.library, id, head),
        onChanged: (shown) => tell('desk.changed', shown),
        onTrouble: logged,
      });
    return { stores, sites, desk };
  }

  // What the system draws.
  const look = createLook(preferences.settings, {
    choose: (choice) => {
      // A page that breaks down meanwhile hears nothing; its coming back is another's matter.
      void lendActivation(window)
        .catch((error: unknown) => {
          trouble.broken('a menu choice', error);
        })
        .then(() => tell('menu.chosen', choice));
    },
    showFolder: () => void shell.openPath(home.folder),
    showLogs: () => void log.folder().then((folder) => shell.openPath(folder)),
  });
  look.apply();

  const dragOut = createDragOut(() => window, near('../../assets/icon.png'));

  // The way out.
  const leaving = createLeaving({
    isAwake: () => isAwake,
    ask: () => tell('app.leaving', null),
    finish: async () => {
      const { stores, sites, desk } = await opening;
      sites?.outbox.close();
      desk?.close();
      await preferences.flush();
      await dragOut.clear();
      await stores?.library.closeAll();
      await log.flush();
    },
    onTrouble: trouble.broken,
  });

  // The window begins before the stores are open, which takes about as long; what its page asks meanwhile waits.
  const { promise: routing, resolve: answer } = Promise.withResolvers<Router>();
  const ask: Router = async (name, input) => (await routing)(name, input);
  openBridge(ask, () => window);
  await serve(session.defaultSession, near('../window'), async (id, copy) => {
    const kept = (await opening).stores;
    return kept && showPicture(kept, id, copy);
  });
  window = openWindow({
    preload: near('../preload/preload.cjs'),
    place: preferences.windowPlace(),
    onPlace: preferences.setWindowPlace,
  });
  leaving.watch(window);
  watchHealth(window, {
    words: look.words,
    onCrash: () => {
      isAwake = false;
      notices.add({ code: 'app.window-crashed' });
    },
    onTrouble: trouble.broken,
  });
  const opening = openRooms();
  const { stores, sites, desk } = await opening;
  powerMonitor.on('resume', () => {
    sites?.outbox.wake();
    void desk?.look();
  });
  notices.add(
    ...[home.trouble ?? [], placeNotice(home.folder) ?? []].flat(),
    ...preferences.notices,
    // That the list cannot be kept goes without saying where nothing can.
    ...(stores?.notices ?? []).filter(({ code }) => !home.trouble || code !== 'catalogue.in-memory'),
  );

  // What the page may ask.
  const appCalls = appHandlers({
    language: look.language,
    settings: preferences.settings,
    choose: (choices) => {
      const settings = preferences.choose(choices);
      if (choices.theme || choices.interfaceLanguage) look.apply();
      return settings;
    },
    dataFolder: home.folder,
    version: app.getVersion(),
    templates: (stores?.templates ?? []).map(({ key, language, template: { name } }) => ({ key, language, name })),
    takeNotices: notices.take,
    onStarted: () => {
      isAwake = true;
      offer();
    },
    onReadyToLeave: leaving.ready,
    onStay: leaving.stay,
    openOutside,
  });
  const storeCalls = (
    { library, media, renditions, returned, templates }: Stores,
    rooms: SitesRoom,
    shared: SharedDesk,
    deskCopies = createDeskCopies({
      desk: shared,
      returned,
      askDesk: async () => window && askDeskFolder(window, look.words()),
      showFolder: (path) => void shell.openPath(path),
    }),
  ): Omit<Handlers, keyof typeof appCalls> => ({
    ...sitesHandlers(rooms),
    ...storyHandlers(library, templates),
    ...mediaHandlers(library, media, renditions),
    ...languageHandlers(new LanguageFolder(home.folder), {
      show: (path) => void shell.openPath(path),
      askFile: async (what) => window && askSharedFile(window, look.words(), what),
      askPlace: async (what) => window && askSharedPlace(window, look.words(), what),
    }),
    ...versionHandlers(library),
    ...mergeHandlers(returned, deskCopies),
    ...exportHandlers({
      library,
      media,
      renditions,
      returned,
      askPath: async (as, name, last) => window && askExportPath(window, look.words(), as, name, last),
      askFolder: async () => window && askExportFolder(window, look.words()),
      askPackages: async () => (window ? askPackages(window, look.words()) : []),
      deskCopies,
      handOver: createHandOver({
        library,
        desk: shared,
        language: look.language,
        mailWords: look.words,
        me: () => preferences.settings().person.name,
        folder: dragOut.folder,
        openFile: (path) => shell.openPath(path),
        openOutside,
        showInFolder: (path) => {
          shell.showItemInFolder(path);
        },
      }),
      showInFolder: (path) => {
        shell.showItemInFolder(path);
      },
      dated: (story) => withDatedLine(story, preferences.settings().house),
      dragFolder: dragOut.folder,
      drag: dragOut.drag,
      print: createPrinter(trouble.refused),
      onProgress: (percent) => tell('export.progress', percent),
      onTrouble: (error) => trouble.broken('a picture could not be read', error),
    }),
    ...importHandlers({
      media,
      returned,
      onReturned: (came) => {
        offers.push(...came);
        offer();
      },
      askArticles: async () => (window ? askArticles(window, look.words()) : []),
    }),
  });
  const handlers: Handlers = {
    ...appCalls,
    ...(stores && sites && desk ? storeCalls(stores, sites, desk) : closedHandlers(home.trouble)),
  };

  // Packages that were double-clicked: the first ones open with the window, later ones come to the list.
  async function bring(files: string[]): Promise<void> {
    if (!stores || files.length === 0) return;
    const taken = await takeIn(files.map(fileSource), stores.returned);
    const last = taken.stories.at(-1);
    if (last && !isAwake) preferences.choose({ lastStory: last });
    notices.add(...taken.failures);
    offers.push(...taken.returned);
    if (isAwake) offer();
  }
  await bring(inbox.take());
  answer(createRouter(contract, handlers, trouble.broken));
  inbox.forward((files) => {
    focusWindow(window);
    void bring(files);
  });
  links.forward((address) => {
    if (!sites?.approvals.arrive(address)) notices.add({ code: 'sites.unasked' });
  });

  void sites?.outbox.open();
  void desk?.open();
  const untrimmed = (error: unknown): void => trouble.broken('clearing copies of pictures', error);
  if (stores) void trimRenditions(home.folder).catch(untrimmed);
}

keepQuiet();
claimScheme();
const home = settleHome();
const links = createLinks(LINK_SCHEME);
const inbox = claimFolder(home);
if (inbox)
  app
    .whenReady()
    .then(() => open(home, inbox))
    .catch(failToStart);
else app.quit();
