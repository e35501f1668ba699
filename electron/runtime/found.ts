import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An Electron that can be run. */
export interface FoundElectron {
  /** Absolute path of the program. */
  executable: string;
  /** The folder with everything that belongs to it, as electron-builder's `electronDist` wants it. */
  folder: string;
  /** As its own `version` file says, such as `45.4.1`. */
  version: string;
  source: 'override' | 'official' | 'community';
}

/** Lies beside a community copy's program: which package it came from, by hash. */
export const ORIGIN_FILE = 'community-copy.txt';

/** Looks into a folder for an Electron. Undefined where there is none, or only part of one. */
export function electronIn(
  folder: string,
  platform: NodeJS.Platform,
  source: FoundElectron['source'],
): FoundElectron | undefined {
  const executable = join(folder, programName(platform));
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  // However it was named, a community copy stays one: packaging must know it.
  return { executable, folder, version, source: existsSync(join(folder, ORIGIN_FILE)) ? 'community' : source };
}

/** Where the program lies inside an unpacked Electron release. */
function programName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
