import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure, percentile } from '../bench/figures.ts';
import { weigher, type Held } from '../desktop/held.ts';
import { launchCopydesk, newFolder, type Copydesk } from '../desktop/launch.ts';
import { sampleReport } from '../desktop/main-job.ts';
import { ask } from '../desktop/newsroom.ts';
import { expectNoNetwork } from '../desktop/security/net-log.ts';
import { drivenCopydesk } from '../packaged/packaged.ts';
import { chance } from '../unit/story/random.ts';
import { many } from './length.ts';
import { CANARY, Robot } from './robot.ts';

/** Two hours, or as long as one says. */
const MINUTES = Number(process.env['ROBOT_MINUTES'] ?? many(120, 0.6));
/** Fewer rounds tell nothing of a slope. */
const ROUNDS = 8;
const SECRET = 'khoa-bi-mat-71f3c9';

let copydesk: Copydesk;
let site: Server;
let port: number;
let netLog: string;

beforeAll(async () => {
  // A webhook that takes everything.
  site = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(request.method === 'GET' ? 404 : 201).end('{"id":"1"}'));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  port = (site.address() as AddressInfo).port;
  netLog = join(newFolder(), 'net.json');
  copydesk = await launchCopydesk({ program: await drivenCopydesk(), args: [`--log-net-log=${netLog}`] });
  await copydesk.page.getByRole('option').first().waitFor();
  // The host's own connections and look-ups, whoever makes them.
  await copydesk.app.evaluate(() => {
    const net = process.getBuiltinModule('node:net');
    const dns = process.getBuiltinModule('node:dns');
    const connections: { to: string; at: number }[] = [];
    Object.assign(globalThis, { connections });
    const connect = Reflect.get(net.Socket.prototype, 'connect') as (...args: unknown[]) => unknown;
    Reflect.set(net.Socket.prototype, 'connect', function (this: unknown, ...args: unknown[]) {
      const flat = args.flat() as { host?: string; port?: number; path?: string }[];
      const target = flat.find((one) => typeof one === 'object' && one !== null);
      connections.push({ to: target?.path ?? `${target?.host ?? ''}:${target?.port ?? ''}`, at: Date.now() });
      return Reflect.apply(connect, this, args);
    });
    const lookup = Reflect.get(dns, 'lookup') as (...args: unknown[]) => unknown;
    Reflect.set(dns, 'lookup', (...args: unknown[]) => {
      connections.push({ to: `look-up of ${String(args[0])}`, at: Date.now() });
      return Reflect.apply(lookup, dns, args);
    });
  });
});
afterAll(async () => {
  await new Promise((resolve) => site.close(resolve));
});

/** What must not grow while the robot works, and by how much a line through the second half of the day may rise. */
const FLAT: Record<keyof Held, { unit: string; most: (middle: number) => number }> = {
  heap: { unit: ' MB', most: (middle) => middle * 0.1 },
  nodes: { unit: '', most: (middle) => middle * 0.02 },
  listeners: { unit: '', most: (middle) => middle * 0.02 },
  workers: { unit: '', most: () => 0 },
  window: { unit: ' MB', most: (middle) => middle * 0.1 },
  host: { unit: ' MB', most: (middle) => middle * 0.1 },
  handles: { unit: '', most: () => 4 },
};

/** By how much the straight line that fits the values best rises from the first to the last. */
function rise(values: readonly number[]): number {
  const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length;
  const at = (values.length - 1) / 2;
  const level = mean(values);
  const slope = mean(values.map((value, n) => (n - at) * (value - level))) / mean(values.map((_, n) => (n - at) ** 2));
  return slope * (values.length - 1);
}

it(
  `a robot reporter works for ${MINUTES} minutes: nothing grows, nothing is heard of it outside`,
  { timeout: (MINUTES + 5) * 60_000 },
  async () => {
    const { page, app, home } = copydesk;
    const { photoFile } = await sampleReport();
    const defaults = { category: '', tags: [], author: '', status: 'draft' as const };
    await ask(page, 'sites.act', {
      do: 'keep',
      site: {
        id: 'robotsite',
        name: 'Đài',
        kind: 'ninjs-webhook',
        url: `http://127.0.0.1:${port}/`,
        api: '',
        user: '',
        colour: '#336699',
        defaults,
      },
      secret: SECRET,
    });
    const robot = new Robot(copydesk, chance(71), photoFile, 'robotsite');
    await robot.begin();
    const weigh = await weigher(copydesk);
    const series: Held[] = [];
    for (const until = Date.now() + MINUTES * 60_000; Date.now() < until || series.length < ROUNDS;) {
      await robot.round();
      series.push(await weigh());
    }
    await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved/);

    // The first half is the program's warming up.
    const second = series.slice(Math.floor(series.length / 2));
    const grown: string[] = [];
    for (const [what, { unit, most }] of Object.entries(FLAT) as [keyof Held, (typeof FLAT)[keyof Held]][]) {
      const values = second.map((one) => one[what]);
      const [middle, rose] = [percentile(values, 0.5), rise(values)];
      const line = `${middle.toFixed(0)}${unit}; ${rose.toFixed(1)}${unit}; ${most(middle).toFixed(1)}${unit}`;
      figure('hard', `robot of ${MINUTES} minutes, ${what}: middle of the second half; its rise; allowed`, line);
      if (rose > most(middle)) grown.push(`${what}: ${line}: ${values.map((one) => one.toFixed(0)).join(' ')}`);
    }
    figure(
      'hard',
      'what it did',
      Object.entries(robot.did)
        .map(([name, count]) => `${name} ${count}`)
        .join(', '),
    );
    const connections = await app.evaluate(
      () => (globalThis as unknown as { connections: { to: string; at: number }[] }).connections,
    );
    await copydesk.close();

    expect(grown).toEqual([]);
    expect(Object.keys(robot.did).length).toBeGreaterThanOrEqual(9);

    // The network: the site alone, and only while something was pushed.
    expect(robot.did['pushed'] ?? 0).toBeGreaterThan(0);
    expect(connections.length).toBeGreaterThan(0);
    const elsewhere = connections.filter(({ to }) => to !== `127.0.0.1:${port}`);
    expect(elsewhere).toEqual([]);
    const unasked = connections.filter(({ at }) => !robot.pushing.some(({ from, to }) => at >= from && at <= to));
    expect(unasked).toEqual([]);
    await expectNoNetwork(netLog);
    figure('hard', 'connections to the site, while pushing; any other', `${connections.length}; 0`);

    // The log: no error, no words of a story, no secret.
    const logs = join(home, 'logs');
    const written = existsSync(logs)
      ? readdirSync(logs)
          .map((name) => readFileSync(join(logs, name), 'utf8'))
          .join('')
      : '';
    expect(written).not.toContain(CANARY);
    expect(written).not.toContain(SECRET);
    expect(written.split('\n').filter((line) => /shell[.]broken|ipc[.]/.test(line))).toEqual([]);
    expect(
      readdirSync(home, { recursive: true })
        .map(String)
        .filter((path) => /[.]dmp$/.test(path)),
    ).toEqual([]);
    figure('hard', 'errors in the log; words of stories, secrets, crash dumps', '0; 0, 0, 0');
  },
);
