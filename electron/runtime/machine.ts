import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { runCommand, type Run } from './command.ts';

/** The computer that Copydesk is developed on, as far as finding Electron needs to know it. Tests give their own. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: NodeJS.ProcessEnv;
  /** Administrator on Linux: may install packages, and must do without Chromium's sandbox. */
  isRoot: boolean;
  /** The checkout. */
  root: string;
  /** Where fetched copies are kept between runs. */
  cache: string;
  run: Run;
  /** Says one line to the person at the terminal. */
  say: (line: string) => void;
}

export function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env,
    isRoot: process.getuid?.() === 0,
    // The same two steps up from electron/runtime/ and, once built, from out/runtime/.
    root: fileURLToPath(new URL('../../', import.meta.url)),
    cache: cacheFolder(env, homedir()),
    run: runCommand,
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

/** `$XDG_CACHE_HOME/copydesk` or `~/.cache/copydesk`; the XDG rules ignore a relative path. */
export function cacheFolder(env: NodeJS.ProcessEnv, home: string): string {
  const named = env['XDG_CACHE_HOME'];
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'copydesk');
}

/** Makes the cache folder where it is not there yet. Failure code: `electron.cache-unwritable`. */
export function readyCache(machine: Machine): Result<string> {
  try {
    mkdirSync(machine.cache, { recursive: true });
    accessSync(machine.cache, constants.W_OK);
    return ok(machine.cache);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(
      'electron.cache-unwritable',
      `Electron cannot be kept in ${machine.cache} (${why}). Name another folder in XDG_CACHE_HOME.`,
    );
  }
}
