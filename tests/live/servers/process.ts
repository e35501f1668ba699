import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

/** Where what was fetched and installed is kept between runs. */
export const CACHE =
  process.env['COPYDESK_LIVE_CACHE'] ?? fileURLToPath(new URL('../../../node_modules/.cache/live', import.meta.url));

export const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A port of loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** Runs a script of this folder to its end; throws with what it said where it failed. */
export async function install(script: string, ...args: string[]): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const ran = spawnSync('bash', [here(script), ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${script} failed:\n${ran.stdout}\n${ran.stderr}`);
}

/** A server as a process of its own group, its words in a file. */
export function serve(
  program: string,
  args: string[],
  { cwd, env, log }: { cwd: string; env: NodeJS.ProcessEnv; log: string },
): ChildProcess {
  const out = openSync(log, 'a');
  return spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out], detached: true });
}

/** Ends a server with the workers that it started; one that has ended already stays so. */
export async function end(server: ChildProcess): Promise<void> {
  // A server that a signal ended has no exit code.
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = new Promise((exited) => server.once('exit', exited));
  process.kill(-server.pid, 'SIGTERM');
  await ended;
}

/** Asks until the address answers as it should; throws after a minute, or when the server has ended. */
export async function answers(url: string, server: ChildProcess, isUp: (status: number) => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      if (server.exitCode !== null) return;
      const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
      if (!isUp(status)) throw new Error(`${url} answers ${status}`);
    },
    { timeout: 60_000, interval: 50 },
  );
  if (server.exitCode !== null) throw new Error(`the server of ${url} ended with ${server.exitCode}`);
}
