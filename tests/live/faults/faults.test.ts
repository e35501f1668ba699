import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWordPress, type WordPress } from '../servers/wordpress.ts';
import { bundled, Killable } from './killable.ts';
import { FaultProxy } from './proxy.ts';
import { pushThrough, type Lane, type Outcome } from './push-through.ts';
import { table } from './table.ts';

const RUNS = Number(process.env['COPYDESK_FAULT_RUNS'] ?? 30);
const SEED = Number(process.env['COPYDESK_FAULT_SEED'] ?? 1);
/** So many at once: PHP's server has as many workers. */
const LANES = Number(process.env['COPYDESK_FAULT_LANES'] ?? 4);
/** No further push begins after so long. */
const MINUTES = Number(process.env['COPYDESK_FAULT_MINUTES'] ?? 120);

let wordpress: WordPress;
const lanes: Lane[] = [];

beforeAll(async () => {
  wordpress = await startWordPress();
  const program = await bundled();
  for (let lane = 0; lane < LANES; lane++) {
    const proxy = new FaultProxy(() => wordpress.url);
    await proxy.start();
    lanes.push({ proxy, program: new Killable(program) });
  }
}, 600_000);
afterAll(async () => {
  for (const { proxy, program } of lanes) {
    await program.kill();
    await proxy.stop();
  }
  await wordpress.stop();
});

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

/** How WordPress calls the state that an order leaves a post in. */
const STATES = { draft: 'draft', published: 'publish', scheduled: 'future', unpublished: 'draft' } as const;

/** What is wrong with how a push ended; empty where nothing is. */
function fault({ errand, ended, code, faults }: Outcome, { posts, files }: Count): string {
  const there = posts[errand.story] ?? [];
  // WordPress gives a second copy of a file a number of its own.
  const copies = errand.pictures.map(
    (_, n) =>
      files.filter((file) => new RegExp(`(?:^|/)${errand.name}-${n}-[0-9a-f]{16}(?:-\\d+)?[.]png$`).test(file)).length,
  );
  const isDone = ended === 'done';
  const state = STATES[errand.orders.at(-1) ?? 'draft'];
  const isRight = isDone
    ? there.length === 1 &&
      there[0]?.endsWith(` ${state}`) === true &&
      code === '' &&
      copies.every((count) => count === 1)
    : code !== '' && there.length <= 1 && copies.every((count) => count <= 1);
  if (isRight) return '';
  return `${errand.story}: ${ended} ${code}, posts [${there.join('; ')}], copies ${copies.join('/')}, after ${faults.join(', ')}`;
}

test(`${RUNS} pushes through every kind of fault end with one post and one copy of each photo`, async () => {
  const outcomes: Outcome[] = [];
  let run = 0;
  const limit = Date.now() + MINUTES * 60_000;
  await Promise.all(
    lanes.map(async (lane) => {
      while (run < RUNS && Date.now() < limit) {
        const mine = run++;
        const outcome = await pushThrough(lane, SEED, mine, wordpress.passwords.editor);
        outcomes.push(outcome);
        const log = process.env['COPYDESK_FAULT_LOG'];
        if (log) appendFileSync(log, `${mine} ${outcome.ended} ${outcome.code} ${outcome.faults.join(',')}\n`);
      }
    }),
  );
  const count = counted();
  const wrong = new Map(
    outcomes.map((outcome) => [outcome, fault(outcome, count)] as const).filter(([, why]) => why !== ''),
  );
  process.stdout.write(`${table(outcomes, new Set(wrong.keys()))}\n`);
  expect([...wrong.values()]).toEqual([]);
  expect(outcomes.filter(({ ended }) => ended === 'done').length).toBeGreaterThan(outcomes.length * 0.9);
}, 3_600_000);
