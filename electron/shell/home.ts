import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import { fail, type Failure } from '../../src/base/result.ts';

/** The data folder: where it is, and why nothing can be kept there, if so. */
export interface Home {
  folder: string;
  trouble: Failure | null;
  /** Whether what is there can be read, which it may where nothing can be written. */
  isReadable: boolean;
}

/**
 * Finds the data folder (`COPYDESK_HOME`, else Electron's userData), makes it, tries whether it can be written, and
 * moves Chromium's own files out of the newsroom's way. Must run before the single-instance lock, which lies among
 * Chromium's files: so two data folders may be open side by side, and one folder never twice.
 *
 * A folder that cannot be written is no reason to stop: `trouble` is then `home.read-only` where its stories can be read,
 * else `home.not-writable`, both with the `folder`, and the window says so.
 */
export function settleHome(wish = process.env['COPYDESK_HOME']): Home {
  const folder = wish ? resolve(wish) : app.getPath('userData');
  const trouble = tryFolder(folder);
  const litter = trouble ? mkdtempSync(join(tmpdir(), 'copydesk-')) : join(folder, 'electron');
  mkdirSync(litter, { recursive: true });
  app.setPath('userData', litter);
  app.setPath('sessionData', litter);
  app.setAppLogsPath(join(litter, 'logs'));
  return { folder, trouble, isReadable: trouble?.code !== 'home.not-writable' };
}

function tryFolder(folder: string): Failure | null {
  try {
    // Drafts are for their writer's eyes; a folder that exists keeps its rights.
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) syncNames(dirname(made), dirname(folder));
    rmdirSync(mkdtempSync(join(folder, '.try-')));
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // On a full disk stories still open and read; the first change that finds no room says so itself.
    if (code === 'ENOSPC') return null;
    return fail(isListed(folder) ? 'home.read-only' : 'home.not-writable', message, { folder }).failure;
  }
}

function isListed(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    // There is none, or it is closed to us; why it cannot be written has been told.
    return false;
  }
}

/** Has the disk hold the names of new folders, from the one that was there down to the last: a power cut would take them. */
function syncNames(from: string, to: string): void {
  // Windows opens no folder as a file; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  for (let folder = to; ; folder = dirname(folder)) {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
    if (folder === from || folder === dirname(folder)) return;
  }
}
