import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { newFolder } from '../desktop/launch.ts';
import { openOutside, type Outside } from '../desktop/security/outside.ts';
import { seeCopydesk, type Seen } from '../packaged/over-cdp.ts';

/** The packaged Copydesk under attack: one for all tests of a file. Importing this starts it. */
export let seen: Seen;
let outside: Outside;
/** Its address. */
export let web: string;
/** What an address that answers, on this computer, was asked for. */
export let asked: string[];
/** What the system was handed to open: the addresses that a false xdg-open was started with. */
export let handed: () => string[];

/** Programs found before the system's own, which write down what they are asked to open. */
function falseOpeners(): { path: string; handed: () => string[] } {
  const folder = newFolder('openers-');
  const list = join(folder, 'handed');
  writeFileSync(list, '');
  mkdirSync(join(folder, 'bin'));
  for (const name of ['xdg-open', 'xdg-email', 'gio', 'gnome-open', 'kde-open']) {
    const file = join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$*" >> ${list}\n`);
    chmodSync(file, 0o755);
  }
  return { path: join(folder, 'bin'), handed: () => readFileSync(list, 'utf8').split('\n').filter(Boolean) };
}

beforeAll(async () => {
  outside = await openOutside();
  ({ web, asked } = outside);
  const openers = falseOpeners();
  handed = openers.handed;
  seen = await seeCopydesk({ env: { PATH: `${openers.path}:${process.env['PATH'] ?? ''}` } });
  await seen.page.getByRole('option').first().waitFor();
});
afterAll(async () => {
  await seen.close();
  await outside.close();
});

/** Runs an attack as the page's own code would run: from a timer, where the policy binds it. Answers what it came to. */
export async function attack<T>(attempt: (web: string) => T | Promise<T>): Promise<T> {
  const run = `Promise.resolve((${String(attempt)})(${JSON.stringify(web)})).then(resolve, reject)`;
  return seen.page.evaluate<T>(
    `new Promise((resolve, reject) => setTimeout(() => { try { ${run} } catch (error) { reject(error) } }))`,
  );
}

/** The page is the one from before, and no other is open. */
export async function expectSamePage(): Promise<void> {
  expect(seen.browser.contexts().flatMap((context) => context.pages().map((page) => page.url()))).toEqual([
    'app://window/index.html',
  ]);
  expect(await seen.page.evaluate(() => Reflect.get(window, 'intruder') as unknown)).toBeUndefined();
  await expect.poll(() => seen.page.getByRole('option').count()).toBeGreaterThan(0);
}

/** The program's page processes: what they were started with and what binds them. Linux tells. */
export function pages({ program }: Pick<Seen, 'program'> = seen): {
  words: string;
  seccomp: string;
  noNewPrivileges: string;
}[] {
  const root = program.pid ?? 0;
  /** One of a process's own files; null where it has ended meanwhile. */
  const told = (pid: number, file: string): string | null => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch (error) {
      if (error instanceof Error && /ENOENT|ESRCH/.test(error.message)) return null;
      throw error;
    }
  };
  const parents = new Map<number, number>();
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    const stat = told(pid, 'stat');
    if (stat) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter((pid) => pid !== root && isOurs(pid))
    .map((pid) => ({ words: told(pid, 'cmdline')?.replaceAll('\0', ' ') ?? '', status: told(pid, 'status') ?? '' }))
    .filter(({ words }) => words.includes('--type=renderer'))
    .map(({ words, status }) => ({
      words,
      seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '?',
      noNewPrivileges: /^NoNewPrivs:\s*(\d)/m.exec(status)?.[1] ?? '?',
    }));
}
