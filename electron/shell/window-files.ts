import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const TYPES: Record<string, string> = {
  // Spelling dictionaries.
  aff: 'text/plain; charset=utf-8',
  css: 'text/css; charset=utf-8',
  dic: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** A file of the window: where it is and its MIME type. */
export interface WindowFile {
  path: string;
  type: string;
}

/**
 * Every file the window may ask for, by its address (`app://window/index.html`). Listed once at start: an address is
 * looked up and never made into a path, so no spelling of one can lead out of the folder.
 */
export async function listWindowFiles(folder: string): Promise<Map<string, WindowFile>> {
  const files = new Map<string, WindowFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (type) files.set(`app://window/${relative(folder, path).split(sep).join('/')}`, { path, type });
  }
  return files;
}
