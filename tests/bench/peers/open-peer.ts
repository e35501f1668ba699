import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { build } from 'vite';
import { openInBrowser } from '../../desktop/browser.ts';
import { newFolder } from '../../desktop/launch.ts';

/** The editors that Copydesk is measured beside. */
export const PEERS = ['plain', 'prosemirror', 'tiptap', 'lexical', 'codemirror'] as const;
export type PeerName = (typeof PEERS)[number];

/** An editor's page in a window of the same Electron, without text yet. */
export interface OpenPeer {
  app: ElectronApplication;
  page: Page;
  close: () => Promise<void>;
}

/** The letters' size and line as in Copydesk's page; sections, panels and fonts are its own. */
const html = (script: string): string => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>peer</title>
<style>body { margin: 0; font: 17px/1.65 serif } #host { max-width: 720px; margin: 0 auto; padding: 16px; outline: none; white-space: pre-wrap }
.ProseMirror { position: relative; overflow-wrap: break-word; white-space: break-spaces; font-variant-ligatures: none; font-feature-settings: 'liga' 0; outline: none }
.bold { font-weight: 700 } .italic { font-style: italic }</style><div id="host"></div><script src="${script}"></script></html>`;

/** Pages of peers, and the one on which both ways of writing HTML are timed. */
type PageName = PeerName | 'export';

const made = new Map<PageName, Promise<string>>();

async function make(name: PageName): Promise<string> {
  const entry = fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'peerPage' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`the page of ${name} was not built`);
  const file = join(newFolder('peer-'), `${name}.html`);
  // Beside the page: what a script says of comments and scripts must not end it.
  writeFileSync(file.replace(/html$/, 'js'), first.output[0].code);
  writeFileSync(file, html(`${name}.js`));
  return file;
}

/** Opens the page of an editor; it is built once a run. */
export async function openPeer(name: PageName): Promise<OpenPeer> {
  const file = made.get(name) ?? make(name);
  made.set(name, file);
  const { browser, page } = await openInBrowser(await file);
  return { app: browser, page, close: () => browser.close() };
}
