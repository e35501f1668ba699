import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { asDesktop, sandboxArguments } from '../../electron/runtime/run-electron.ts';

/** The checkout, which Electron runs as an app through package.json's `main`. */
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** Before the program on Electron's command line, so that it begins once Playwright is there; a packaged one takes no such file. */
export const HOLD = ['-r', fileURLToPath(new URL('./hold.cjs', import.meta.url))];

export interface LaunchOptions {
  /** The data folder. A new, empty one where none is given; give the one from before to start the program again. */
  home?: string;
  /** The interface language: `en` (default) or `vi`. */
  lang?: string;
  env?: Record<string, string>;
  /** For the program, after its own path. */
  args?: string[];
  /** The program: Electron on the checkout by default, or a packaged Copydesk. */
  program?: { executable: string; args: string[] };
}

/** A running Copydesk with its first window. */
export interface Copydesk {
  app: ElectronApplication;
  page: Page;
  home: string;
  /** Quits as a person would, and answers when the program has gone. Its data folder stays until the run of tests ends. */
  close: () => Promise<void>;
}

const open = new Set<Copydesk>();

/** Starts Copydesk in a real window, on a data folder of its own. */
export async function launchCopydesk(options: LaunchOptions = {}): Promise<Copydesk> {
  const home = options.home ?? newFolder('home-');
  const program = options.program ?? { executable: given('COPYDESK_ELECTRON'), args: [...HOLD, REPOSITORY] };
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 });
  const app = await _electron.launch({
    executablePath: program.executable,
    args: [...sandbox, ...program.args, ...(options.args ?? [])],
    env: definedOnly({
      ...asDesktop(process.env),
      COPYDESK_HOME: home,
      COPYDESK_LANG: options.lang ?? 'en',
      ...options.env,
    }),
    timeout: 45_000,
  });
  // Asked for now: Playwright knows nothing of a program that has ended by itself.
  const running = app.process();
  const page = await app.firstWindow({ timeout: 45_000 });
  const copydesk: Copydesk = {
    app,
    page,
    home,
    close: async () => {
      open.delete(copydesk);
      await quit(app, running);
    },
  };
  open.add(copydesk);
  return copydesk;
}

/** A new folder for a test's files; it goes when the run of tests ends. */
export function newFolder(prefix = 'files-'): string {
  return mkdtempSync(join(given('COPYDESK_TEST_FOLDER'), prefix));
}

/** Quits every Copydesk that a test has left running. */
export async function closeLeftOpen(): Promise<void> {
  await Promise.all([...open].map((copydesk) => copydesk.close()));
}

async function quit(app: ElectronApplication, program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  try {
    await Promise.all([once(program, 'exit', { signal: AbortSignal.timeout(20_000) }), app.close()]);
  } catch (cause) {
    program.kill('SIGKILL');
    throw new Error('Copydesk was asked to quit and had not left after 20 seconds; it was ended.', { cause });
  }
}

function given(name: 'COPYDESK_ELECTRON' | 'COPYDESK_TEST_FOLDER'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start window tests with npm test`);
  return value;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
