import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../../src/base/dates.ts';
import type { Failure } from '../../src/base/result.ts';
import { Turns } from './drafts/turns.ts';
import { withoutPerson } from './trace.ts';

const MAX_BYTES = 1024 * 1024;
const KEPT = 3;
const MAX_LINE = 2000;

/** Names of things that must never be written down, whatever a failure is about. */
const SECRET = /pass|secret|token|key|auth|cookie/i;
/** Names of things that hold words of a story. */
const WORDS = /^(headline|text|caption|title)$/;

/** One line: time, code, detail, and what it is about. */
function line(at: string, home: string, { code, detail, about = {} }: Failure): string {
  const telling = Object.entries(about).map(([name, value]) => [
    name,
    SECRET.test(name) || WORDS.test(name) ? '(left out)' : value,
  ]);
  const details = withoutPerson(detail.replace(/\/\/[^/@\s]+@/g, '//(left out)@'), home);
  const text = `${at} ${code} ${details} ${telling.length > 0 ? JSON.stringify(Object.fromEntries(telling)) : ''}`;
  return `${text.replace(/\s+/g, ' ').trim().slice(0, MAX_LINE)}\n`;
}

/** Where failures are written down for whoever looks after the newsroom's computers. */
export interface Log {
  write: (failure: Failure) => void;
  /** Answers when everything is written. */
  flush: () => Promise<void>;
  /** Where it lies, there to be shown also before anything went wrong. */
  folder: () => Promise<string>;
}

/**
 * The log `<home>/logs/copydesk.log`: codes and details of failures, no text of stories, no secrets. At 1 MB it becomes
 * `copydesk.1.log`, and the fourth is dropped.
 *
 * @param onLost hears that the log itself cannot be written; once, since it would not stop
 */
export function openLog(
  home: string,
  { clock = now, onLost = () => {} }: { clock?: () => string; onLost?: (error: Error) => void } = {},
): Log {
  const folder = join(home, 'logs');
  const path = (n: number): string => join(folder, n === 0 ? 'copydesk.log' : `copydesk.${n}.log`);
  const turns = new Turns();
  let isLost = false;

  const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size;
  const rotate = async (): Promise<void> => {
    for (let n = KEPT - 1; n >= 0; n--) if ((await sizeOf(path(n))) > 0) await rename(path(n), path(n + 1));
  };
  const append = async (text: string): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if ((await sizeOf(path(0))) + text.length > MAX_BYTES) await rotate();
      await appendFile(path(0), text, { mode: 0o600 });
    } catch (error) {
      if (!isLost && error instanceof Error) onLost(error);
      isLost = true;
    }
  };
  return {
    write: (failure) => turns.follow(() => append(line(clock(), home, failure))),
    flush: () => turns.settled(),
    folder: async () => {
      // Where the data folder cannot be written there is no log, and the folder above it says as much.
      const made = await mkdir(folder, { recursive: true, mode: 0o700 }).then(
        () => true,
        () => false,
      );
      return made ? folder : home;
    },
  };
}
