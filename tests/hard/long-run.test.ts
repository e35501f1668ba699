import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure, percentile } from '../bench/figures.ts';
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
const SECRET = 'khoa-bi-mat-71f3c9';

interface Sample {
  /** Resident, in MB: the host, the window. */
  host: number;
  window: number;
  handles: number;
}

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

async function sample(): Promise<Sample> {
  const { pid, sizes } = await copydesk.app.evaluate(({ app }) => ({
    pid: process.pid,
    sizes: app.getAppMetrics().map(({ type, memory }) => ({ type: String(type), size: memory.workingSetSize / 1024 })),
  }));
  const of = (type: string): number =>
    sizes.filter((one) => one.type === type).reduce((sum, { size }) => sum + size, 0);
  const handles = process.platform === 'linux' ? readdirSync(`/proc/${pid}/fd`).length : 0;
  return { host: of('Browser'), window: of('Tab'), handles };
}

const middle = (values: number[]): number => percentile(values, 0.5);

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
    const samples: Sample[] = [];
    const until = Date.now() + MINUTES * 60_000;
    for (let n = 0; Date.now() < until; n++) {
      await robot.act();
      if (n % 5 === 0) samples.push(await sample());
    }
    await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved/);

    // The second quarter of the day against its last: the first is the program's warming up.
    const quarter = Math.floor(samples.length / 4);
    const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
    const growth = (what: keyof Sample): [number, number] => [
      middle(early.map((one) => one[what])),
      middle(late.map((one) => one[what])),
    ];
    for (const what of ['host', 'window', 'handles'] as const) {
      const [before, after] = growth(what);
      const unit = what === 'handles' ? '' : ' MB';
      figure(
        'hard',
        `robot of ${MINUTES} minutes, ${what}: second quarter, last quarter`,
        `${before.toFixed(0)}${unit}; ${after.toFixed(0)}${unit}`,
      );
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

    expect(growth('handles')[1]).toBeLessThanOrEqual(growth('handles')[0] + 20);
    // Over an hour or two; a few minutes are the program's warming up.
    if (MINUTES >= 30) {
      expect(growth('host')[1]).toBeLessThan(growth('host')[0] * 1.25);
      expect(growth('window')[1]).toBeLessThan(growth('window')[0] * 1.25);
    }

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
