import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import { asDesktop, sandboxArguments } from '../../electron/runtime/run-electron.ts';
import { newFolder } from '../desktop/launch.ts';
import { copyOfProgram, packagedCopydesk } from './packaged.ts';

/** The packaged program itself, its page reached through Chromium's own protocol; its main process by what it does alone. */
export interface Seen {
  page: Page;
  browser: Browser;
  program: ChildProcess;
  home: string;
  /** What it wrote to its terminal so far. */
  said: () => string;
  close: () => Promise<void>;
}

/** How often Playwright is let try, 5 s each time: one that comes while the page is being made waits for it in vain. */
const TRIES = 6;

async function connected(address: string): Promise<Browser> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 5_000 });
    } catch (cause) {
      if (left === 0) throw cause;
    }
  }
}

/** Starts the packaged Copydesk as given to newsrooms, on a data folder of its own. */
export async function seeCopydesk({
  home = newFolder('home-'),
  args = [],
  env = {},
  executable = packagedCopydesk().executable,
  as,
}: {
  home?: string;
  args?: string[];
  env?: Record<string, string>;
  executable?: string;
  as?: { uid: number; gid: number };
} = {}): Promise<Seen> {
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: !as && process.getuid?.() === 0 });
  const program = spawn(executable, [...sandbox, '--remote-debugging-port=0', ...args], {
    ...as,
    env: { ...asDesktop(process.env), COPYDESK_HOME: home, COPYDESK_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    program.once('exit', (code) => {
      reject(new Error(`the program ended with ${String(code)}:\n${lines.join('\n')}`));
    });
    for (const stream of [program.stdout, program.stderr])
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        const found = /DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1];
        if (found) resolve(found);
      });
  });
  const browser = await connected(address);
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForLoadState('load');
  return {
    page,
    browser,
    program,
    home,
    said: () => lines.join('\n'),
    close: async () => {
      if (program.exitCode !== null || program.signalCode !== null) return;
      const gone = once(program, 'exit', { signal: AbortSignal.timeout(20_000) });
      program.kill('SIGTERM');
      await gone;
      await browser.close();
    },
  };
}

/** Debian's user and group "nobody". */
const NOBODY = { uid: 65534, gid: 65534 };

/** The packaged program with Chromium's sandbox on, which Chromium refuses to root: root starts it as nobody. */
export async function seeSandboxed(): Promise<Seen> {
  if (process.getuid?.() !== 0) return seeCopydesk();
  // Root's own folders are closed to nobody.
  const place = mkdtempSync(join(tmpdir(), 'copydesk-nobody-'));
  chmodSync(place, 0o755);
  const { executable } = copyOfProgram(join(place, 'program'));
  const home = join(place, 'home');
  mkdirSync(home);
  chownSync(home, NOBODY.uid, NOBODY.gid);
  const seen = await seeCopydesk({
    executable,
    home,
    as: NOBODY,
    env: { HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home },
  });
  return {
    ...seen,
    close: async () => {
      await seen.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
