import { resolve } from 'node:path';
import { app } from 'electron';
import type { Home } from './home.ts';

/** Takes .story files; none where only the window is wanted. */
export type PackageTaker = (files: string[]) => void;

/** Where .story files arrive that the system hands over, whenever it does; they wait until someone takes them. */
export interface PackageInbox {
  /** The files that wait now. */
  take: () => string[];
  /** Hands over each later arrival as it comes. */
  forward: (taker: PackageTaker) => void;
}

/**
 * Makes this the only Copydesk on its data folder. Answers null where one runs already: that one comes to the front and
 * gets the .story files of this command line, and this one must end. A folder that cannot be written needs no such care.
 */
export function claimFolder({ trouble }: Home): PackageInbox | null {
  if (!trouble && !app.requestSingleInstanceLock()) return null;
  const waiting = packagesIn(process.argv, process.cwd());
  let taker: PackageTaker = (files) => void waiting.push(...files);
  app.on('second-instance', (_event, argv, cwd) => {
    taker(packagesIn(argv, cwd));
  });
  // macOS has its own way of handing over a double-clicked file.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    taker(packagesIn(['', path], '/'));
  });
  return {
    take: () => waiting.splice(0),
    forward: (next) => {
      taker = next;
    },
  };
}

/** The .story files that a command line names after the program itself, as full paths. */
function packagesIn(argv: string[], cwd: string): string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && /\.story$/i.test(word))
    .map((word) => resolve(cwd, word));
}
