import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpTransport } from '../../electron/services/cms/transport.ts';
import type { PushJob, StepRecord } from '../../src/cms/push/job.ts';
import { runPush } from '../../src/cms/push/run.ts';
import type { PushState } from '../../src/cms/push/state.ts';
import type { Line } from '../../src/cms/wire.ts';
import { createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { Desk, jobOf, picture, siteOf, type Album } from './desk.ts';
import { FaultProxy, PROXY_FAULTS, type ProxyFault } from './fault-proxy.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

const RUNS = Number(process.env['COPYDESK_FAULT_RUNS'] ?? 30);
const SEED = Number(process.env['COPYDESK_FAULT_SEED'] ?? 1);
/** So many at once: PHP's server has as many workers. */
const LANES = Number(process.env['COPYDESK_FAULT_LANES'] ?? 4);
/** No further push begins after so long. */
const MINUTES = Number(process.env['COPYDESK_FAULT_MINUTES'] ?? 120);
/** A stall of thirty seconds against a limit of thirty, both at a twelfth. */
const TIMEOUT = 2500;

type Fault = ProxyFault | 'no-name' | 'bad-certificate' | 'killed-before' | 'killed-after';
const FAULTS: readonly Fault[] = [...PROXY_FAULTS, 'no-name', 'bad-certificate', 'killed-before', 'killed-after'];

/** The process ended here. */
class Killed extends Error {}

/** Numbers that are the same in every run of one seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let wordpress: WordPress;
const proxies: FaultProxy[] = [];

beforeAll(async () => {
  wordpress = await startWordPress();
  for (let lane = 0; lane < LANES; lane++) {
    const proxy = new FaultProxy(() => wordpress.url);
    await proxy.start();
    proxies.push(proxy);
  }
}, 600_000);
afterAll(async () => {
  for (const proxy of proxies) await proxy.stop();
  await wordpress.stop();
});

function smallStory(album: Album, run: number): Story {
  const figure = (n: number) => ({
    type: 'figure' as const,
    id: `fig${n}`,
    photos: [
      {
        id: `pho${n}`,
        media: album.add(picture(run * 2 + n, 24 + (run % 40), 16), `${run}-${n}.png`),
        alt: `Ảnh ${n}`,
        caption: [{ text: `Chú thích ${run}` }],
        credit: 'Lê Hà',
        source: '',
        rights: '',
      },
    ],
  });
  const body = [{ type: 'paragraph' as const, id: 'lead', text: [{ text: `Bài số ${run}` }] }, figure(1), figure(2)];
  return createStory({
    language: 'vi',
    headline: `Bài ${run}`,
    slug: `bai-${SEED}-${run}`,
    body,
    media: { ...album.files },
  });
}

interface Outcome {
  story: string;
  photos: string[];
  state: PushState;
  faults: Fault[];
}

/** One push through faults, as often begun again as its state and its operator say. */
async function pushThrough(run: number, proxy: FaultProxy): Promise<Outcome> {
  const dice = random(SEED * 100_000 + run);
  const rate = 0.05 + 0.25 * dice();
  const faults: Fault[] = [];
  let next: Fault | null = null;
  const choose = (): void => {
    next = dice() < rate ? (FAULTS[Math.floor(dice() * FAULTS.length)] ?? null) : null;
    if (next) faults.push(next);
  };
  proxy.choose = () => PROXY_FAULTS.find((fault) => fault === next) ?? null;
  const desk = new Desk(siteOf('wordpress', proxy.url, `${proxy.url}/wp-json/`, 'editor'), wordpress.passwords.editor);
  const story = smallStory(desk.album, run);
  let job: PushJob = jobOf(desk.site, story, { status: dice() < 0.5 ? 'published' : 'draft', featured: 'pho1' });
  const steps: StepRecord[] = [];
  const transport: Line['transport'] = async (asked) => {
    if (next === 'no-name')
      return httpTransport({ ...asked, url: asked.url.replace(/127\.0\.0\.1:\d+/, 'nobody.invalid') });
    // The port speaks no TLS.
    if (next === 'bad-certificate') return httpTransport({ ...asked, url: asked.url.replace('http:', 'https:') });
    return httpTransport(asked);
  };
  // Nobody waits: the desk's clock goes on.
  let later = 0;
  const line: Line = { ...desk.line(), transport, timeout: TIMEOUT, clock: () => Date.now() + later };
  const limited: Line = { ...line, transport: (asked) => transport({ ...asked, timeout: TIMEOUT }) };
  let state: PushState | null = null;
  for (let round = 0; round < 200; round++) {
    try {
      state = await runPush(
        job,
        limited,
        {
          steps: [...steps],
          began: async (step) => {
            choose();
            steps.push(step);
            if (next === 'killed-before') throw new Killed();
          },
          ended: async (step) => {
            if (next === 'killed-after') {
              next = null;
              throw new Killed();
            }
            steps[steps.length - 1] = step;
          },
        },
        { pace: 0.001 },
      );
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      continue;
    }
    if (state.is === 'done') break;
    if (state.is === 'waiting') later += Math.max(1, state.until - line.clock());
    else if (state.is === 'person' && ['push.tls', 'push.keeps-failing'].includes(state.failure.code))
      job = { ...job, confirmedAt: job.confirmedAt + 1 };
    else break;
  }
  if (!state) throw new Error('a push without an end');
  return { story: story.id, photos: Object.keys(story.media), state, faults };
}

interface Count {
  posts: Record<string, string[]>;
  files: string[];
}

/** What is in the site's database: its posts by the story that they bear, and the files of its library. */
function counted(): Count {
  const code = `$db = new PDO('sqlite:' . $argv[1]);
    $posts = [];
    foreach ($db->query("SELECT ID, post_status, post_content FROM wp_posts WHERE post_type = 'post' AND post_status <> 'auto-draft'") as $row)
      if (preg_match('/"copydesk":"([a-z0-9]+)[.]/', $row['post_content'], $found)) $posts[$found[1]][] = $row['ID'] . ' ' . $row['post_status'];
    $files = $db->query("SELECT meta_value FROM wp_postmeta WHERE meta_key = '_wp_attached_file'")->fetchAll(PDO::FETCH_COLUMN);
    echo json_encode(['posts' => $posts, 'files' => $files]);`;
  const ran = spawnSync('php', ['-r', code, join(wordpress.folder, 'wp-content/database/.ht.sqlite')], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Count;
}

function table(outcomes: readonly Outcome[], wrong: number): string {
  const rows = FAULTS.map((fault) => {
    const met = outcomes.filter(({ faults }) => faults.includes(fault));
    const times = met.reduce((sum, { faults }) => sum + faults.filter((one) => one === fault).length, 0);
    return [fault, times, met.length, met.filter(({ state }) => state.is === 'done').length].map(String);
  });
  const head = ['what happened', 'times', 'pushes', 'of them done'];
  const lines = [head, ...rows].map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(18) : cell.padStart(14))).join(''),
  );
  const done = outcomes.filter(({ state }) => state.is === 'done').length;
  const calm = outcomes.filter(({ faults }) => faults.length === 0).length;
  return [
    ...lines,
    `${outcomes.length} pushes (${calm} undisturbed): ${done} done, ${outcomes.length - done} waiting or stopped with a reason; ${wrong} with another number of posts or photos than one`,
  ].join('\n');
}

test(`${RUNS} pushes through every kind of fault end with one post and one copy of each photo`, async () => {
  const outcomes: Outcome[] = [];
  let run = 0;
  const limit = Date.now() + MINUTES * 60_000;
  await Promise.all(
    proxies.map(async (proxy) => {
      while (run < RUNS && Date.now() < limit) {
        const mine = run++;
        outcomes.push(await pushThrough(mine, proxy));
        const log = process.env['COPYDESK_FAULT_LOG'];
        if (log) appendFileSync(log, `${mine} ${outcomes.at(-1)?.state.is} ${outcomes.at(-1)?.faults.join(',')}\n`);
      }
    }),
  );
  const { posts, files } = counted();
  const wrong: string[] = [];
  for (const { story, photos, state, faults } of outcomes) {
    const there = posts[story] ?? [];
    const copies = photos.map((photo) => files.filter((file) => file.includes(photo.slice(0, 16))).length);
    const isOne =
      state.is === 'done'
        ? there.length === 1 && copies.every((count) => count === 1)
        : there.length <= 1 && copies.every((count) => count <= 1);
    const why = 'failure' in state ? state.failure.code : '';
    if (!isOne || (state.is !== 'done' && why === ''))
      wrong.push(
        `${story}: ${state.is} ${why}, posts [${there.join('; ')}], copies ${copies.join('/')}, after ${faults.join(', ')}`,
      );
  }
  process.stdout.write(`${table(outcomes, wrong.length)}\n`);
  expect(wrong).toEqual([]);
  expect(outcomes.filter(({ state }) => state.is === 'done').length).toBeGreaterThan(outcomes.length * 0.9);
}, 3_600_000);
