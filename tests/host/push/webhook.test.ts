import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import type { Pushed } from '../../../src/cms/adapter.ts';
import type { Base } from '../../../src/cms/push/job.ts';
import { runPush } from '../../../src/cms/push/run.ts';
import type { StepRecord } from '../../../src/cms/push/job.ts';
import { writePackage } from '../../../src/package/index.ts';
import { Desk, jobOf, report, siteOf } from '../../live/desk.ts';
import { hasNinjsSchema, ninjsValidator } from '../../unit/export/ninjs-schema.ts';
import { newHome } from '../folder.ts';
import { Receiver } from './receiver.ts';

const SECRET = 'a shared secret, kept by both';
let receiver: Receiver;
let desk: Desk;

beforeEach(async () => {
  receiver = await new Receiver(SECRET).start();
  desk = new Desk(siteOf('ninjs-webhook', receiver.url, receiver.url), SECRET);
});
afterEach(() => receiver.stop());

const lines = (): string[] => receiver.asked.map((line) => line.replace(/[0-9a-f]{64}/, '#'));

describe('a newsroom’s own endpoint', () => {
  it('gets each picture that it does not have, then the item that names them, all signed over the bytes', async () => {
    const story = report(desk.album, 61);
    const pushed = await desk.push(jobOf(desk.site, story, { status: 'published', featured: 'pho1' }));
    expect(pushed).toMatchObject({
      did: 'created',
      uploaded: 3,
      post: { id: 'story-1', link: `${receiver.url}/stories/1`, revision: `1/job-${story.id}` },
    });
    expect(lines()).toEqual([...[1, 2, 3].flatMap(() => ['GET /in/assets/#', 'POST /in/assets']), 'POST /in']);
    expect([...receiver.assets.values()].map(({ type }) => type)).toEqual(['image/png', 'image/png', 'image/png']);
    expect(receiver.items[0]?.item).toMatchObject({ pubStatus: 'usable' });
    expect(receiver.items[0]?.item.headlines?.map(({ value }) => value)).toContain(story.headline);
  });

  it('gets an item that the IPTC’s schema of ninjs 3.1 allows, where it lies beside the project', async () => {
    const validate = hasNinjsSchema ? ninjsValidator() : null;
    for (const status of ['draft', 'published', 'unpublished'] as const) {
      await desk.push(jobOf(desk.site, report(desk.album, 62), { status, featured: 'pho1' }));
      validate?.(JSON.parse(receiver.items.at(-1)?.bytes.toString('utf8') ?? ''));
      expect(validate?.errors ?? null).toBeNull();
    }
    expect(receiver.items.map(({ item }) => item.pubStatus)).toEqual(['withheld', 'usable', 'canceled']);
  });

  it('has a story once whose answer was lost: the same key gets the same answer', async () => {
    const job = jobOf(desk.site, report(desk.album, 63));
    receiver.loses = 1;
    const steps: StepRecord[] = [];
    const log = () => ({
      steps: [...steps],
      began: async (step: StepRecord) => void steps.push(step),
      ended: async (step: StepRecord) => void (steps[steps.length - 1] = step),
    });
    expect(await runPush(job, desk.line(), log())).toMatchObject({
      is: 'waiting',
      failure: { code: 'push.unreachable' },
    });
    const later = { ...desk.line(), clock: () => Date.now() + 60_000 };
    expect(await runPush(job, later, log())).toMatchObject({
      is: 'done',
      pushed: { uploaded: 0, reused: 3, post: { id: 'story-1' } },
    });
    expect(receiver.items).toHaveLength(1);
    expect(new Set(receiver.keys).size).toBe(1);
    expect(receiver.keys).toHaveLength(2);
  });

  it('gets a later state of a story under the same uri and another key, and no picture again', async () => {
    const story = report(desk.album, 64);
    const first = await desk.push(jobOf(desk.site, story));
    const base: Base = { story: first.story, post: first.post };
    const second = await desk.push(jobOf(desk.site, { ...story, headline: 'Tít mới' }, {}, { base }));
    expect(second).toMatchObject({ did: 'updated', uploaded: 0, reused: 3, post: { revision: `2/job-${story.id}` } });
    expect(new Set(receiver.items.map(({ item }) => item.uri)).size).toBe(1);
    expect(new Set(receiver.keys).size).toBe(2);
  });

  it('has what was taken back and published again, word for word: the same bytes never leave twice for two orders', async () => {
    const story = report(desk.album, 66);
    let base: Base | null = null;
    for (const [n, status] of (['published', 'unpublished', 'published', 'unpublished'] as const).entries()) {
      const done: Pushed = await desk.push(jobOf(desk.site, story, { status }, { id: `order${n}`, base }));
      base = { story: done.story, post: done.post };
    }
    expect(receiver.items.map(({ item }) => item.pubStatus)).toEqual(['usable', 'canceled', 'usable', 'canceled']);
    expect(new Set(receiver.keys).size).toBe(4);
  });

  it('takes the same order twice for one, also under another name: the program forgot that it had sent it', async () => {
    const story = report(desk.album, 67);
    const first = await desk.push(jobOf(desk.site, story, {}, { id: 'order1' }));
    const again = await desk.push(jobOf(desk.site, story, {}, { id: 'order2' }));
    expect(again.post.id).toBe(first.post.id);
    expect(receiver.items).toHaveLength(1);
  });

  it('refuses another’s secret, something older than it has, and a picture that is too large', async () => {
    const story = report(desk.album, 65);
    const stranger = new Desk(desk.site, 'another secret');
    expect(await stranger.refused(jobOf(desk.site, story))).toBe('push.wrong-password');
    expect(await stranger.hold(stranger.line().adapter.connect(desk.site))).toMatchObject({
      failure: { code: 'push.wrong-password' },
    });
    expect(receiver.items).toEqual([]);
    receiver.largest = 100;
    expect(await desk.run(jobOf(desk.site, story))).toMatchObject({
      is: 'person',
      failure: { code: 'push.too-large', about: { photo: 'lu-song-lam-1.png' } },
    });
    receiver.largest = Infinity;
    receiver.isNewerHere = true;
    expect(await desk.refused(jobOf(desk.site, story))).toBe('push.newer');
  });

  it('is reached from the command line', async () => {
    const folder = await newHome();
    const path = join(folder, 'lu.story');
    const story = report(desk.album, 66);
    const made = await writePackage({ story, media: (id) => desk.album.bytes.get(id) });
    if (!made.ok) throw new Error(made.failure.detail);
    await writeFile(path, made.value);
    const heard = { out: '', error: '' };
    const args = ['push', path, '--site', 'ninjs-webhook', '--url', receiver.url, '--status', 'publish', '--json'];
    const exit = await runCli(args, {
      out: (text) => (heard.out += text),
      error: (text) => (heard.error += text),
      environment: { COPYDESK_SECRET: SECRET },
    });
    expect({ exit, error: heard.error }).toEqual({ exit: 0, error: '' });
    expect(JSON.parse(heard.out)).toMatchObject({
      state: 'done',
      uploaded: 3,
      post: { id: 'story-1', link: `${receiver.url}/stories/1`, status: 'published' },
    });
    expect(receiver.items).toHaveLength(1);
    expect(receiver.items[0]?.item.pubStatus).toBe('usable');
  });
});
