import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * Makes this the only Copydesk on its data folder. Answers false where one runs already: that one comes to the front
 * and gets the .story files of this command line, and this one must end.
 *
 * @param onSecond hears of a later start, with the .story files it was given
 */
export function claimFolder(onSecond: (packages: string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, cwd) => {
    onSecond(packagesIn(argv, cwd));
  });
  return true;
}

/** The .story files that a command line names, as full paths. The system hands over double-clicked files so. */
export function packagesIn(argv: string[], cwd: string): string[] {
  return argv.slice(1).filter((word) => !word.startsWith('-') && /\.story$/i.test(word)).map((word) => resolve(cwd, word));
}
