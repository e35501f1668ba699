import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { ok } from '../src/base/result.ts';
import { contract, type Handlers } from '../src/ipc/contract.ts';
import { createRouter } from '../src/ipc/router.ts';
import { defaultSettings } from '../src/settings/schema.ts';
import { appHandlers } from './handlers/app.ts';
import { createTell, openBridge } from './shell/bridge.ts';
import { guardPages, guardSession } from './shell/guard.ts';
import { settleHome } from './shell/home.ts';
import { createLeaving } from './shell/leaving.ts';
import { claimScheme, serve } from './shell/protocol.ts';
import { keepQuiet } from './shell/quiet.ts';
import { openWindow } from './shell/window.ts';

keepQuiet();
claimScheme();
const home = settleHome();
let window: BrowserWindow | null = null;
const tell = createTell(() => window);
const log = (...x: unknown[]): void => console.log(...x);
const leaving = createLeaving({ isAwake: () => true, ask: () => tell('app.leaving', null), finish: async () => undefined, onTrouble: log });
guardPages(log);
void app.whenReady().then(async () => {
guardSession(session.defaultSession, log);
await serve(session.defaultSession, join(import.meta.dirname, '../window'), async () => null);
const handlers = {
  ...appHandlers({ language: () => 'en', settings: () => defaultSettings, choose: (c) => ({ ...defaultSettings, ...c }), dataFolder: home.folder, version: app.getVersion(), takeNotices: () => [], onStarted: () => log('started'), onReadyToLeave: leaving.ready, openOutside: async () => false }),
} as unknown as Handlers;
openBridge(createRouter(contract, handlers, log), () => window);
window = openWindow({ preload: join(import.meta.dirname, '../preload/preload.cjs'), place: null, onPlace: log });
leaving.watch(window);
});
void ok;
