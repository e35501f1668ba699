import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { asDesktop, sandboxArguments } from '../../electron/runtime/run-electron.ts';
import { launchCopydesk, newFolder, REPOSITORY } from '../desktop/launch.ts';
import { openStoryOf, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { asBody, longText } from './peers/long-text.ts';

const ROUNDS = 7;
/** Starts whose compiled scripts Chromium and Node keep for the next ones; a program is started each day, not once. */
const WARM_UPS = 3;
const PARAGRAPHS = 50;
const MOST_KB = 170;

const PROBE = fileURLToPath(new URL('../setup/browser/first-key.cjs', import.meta.url));
const EMPTY = [fileURLToPath(new URL('../setup/browser/main.cjs', import.meta.url)), 'about:blank'];

interface FirstKey {
  /** From the process's start until the page took the key, in milliseconds. */
  ms: number;
  /** The addresses of the scripts that the page had read by then. */
  scripts: string[];
}

/** Starts a program in the same Electron, and answers when its page has taken a key. */
async function firstKey(program: readonly string[], into: string, env: Record<string, string> = {}): Promise<FirstKey> {
  const said = join(newFolder('start-'), 'said.json');
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 });
  const began = Date.now();
  const running = spawn(process.env['COPYDESK_ELECTRON']!, [...sandbox, '-r', PROBE, ...program], {
    env: { ...asDesktop(process.env), ...env, BENCH_KEY_INTO: into, BENCH_FIRST_KEY: said },
    stdio: 'ignore',
  });
  await once(running, 'exit', { signal: AbortSignal.timeout(60_000) });
  const { at, scripts, ...rest } = JSON.parse(readFileSync(said, 'utf8')) as { at: number; scripts: string[] };
  if (process.env['BENCH_TRACE'])
    console.log(
      at - began,
      Object.entries(rest).map(([k, v]) => `${k} ${Math.round(v as number) - began}`),
      scripts,
    );
  return { ms: at - began, scripts };
}

const zipped = (address: string): number =>
  gzipSync(readFileSync(address.replace(/^app:\/\/window/, join(REPOSITORY, 'out/window'))), { level: 9 }).length /
  1024;

test('from the start of the program to the first key in the last story', { timeout: 1_200_000 }, async () => {
  const home = newFolder('home-');
  const { page, close } = await launchCopydesk({ home });
  await openStoryOf(page, 'Bài đang viết', asBody(longText(PARAGRAPHS)));
  await putCaret(page, 10, 'end');
  await close();

  const env = { COPYDESK_HOME: home, COPYDESK_LANG: 'en' };
  const copydesk = (): Promise<FirstKey> => firstKey([REPOSITORY], '.editor-body', env);
  const empty = (): Promise<FirstKey> => firstKey(EMPTY, '');
  for (let turn = 0; turn < WARM_UPS; turn++) {
    await copydesk();
    await empty();
  }
  const starts: FirstKey[] = [];
  const empties: FirstKey[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    // The order turns, so that none has always the warmer or the cooler machine.
    if (turn % 2 === 0) empties.push(await empty());
    starts.push(await copydesk());
    if (turn % 2 === 1) empties.push(await empty());
  }
  const median = (rounds: readonly FirstKey[]): number =>
    percentile(
      rounds.map(({ ms }) => ms),
      0.5,
    );
  const range = (rounds: readonly FirstKey[]): string => {
    const all = rounds.map(({ ms }) => ms);
    return `${withUnit(median(rounds), 'ms')} (${Math.min(...all)} to ${Math.max(...all)})`;
  };
  figure(
    'start',
    `from the start of the program to the first key in the last story (${PARAGRAPHS} paragraphs): median of ${ROUNDS}`,
    `${range(starts)}; ${(median(starts) / median(empties)).toFixed(2)} times`,
    `an empty window of the same Electron: ${range(empties)}`,
  );
  const scripts = starts.at(-1)!.scripts.map((address) => ({ address, size: zipped(address) }));
  const all = scripts.reduce((sum, { size }) => sum + size, 0);
  figure(
    'start',
    'scripts that the window has read before its first key, as gzip',
    withUnit(all, 'KB'),
    `wanted: ${MOST_KB} KB`,
  );
  expect(all).toBeGreaterThan(50);
  expect(starts).toHaveLength(ROUNDS);
});
