import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { newFolder } from '../desktop/launch.ts';
import type { Method } from './engine.ts';

const run = promisify(execFile);

/** IBus with Unikey on a desktop of its own, and hands on its keyboard. */
export interface InputMethod {
  /** For the program that is to be typed into. */
  env: Record<string, string>;
  /** Switches Unikey on, for the window that has the focus. */
  switchOn: () => Promise<void>;
  setMethod: (method: Method) => Promise<void>;
  /** Presses these keys one after another, as a typist's hands do. */
  press: (keys: string) => Promise<void>;
  end: () => Promise<void>;
}

/**
 * A message bus that starts no program by itself: a keyring that the system has would otherwise ask for its password, in a window
 * that takes the keyboard.
 */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
`;

/** Between two keys, in milliseconds: a very fast typist. */
const BETWEEN_KEYS = 15;

/** Starts a message bus, a window manager and IBus. Debian: ibus, ibus-unikey, ibus-gtk3, dbus-x11, openbox, xdotool. */
export async function startInputMethod(): Promise<InputMethod> {
  const folder = newFolder('ibus-');
  const started: ChildProcess[] = [];
  const env: Record<string, string> = {
    GTK_IM_MODULE: 'ibus',
    XMODIFIERS: '@im=ibus',
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    // Settings in a file of this folder, not in the session's database.
    GSETTINGS_BACKEND: 'keyfile',
  };
  const all = (): NodeJS.ProcessEnv => ({ ...process.env, ...env });
  const start = (command: string, ...args: string[]): ChildProcess => {
    const child = spawn(command, args, { env: all(), stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    return child;
  };
  const ibus = async (...args: string[]): Promise<string> => (await run('ibus', args, { env: all() })).stdout.trim();

  const bare = join(folder, 'bus.conf');
  writeFileSync(bare, BUS);
  const bus = start('dbus-daemon', `--config-file=${bare}`, '--nofork', '--print-address=1');
  const [address] = (await once(bus.stdout!, 'data')) as [Buffer];
  env['DBUS_SESSION_BUS_ADDRESS'] = address.toString().trim();
  start('openbox');
  start('ibus-daemon', '--replace', '--xim', '--panel=disable');
  await vi.waitFor(async () => expect(await ibus('list-engine')).toContain('Unikey'), { timeout: 15_000 });

  return {
    env,
    async switchOn() {
      // It complains that it cannot set the keyboard's layout on this screen, and switches on all the same.
      await ibus('engine', 'Unikey').catch(() => undefined);
      await expect.poll(() => ibus('engine').catch(() => ''), { timeout: 10_000 }).toBe('Unikey');
    },
    async setMethod(method) {
      await run('gsettings', ['set', 'org.freedesktop.ibus.engine.unikey', 'input-method', method], { env: all() });
    },
    async press(keys) {
      await run('xdotool', ['type', '--delay', String(BETWEEN_KEYS), '--', keys], { env: all() });
    },
    async end() {
      for (const child of started.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, 'exit', { signal: AbortSignal.timeout(5000) });
        child.kill();
        // The daemon keeps those who are still connected waiting; nothing of it is to be kept.
        await gone.catch(() => child.kill('SIGKILL'));
      }
    },
  };
}

/** Waits until the text in which one types holds the sentence, or some seconds: the keys go a long way through other programs. */
export async function arrived(page: Page, sentence: string): Promise<void> {
  const typed = (): Promise<string> =>
    page.evaluate(() => {
      const active = document.activeElement;
      if (active instanceof HTMLTextAreaElement) return active.value;
      const node = getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return element?.closest('p, .part')?.textContent ?? '';
    });
  await expect
    .poll(typed, { timeout: 4000, interval: 20 })
    .toContain(sentence)
    .catch(() => undefined);
}
