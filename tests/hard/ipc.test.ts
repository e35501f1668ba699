import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../src/ipc/contract.ts';
import { createStory } from '../../src/story/create.ts';
import { figure } from '../bench/figures.ts';
import { launchCopydesk, newFolder, REPOSITORY, type Copydesk } from '../desktop/launch.ts';
import { drivenCopydesk } from '../packaged/packaged.ts';
import { malformedMessages } from '../unit/ipc/malformed.ts';
import { openHost, type Host } from './host.ts';
import { many } from './length.ts';
import { spellings } from './spellings.ts';
import { hearPaths } from './touched.ts';

const MESSAGES = many(1_000_000, 60_000);
const MUTATED = many(100_000, 4_000);
const SPELLINGS = 10_000;
/** In so many places of messages in turn, so that each place meets thousands of them. */
const PLACES = many(3, 1);
const names = Object.keys(contract);

let host: Host;
let home: string;
let chosen: string;
let canary: string;
const strays = new Set<string>();
const thrown: string[] = [];
const onThrown = (error: unknown): void => {
  thrown.push(String(error));
};
let ears: ReturnType<typeof hearPaths>;

beforeAll(async () => {
  const around = newFolder('around-');
  home = join(around, 'home');
  chosen = join(around, 'chosen');
  canary = join(around, 'beside', 'canary.txt');
  for (const folder of [home, chosen, dirname(canary)]) mkdirSync(folder);
  writeFileSync(canary, 'untouched');
  host = await openHost(home, chosen);
  process.on('uncaughtException', onThrown);
  process.on('unhandledRejection', onThrown);
  const own = [
    home,
    chosen,
    join(REPOSITORY, 'assets'),
    join(REPOSITORY, 'node_modules'),
    join(REPOSITORY, 'electron'),
  ];
  ears = hearPaths((path) => {
    if (!own.some((folder) => path === folder || path.startsWith(folder + sep))) strays.add(path);
  });
});
afterAll(async () => {
  ears.stop();
  process.off('uncaughtException', onThrown);
  process.off('unhandledRejection', onThrown);
  await host.stores.library.closeAll();
});

beforeEach(() => {
  strays.clear();
});

/** What main may never do, looked at after each storm of messages. */
function expectNothingHappened(): void {
  expect(host.bugs).toEqual([]);
  expect(thrown).toEqual([]);
  // A thread of this process reads its own code from the checkout; nothing else lies outside the data folder.
  expect([...strays].filter((path) => !path.startsWith(join(tmpdir(), 'vitest')))).toEqual([]);
  expect(readFileSync(canary, 'utf8')).toBe('untouched');
  expect(readdirSync(dirname(canary))).toEqual(['canary.txt']);
}

const isResult = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && typeof (answer as { ok?: unknown }).ok === 'boolean';
const codeOf = (answer: { ok: boolean; failure?: { code: string } }): string => answer.failure?.code ?? 'let through';

/** A well-made message of each kind, which mutations start from. */
const wellMade = (story: string, media: string): [name: string, input: Record<string, unknown>][] => [
  ['stories.open', { id: story }],
  ['stories.close', { id: story }],
  ['stories.find', { text: 'lũ', show: [story] }],
  ['stories.create', { language: 'vi', from: 'vi/1-tin-nhanh' }],
  ['stories.act', { do: 'pin', ids: [story], isPinned: true }],
  ['stories.act', { do: 'duplicate', id: story, headline: 'Bản sao' }],
  ['stories.change', { id: story, seq: 1, change: { fields: { headline: 'Lũ' } } }],
  ['media.add', { name: 'lu.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }],
  ['media.renditions', { do: 'list', story }],
  ['media.renditions', { do: 'keep', media, key: 'view.webp', bytes: new Uint8Array(16) }],
  ['versions.read', { ask: 'list', id: story }],
  ['versions.read', { ask: 'one', id: story, hash: media }],
  ['versions.act', { act: 'name', id: story, n: 1, label: 'Bản một' }],
  ['versions.act', { act: 'restore', id: story, hash: media, seq: 0 }],
  ['import.article', { from: 'file', name: 'bai.html', bytes: new TextEncoder().encode('<p>Lũ lên</p>') }],
  ['export.story', { id: story, as: 'html', options: { wide: true } }],
  ['export.stories', { ids: [story], as: 'text' }],
  ['export.act', { do: 'show', path: join('x', 'y') }],
  ['export.act', { do: 'drag', ids: [story] }],
  ['merge.act', { act: 'compare', token: 'abcdefgh' }],
  ['merge.act', { act: 'accept', token: 'abcdefgh', seq: 0, story: createStory({ language: 'vi' }) }],
  ['language.files', { do: 'learn', word: 'Đông Hải' }],
  ['language.files', { do: 'give', what: 'words', text: 'Đông Hải\n' }],
  ['sites.act', { do: 'test', site: story }],
  ['sites.act', { do: 'places', story }],
  ['sites.act', { do: 'exchange', job: story, story, site: story, number: 0 }],
  ['sites.act', { do: 'pull', site: story, post: '1' }],
  ['app.link', { address: 'https://example.org/' }],
];

/** Every place of a value that holds something, as the keys that lead there. */
function placesOf(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]))];
}

/** The value with something else at one of its places. */
function withAt(value: unknown, at: (string | number)[], other: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return other;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, other));
  return copy;
}

async function aStory(): Promise<string> {
  const listed = await host.stores.library.list();
  const [story] = listed.ok ? listed.value : [];
  if (!story) throw new Error('the samples did not come');
  return story.id;
}

describe('the one channel, with every handler on a real data folder', () => {
  it('has 25 calls or fewer, each with a schema', () => {
    expect(names.length).toBeLessThanOrEqual(25);
  });

  it('is listened to: a path outside would be heard', () => {
    readFileSync(canary);
    expect([...strays]).toEqual([canary]);
  });

  it(`answers ${MESSAGES.toLocaleString('en')} malformed messages with a refusal, and nothing else happens`, async () => {
    const codes: Record<string, number> = {};
    const began = performance.now();
    for (const { name, input } of malformedMessages(names, MESSAGES)) {
      const code = codeOf(await host.router(name, input));
      codes[code] = (codes[code] ?? 0) + 1;
    }
    const seconds = (performance.now() - began) / 1000;
    expectNothingHappened();
    expect(Object.keys(codes).filter((code) => !/^ipc[.](?:unknown-call|bad-input)$/.test(code))).toEqual([]);
    figure(
      'hard',
      'malformed messages; exceptions, let through',
      `${MESSAGES.toLocaleString('en')}; 0, 0`,
      `${seconds.toFixed(0)} s`,
    );
  });

  it(`answers ${MUTATED.toLocaleString('en')} messages that are well made but for one place`, async () => {
    const story = await aStory();
    const messages = wellMade(story, 'a'.repeat(64));
    const mutation = fc
      .constantFrom(...messages)
      .chain(([name, input]) =>
        fc.tuple(
          fc.constant(name),
          fc.constant(input),
          fc.constantFrom(...placesOf(input)),
          fc.anything({ maxDepth: 2 }),
        ),
      );
    const codes: Record<string, number> = {};
    for (const [name, input, at, other] of fc.sample(mutation, { numRuns: MUTATED, seed: 1 })) {
      const answer = await host.router(name, withAt(input, at, other));
      expect(isResult(answer)).toBe(true);
      const code = codeOf(answer);
      codes[code] = (codes[code] ?? 0) + 1;
    }
    expectNothingHappened();
    expect(codes['ipc.broken'] ?? 0).toBe(0);
    expect(codes['ipc.bad-output'] ?? 0).toBe(0);
    figure(
      'hard',
      'messages well made but for one place; exceptions',
      `${MUTATED.toLocaleString('en')}; 0`,
      `${codes['let through'] ?? 0} harmless ones let through`,
    );
  });

  it(`touches nothing outside its folders for ${SPELLINGS.toLocaleString('en')} spellings in every text of every message`, async () => {
    const story = await aStory();
    const messages = wellMade(story, 'a'.repeat(64)).flatMap(([name, input]) =>
      placesOf(input)
        .filter(
          (at) => typeof at.reduce<unknown>((value, key) => Reflect.get(value as object, key), input) === 'string',
        )
        .map((at) => ({ name, input, at })),
    );
    let sent = 0;
    for (const [n, spelt] of spellings(SPELLINGS).entries()) {
      for (let k = 0; k < PLACES; k++) {
        const message = messages[(n * PLACES + k * 7) % messages.length];
        if (!message) continue;
        expect(isResult(await host.router(message.name, withAt(message.input, message.at, spelt)))).toBe(true);
        sent++;
      }
    }
    expectNothingHappened();
    expect(host.opened.filter((address) => !/^(?:https?|mailto):/.test(address))).toEqual([]);
    figure(
      'hard',
      'spellings of paths and addresses, in messages; paths touched outside',
      `${SPELLINGS.toLocaleString('en')} in ${sent.toLocaleString('en')}; 0`,
    );
  }, 900_000);
});

describe('the packaged program', () => {
  let copydesk: Copydesk;
  beforeAll(async () => {
    copydesk = await launchCopydesk({ program: await drivenCopydesk() });
    await copydesk.page.locator('.editor-body').waitFor();
  });

  it('answers its window’s own page alone: no other window, no frame within it, no page of another address or process', async () => {
    const answers = await copydesk.app.evaluate(async ({ app, BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      const own = window.webContents;
      type Listener = (
        event: unknown,
        name: string,
        input?: unknown,
      ) => Promise<{ ok: boolean; failure?: { code: string } }>;
      const heard = (ipcMain as unknown as { _invokeHandlers: Map<string, Listener> })._invokeHandlers.get('copydesk');
      if (!heard) throw new Error('nobody listens');
      const top = own.mainFrame;
      const frame = (other: object): object => ({
        ...{ parent: null, routingId: top.routingId, processId: top.processId, url: top.url },
        ...other,
      });
      const say = async (event: object): Promise<string> => {
        const answer = await heard({ sender: own, senderFrame: frame({}), ...event }, 'stories.list');
        return answer.ok ? 'answered' : (answer.failure?.code ?? '?');
      };
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
      });
      await stranger.loadURL('app://window/index.html');
      const real = (await stranger.webContents.executeJavaScript('window.copydesk.call("stories.list")')) as {
        ok: boolean;
        failure?: { code: string };
      };
      const found = {
        itself: await say({}),
        'a real second window': real.ok ? 'answered' : (real.failure?.code ?? '?'),
        'a second window': await say({ sender: stranger.webContents }),
        'a frame within': await say({ senderFrame: frame({ parent: top }) }),
        'another frame': await say({ senderFrame: frame({ routingId: top.routingId + 1 }) }),
        'another process': await say({ senderFrame: frame({ processId: top.processId + 1 }) }),
        'a frame that is gone': await say({ senderFrame: null }),
        ...Object.fromEntries(
          await Promise.all(
            ['about:blank', 'app://window.evil/', 'app://media/x', 'https://window/', 'file:///etc/passwd', ''].map(
              async (url) => [`the address ${url}`, await say({ senderFrame: frame({ url }) })],
            ),
          ),
        ),
      } as Record<string, string>;
      stranger.destroy();
      return found;
    });
    const { itself, ...others } = answers;
    expect(itself).toBe('answered');
    expect(Object.keys(others)).toHaveLength(12);
    expect(Object.entries(others).filter(([, code]) => code !== 'ipc.stranger')).toEqual([]);
  });

  it(`leads nowhere under app:// by ${SPELLINGS.toLocaleString('en')} spellings`, async () => {
    const addresses = spellings(SPELLINGS).map((spelt) => (/^app:/i.test(spelt) ? spelt : `app://window/${spelt}`));
    const answered = await copydesk.app.evaluate(async ({ session }, all) => {
      const found: string[] = [];
      for (const address of all) {
        // An address that is none is refused before it is asked for.
        const response = await session.defaultSession.fetch(address).catch(() => null);
        // The page itself, in another spelling of its address, is no escape.
        if (response && response.status !== 404 && response.url !== 'app://window/index.html')
          found.push(`${response.status} ${address}`);
      }
      return found;
    }, addresses);
    expect(answered).toEqual([]);
    figure(
      'hard',
      'spellings of addresses under app://; answered with anything but 404',
      `${SPELLINGS.toLocaleString('en')}; 0`,
    );
  });
});
