import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dice } from '../../host/drafts/typist.ts';
import type { Errand, Told } from './errand.ts';
import type { Killable } from './killable.ts';
import { PROXY_FAULTS, type FaultProxy, type ProxyFault } from './proxy.ts';

/**
 * What can befall a push. The program is killed: while the push is ordered; when a step is recorded and about to leave;
 * when the server has done it and the answer is on its way; up to forty milliseconds after the answer.
 */
const KILLS = ['killed-ordering', 'killed-before', 'killed-within', 'killed-after'] as const;
const ON_THE_WAY = [...PROXY_FAULTS, 'no-name', 'bad-certificate', ...KILLS.slice(1)] as const;
export const FAULTS = [...PROXY_FAULTS, 'no-name', 'bad-certificate', ...KILLS] as const;
type Fault = (typeof FAULTS)[number];

export interface Outcome {
  errand: Errand;
  ended: 'done' | 'waiting' | 'person';
  /** Why it waits or needs a person; of one that is done what is wrong with it as the site has it, or nothing. */
  code: string;
  faults: Fault[];
}

/** A program, and the proxy between it and the site. One push at a time. */
export interface Lane {
  program: Killable;
  proxy: FaultProxy;
}

/** What may be ordered of a story. */
const ORDERS: Errand['orders'][] = [
  ['draft'],
  ['published'],
  ['published'],
  ['scheduled'],
  ['published', 'unpublished'],
];

/** After so many requests a push that is still not done waits, and says why. */
const PATIENCE = 400;
/** A push that says nothing more would hold up all others; milliseconds. */
const HANGS_AFTER = 600_000;
const GOES_ON = ['push.tls', 'push.keeps-failing'];

/** One push through faults, begun anew over the same data folder after each kill. */
export async function pushThrough(
  { program, proxy }: Lane,
  seed: number,
  run: number,
  secret: string,
): Promise<Outcome> {
  const random = dice(seed * 100_000 + run);
  const rate = 0.05 + 0.25 * random();
  const errand: Errand = {
    home: await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'desk-')),
    url: proxy.url,
    secret,
    story: `fault${String(seed).padStart(4, '0')}n${String(run).padStart(6, '0')}`,
    name: `lu-${seed}-${run}`,
    pictures: [1, 2].map((n) => [run * 2 + n, 24 + (run % 40)]),
    orders: ORDERS[Math.floor(random() * ORDERS.length)] ?? ['draft'],
    at: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const faults: Fault[] = [];
  let next: Fault | null = null;
  let asked = 0;
  let isOver = false;
  /** Kills the program and starts it anew; false where the push had ended, or it is being killed already. */
  let isDying = false;
  const again = async (): Promise<boolean> => {
    if (isOver || isDying) return false;
    isDying = true;
    await program.kill();
    isDying = false;
    if (!isOver) program.say(errand);
    return true;
  };
  const befalls = (fault: Fault): boolean => next === fault && !isOver;

  return new Promise<Outcome>((resolve, reject) => {
    const hangs = setTimeout(() => {
      broke(new Error(`push ${run} hangs after ${asked} requests and ${faults.join(', ')}`));
    }, HANGS_AFTER);
    const broke = (error: unknown): void => {
      isOver = true;
      clearTimeout(hangs);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const end = (ended: Outcome['ended'], code: string): void => {
      isOver = true;
      clearTimeout(hangs);
      resolve({ errand, ended, code, faults });
    };
    const after = (fault: Fault, milliseconds: number): void => {
      const kill = async (): Promise<void> => {
        if (await again()) faults.push(fault);
      };
      setTimeout(() => {
        kill().catch(broke);
      }, milliseconds);
    };
    const asks = async (): Promise<void> => {
      next = random() < rate ? (ON_THE_WAY[Math.floor(random() * ON_THE_WAY.length)] ?? null) : null;
      // One that comes later is counted when it comes.
      if (next && next !== 'killed-after') faults.push(next);
      if (next === 'killed-before') await again();
      else program.say({ network: next ?? 'good' });
    };
    proxy.choose = () => PROXY_FAULTS.find((fault: ProxyFault) => fault === next) ?? null;
    proxy.served = async () => {
      if (befalls('killed-within')) await again();
    };
    proxy.answered = () => {
      if (befalls('killed-after')) after('killed-after', random() * 40);
    };
    let last: { is: 'waiting' | 'person'; code: string } = { is: 'waiting', code: '' };
    program.hear = (told: Told | { is: 'ended'; words: string }) => {
      if (isOver) return;
      if (told.is === 'ended') return broke(new Error(`the program ended by itself: ${told.words}`));
      if (told.is === 'asks') {
        if (++asked > PATIENCE) return end(last.is, last.code);
        asks().catch(broke);
        return;
      }
      if (told.is === 'done') return end('done', told.code);
      last = { is: told.is, code: told.code };
      if (told.is === 'waiting') return;
      if (!GOES_ON.includes(told.code)) return end('person', told.code);
      program.say({ go: told.push });
    };
    program.say(errand);
    if (random() < 0.15) after('killed-ordering', random() * 60);
  });
}
