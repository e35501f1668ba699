import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Failure } from '../../src/base/result.ts';
import { contract, type Handlers } from '../../src/ipc/contract.ts';
import { createRouter, type Router } from '../../src/ipc/router.ts';
import { defaultSettings } from '../../src/settings/schema.ts';
import {
  appHandlers,
  createDeskCopies,
  createHandOver,
  exportHandlers,
  importHandlers,
  knows,
  languageHandlers,
  mediaHandlers,
  mergeHandlers,
  openSites,
  openStores,
  sitesHandlers,
  storyHandlers,
  versionHandlers,
  type Stores,
} from '../../electron/handlers/index.ts';
import { LanguageFolder } from '../../electron/services/language-files.ts';
import { DeskBook } from '../../electron/services/shared-desk/desk-book.ts';
import { SharedDesk } from '../../electron/services/shared-desk/shared-desk.ts';
import { safeLink } from '../../src/story/links.ts';
import { REPOSITORY } from '../desktop/launch.ts';

/** The host as main.ts puts it together, without a window: every handler, on a data folder of its own. */
export interface Host {
  router: Router;
  stores: Stores;
  /** What should never happen: handlers that threw, answers that break the contract. */
  bugs: string[];
  /** The failures that went to the log. */
  failures: Failure[];
  /** Addresses that would have been opened outside. */
  opened: string[];
}

/**
 * @param chosen the folder that the person chooses whenever one is asked for
 * @param hasSamples whether the sample stories come
 */
export async function openHost(home: string, chosen: string, hasSamples = true): Promise<Host> {
  const bugs: string[] = [];
  const failures: Failure[] = [];
  const opened: string[] = [];
  const openOutside = (address: string): Promise<boolean> => {
    const safe = safeLink(address);
    if (safe === null || !URL.canParse(safe)) return Promise.resolve(false);
    opened.push(new URL(safe).href);
    return Promise.resolve(true);
  };
  const stores = await openStores({
    home,
    ...(hasSamples && { samples: join(REPOSITORY, 'assets', 'stories') }),
    templates: join(REPOSITORY, 'assets', 'templates'),
    by: () => 'Lan',
    onChanged: () => undefined,
    onTrouble: (failure) => failures.push(failure),
  });
  const rooms = openSites({
    home,
    stores,
    keyring: {
      canKeep: () => Promise.resolve(false),
      seal: () => Promise.reject(new Error('no keyring')),
      open: () => Promise.reject(new Error('no keyring')),
    },
    isOnline: () => false,
    openOutside,
    canReturn: () => false,
    onChanged: () => undefined,
    onTrouble: (failure) => failures.push(failure),
  });
  const { library, media, renditions, returned, templates } = stores;
  const desk = new SharedDesk({
    book: new DeskBook(home, (what, error) => bugs.push(`${what}: ${String(error)}`)),
    home,
    me: () => 'Lan',
    knows: (id, head) => knows(library, id, head),
    onChanged: () => undefined,
    onTrouble: (failure) => failures.push(failure),
  });
  const deskCopies = createDeskCopies({
    desk,
    returned,
    askDesk: () => Promise.resolve(chosen),
    showFolder: () => undefined,
  });
  let settings = defaultSettings;
  const handlers: Handlers = {
    ...appHandlers({
      language: () => 'en',
      settings: () => settings,
      choose: (choices) => (settings = { ...settings, ...choices }),
      dataFolder: home,
      version: '0',
      templates: [],
      takeNotices: () => [],
      onStarted: () => undefined,
      onReadyToLeave: () => undefined,
      onStay: () => undefined,
      openOutside,
    }),
    ...sitesHandlers(rooms),
    ...storyHandlers(library, templates),
    ...mediaHandlers(library, media, renditions),
    ...languageHandlers(new LanguageFolder(home), {
      show: () => undefined,
      askFile: () => Promise.resolve(null),
      askPlace: () => Promise.resolve(null),
    }),
    ...versionHandlers(library),
    ...mergeHandlers(returned, deskCopies),
    ...exportHandlers({
      library,
      media,
      renditions,
      returned,
      askPath: (as, name) => Promise.resolve({ path: join(chosen, `${name}-${as}`), mayReplace: true }),
      askFolder: () => Promise.resolve(chosen),
      askPackages: () => Promise.resolve([]),
      deskCopies,
      handOver: createHandOver({
        library,
        desk,
        language: () => 'en',
        mailWords: () => ({ mailSubject: '{headline}', mailText: '{headline}', mailAttach: '{file}' }),
        me: () => 'Lan',
        folder: () => mkdtemp(join(chosen, 'mail-')),
        openFile: () => Promise.resolve(''),
        openOutside,
        showInFolder: () => undefined,
      }),
      showInFolder: () => undefined,
      dated: (story) => story,
      dragFolder: () => Promise.resolve(chosen),
      drag: () => undefined,
      print: () => Promise.resolve(ok(new Uint8Array())),
      // A picture or a version that the disk refuses: the export says so, and the log.
      onTrouble: () => undefined,
    }),
    ...importHandlers({
      media,
      returned,
      onReturned: () => undefined,
      askArticles: () => Promise.resolve([]),
    }),
  };
  const router = createRouter(contract, handlers, (call, error) => {
    bugs.push(`${call}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  return { router, stores, bugs, failures, opened };
}
