import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../../desktop/launch.ts';
import { openOutside } from '../../desktop/security/outside.ts';
import { seeCopydesk, type Seen } from '../../packaged/over-cdp.ts';

/** A running program under attack. */
export interface Target extends Seen {
  /** An address of this computer that answers: what is refused is refused by the program and not by a missing network. */
  web: string;
  /** What that address was asked for. */
  asked: string[];
  /** The addresses that the system was handed to open, as a false xdg-open was started with them. */
  handed: () => string[];
  /** Runs an attack as the page's own code would run: from a timer, where its policy binds it. Answers what it came to. */
  attack: <T>(attempt: (web: string) => T | Promise<T>) => Promise<T>;
  /** The addresses of all pages that are open. */
  open: () => string[];
}

/** An item of Electron's security checklist, as an attack: what it got, each hole in words; nothing where all is well. */
export interface Attack {
  item: number;
  what: string;
  try: (on: Target) => Promise<string[]>;
}

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

/** Starts a program to be attacked; the packaged Copydesk where nothing else is said. */
export async function openTarget(options: Parameters<typeof seeCopydesk>[0] = {}): Promise<Target> {
  const { web, asked, close } = await openOutside();
  const openers = falseOpeners();
  const seen = await seeCopydesk({ ...options, env: { PATH: `${openers.path}:${process.env['PATH'] ?? ''}` } });
  return {
    ...seen,
    ...{ web, asked, handed: openers.handed },
    attack: (attempt) => {
      const run = `Promise.resolve((${String(attempt)})(${JSON.stringify(web)})).then(resolve, reject)`;
      return seen.page.evaluate(
        `new Promise((resolve, reject) => setTimeout(() => { try { ${run} } catch (error) { reject(error) } }))`,
      );
    },
    open: () => seen.browser.contexts().flatMap((context) => context.pages().map((page) => page.url())),
    close: async () => {
      await seen.close();
      await close();
    },
  };
}

/** The program's page processes: what they were started with and what binds them. Linux tells. */
export function pages({ program }: Pick<Seen, 'program'>): {
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
