import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../electron/services/disk/disk.ts';
import { openLibrary, type Library } from '../../../electron/services/library.ts';
import { openMediaStore } from '../../../electron/services/media.ts';
import { Outbox } from '../../../electron/services/push/outbox.ts';
import { PostShelf } from '../../../electron/services/push/post-shelf.ts';
import { Pull } from '../../../electron/services/push/pull.ts';
import { createTransport } from '../../../electron/services/cms/transport.ts';
import { RenditionStore } from '../../../electron/services/renditions.ts';
import { Approvals } from '../../../electron/services/sites/approval.ts';
import { SiteBook } from '../../../electron/services/sites/book.ts';
import { SiteDesk } from '../../../electron/services/sites/desk.ts';
import { Secrets } from '../../../electron/services/sites/secrets.ts';
import type { Ordered, PushShown } from '../../../src/ipc/calls/sites.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Story } from '../../../src/story/schema.ts';
import { newHome } from '../folder.ts';
import { closeServers } from './server.ts';
import { smallCms, startSmallCms } from './small-cms.ts';

const SECRET = 'abcd EFGH ijkl MNOP';
const open: { outbox: Outbox; library: Library }[] = [];

afterEach(async () => {
  for (const { outbox, library } of open.splice(0)) {
    outbox.close();
    await library.closeAll();
  }
  await closeServers();
});

/** A desk with one site and its outbox, on a data folder; the same folder again is the program after a restart. */
async function newsroom(home: string, url: string, { pace = 0, isOnline = true } = {}) {
  const media = openMediaStore({ home });
  const library = await openLibrary({ home, media });
  const secrets = new Secrets(home, {
    canKeep: () => Promise.resolve(true),
    seal: (secret) => Promise.resolve(Buffer.from(secret).map((byte) => byte ^ 0xff)),
    open: (sealed) => Promise.resolve(Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8')),
  });
  const network = { isOnline };
  const desk = new SiteDesk({
    book: new SiteBook(home),
    secrets,
    transport: createTransport({ isOnline: () => network.isOnline }),
    approvals: new Approvals({ openOutside: () => Promise.resolve(false), canReturn: () => false }),
    adapters: [smallCms],
  });
  await desk.keep(
    {
      id: 'paper',
      name: 'Báo',
      kind: 'wordpress',
      url,
      api: `${url}/`,
      user: 'ha',
      colour: '#0f6b6b',
      defaults: { category: '', tags: [], author: '', status: 'draft' },
    },
    SECRET,
    undefined,
  );
  const posts = new PostShelf(home, nodeDisk);
  let told: PushShown[] = [];
  const outbox = new Outbox({
    ...{ home, disk: nodeDisk, library, media, copies: new RenditionStore(home), desk, posts, pace },
    isOnline: () => network.isOnline,
    onChanged: (pushes) => (told = pushes),
    onTrouble: (failure) => {
      throw new Error(failure.code);
    },
  });
  open.push({ outbox, library });
  const state = (): string => {
    const last = told.at(-1)?.state;
    return last === undefined ? '' : 'failure' in last ? `${last.is} ${last.failure.code}` : last.is;
  };
  return { library, outbox, posts, network, state, pull: new Pull({ library, media, desk, posts }), told: () => told };
}

const ordered = (story: string, over: string | null = null, status: Ordered['order']['status'] = 'draft'): Ordered => ({
  story,
  site: 'paper',
  order: { status, at: null, category: '', tags: [], excerpt: '', featured: null, author: '', isSignificant: false },
  over,
});

async function write(library: Library, headline: string): Promise<Story> {
  const story = createStory({ language: 'vi', headline });
  expect((await library.create(story)).ok).toBe(true);
  return story;
}

async function rename(library: Library, id: string, headline: string): Promise<number> {
  const opened = await library.open(id);
  if (!opened.ok) throw new Error(opened.failure.code);
  const changed = await library.change(id, opened.value.seq + 1, { blocks: {}, fields: { headline } });
  if (!changed.ok) throw new Error(changed.failure.code);
  return changed.value.seq;
}

function everything(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? everything(path) : readFileSync(path, 'latin1')))
    .join('\n');
}

describe('a push', () => {
  it('makes the post once and updates it afterwards, each a version that is kept', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    const room = await newsroom(home, cms.url);
    const { id } = await write(room.library, 'Nước lên');
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('done');
    await rename(room.library, id, 'Nước rút');
    await room.outbox.push(ordered(id));
    await expect.poll(() => cms.posts.map(({ title }) => title)).toEqual(['Nước rút']);
    await expect.poll(room.state).toBe('done');
    await expect
      .poll(async () => {
        const listed = await room.library.versions.history.list(id);
        return listed.ok && listed.value.map(({ kind }) => kind).slice(0, 4);
      })
      .toEqual(['pushed', 'sent', 'pushed', 'sent']);
    expect((await room.posts.read(id, 'paper'))?.base.post.revision).toBe('2');
    expect(readdirSync(join(home, 'outbox'))).toEqual([]);
  });

  it('waits without a network, says so, outlives the program, and goes when the network is back', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    await cms.close();
    const before = await newsroom(home, cms.url, { pace: 1, isOnline: false });
    const { id } = await write(before.library, 'Trên xe');
    await before.outbox.push(ordered(id));
    await expect.poll(before.state).toBe('waiting push.offline');
    before.outbox.close();
    await before.library.closeAll();
    open.length = 0;

    const back = await startSmallCms();
    const after = await newsroom(home, back.url, { pace: 1, isOnline: false });
    await after.outbox.open();
    // The job goes where it was ordered to: the site as it was then.
    await expect.poll(after.state).toBe('waiting push.offline');
    expect(after.told()).toHaveLength(1);
    await after.outbox.push(ordered(id));
    await expect.poll(after.state).toBe('done');
    expect(back.posts).toHaveLength(1);
  });

  it('tries again by itself after a fault of the server’s, and stops for a person at a wrong password', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    const room = await newsroom(home, cms.url);
    const { id } = await write(room.library, 'Lỗi máy chủ');
    cms.fails.push(503, 500);
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('done');
    expect(cms.posts).toHaveLength(1);
    cms.fails.push(401);
    await rename(room.library, id, 'Lần hai');
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('person push.wrong-password');
    await room.outbox.act(room.told().at(-1)?.id ?? '', 'go');
    await expect.poll(room.state).toBe('done');
    expect(cms.posts.map(({ title }) => title)).toEqual(['Lần hai']);
  });

  it('wakes at once when the network returns, and sends the newest text alone', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    const room = await newsroom(home, cms.url, { pace: 1000 });
    const { id } = await write(room.library, 'Bản một');
    cms.fails.push(503);
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('waiting push.server');
    await rename(room.library, id, 'Bản hai');
    cms.fails.push(503);
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('waiting push.server');
    expect(room.told()).toHaveLength(1);
    room.outbox.wake();
    await expect.poll(room.state).toBe('done');
    expect(cms.posts.map(({ title }) => title)).toEqual(['Bản hai']);
  });

  it('overwrites nobody: it stops, shows both, and goes on over exactly what was accepted', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    const room = await newsroom(home, cms.url);
    const { id } = await write(room.library, 'Lũ về');
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('done');
    Object.assign(cms.posts[0] ?? {}, { title: 'Lũ về trong đêm', revision: '7' });
    const seq = await rename(room.library, id, 'Lũ lớn về');
    const planned = await room.outbox.plan(ordered(id), AbortSignal.timeout(5000));
    if (!planned.ok || !planned.value.conflict) throw new Error('no conflict was found');
    expect(cms.posts[0]?.title).toBe('Lũ về trong đêm');
    const { conflict } = planned.value;
    const accepted = await room.pull.accept(
      id,
      seq,
      { ...conflict.merged, headline: 'Lũ lớn về trong đêm' },
      conflict.theirs,
    );
    expect(accepted.ok && accepted.value.story.headline).toBe('Lũ lớn về trong đêm');
    const listed = await room.library.versions.history.list(id);
    const kinds = listed.ok ? listed.value.map(({ kind }) => kind) : [];
    expect(kinds.slice(0, 3)).toEqual(['after-merge', 'received', 'before-merge']);
    await room.outbox.push(ordered(id, conflict.over));
    await expect.poll(() => cms.posts.map(({ title }) => title)).toEqual(['Lũ lớn về trong đêm']);
  });

  it('shows each request and reply without the secret, which no file holds', async () => {
    const [home, cms] = [await newHome(), await startSmallCms()];
    const room = await newsroom(home, cms.url);
    const { id } = await write(room.library, 'Mật khẩu');
    await room.outbox.push(ordered(id));
    await expect.poll(room.state).toBe('done');
    const shown = await room.outbox.exchange(null, id, 'paper', 1);
    expect(shown.ok && shown.value.line).toContain('PUT');
    expect(shown.ok && shown.value.request).toContain('authorization: ••••');
    expect(JSON.stringify(shown)).not.toContain(SECRET);
    expect(everything(home)).not.toContain(SECRET);
    expect(cms.asked[0]?.headers.authorization).toBe(`Basic ${SECRET}`);
  });
});
