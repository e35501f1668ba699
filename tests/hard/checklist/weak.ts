import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { newFolder } from '../../desktop/launch.ts';
import { openTarget, type Target } from './target.ts';

const MAIN = `
const { app, BrowserWindow, ipcMain, shell } = require('electron');
app.commandLine.appendSwitch('enable-experimental-web-platform-features');
app.commandLine.appendSwitch('enable-blink-features', 'ShadowRealm');
ipcMain.handle('copydesk', (event, name, input) => {
  if (name === 'app.link') void shell.openExternal(input.address).catch(() => null);
  return { ok: true, value: null };
});
app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      preload: require('node:path').join(__dirname, 'preload.cjs'),
      nodeIntegration: true, nodeIntegrationInSubFrames: true, contextIsolation: false, sandbox: false,
      webSecurity: false, allowRunningInsecureContent: true, experimentalFeatures: true, webviewTag: true,
    },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    void shell.openExternal(url).catch(() => null);
    return { action: 'allow' };
  });
  void window.loadFile('index.html');
});
`;
const PRELOAD = `
const { ipcRenderer } = require('electron');
window.copydesk = {
  call: (name, input) => ipcRenderer.invoke('copydesk', name, input),
  listen: () => () => undefined,
  ipcRenderer,
};
`;
const PAGE = '<!DOCTYPE html><title>Weak</title><p>Everything is allowed here.</p>';

/** A program that does each of the twenty things wrong which can be done wrong: an attack that finds nothing in it is none. */
export async function openWeak(): Promise<Target> {
  const folder = newFolder('weak-');
  const files = {
    'package.json': JSON.stringify({ name: 'weak', main: 'main.cjs' }),
    'main.cjs': MAIN,
    'preload.cjs': PRELOAD,
    'index.html': PAGE,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const target = await openTarget({ executable: process.env['COPYDESK_ELECTRON'] ?? '', args: [folder] });
  // Electron defines its webviews in some loads of so small a page, and misses others.
  const hasWebviews = (): Promise<boolean> =>
    target.page.evaluate(() => document.title === 'Weak' && customElements.get('webview') !== undefined);
  await expect
    .poll(async () => {
      if (await hasWebviews()) return true;
      await target.page.reload();
      return hasWebviews();
    })
    .toBe(true);
  return target;
}
