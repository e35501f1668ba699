import { openLibrary, type Library } from '../../../electron/services/library.ts';
import { createTransport } from '../../../electron/services/cms/transport.ts';
import { nodeDisk } from '../../../electron/services/disk/disk.ts';
import { openMediaStore, type MediaStore } from '../../../electron/services/media.ts';
import { Outbox } from '../../../electron/services/push/outbox.ts';
import { PostShelf } from '../../../electron/services/push/post-shelf.ts';
import { RenditionStore } from '../../../electron/services/renditions.ts';
import { Approvals } from '../../../electron/services/sites/approval.ts';
import { SiteBook } from '../../../electron/services/sites/book.ts';
import { SiteDesk } from '../../../electron/services/sites/desk.ts';
import { Secrets } from '../../../electron/services/sites/secrets.ts';
import type { Transport } from '../../../src/cms/wire.ts';
import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import { picture, siteOf } from '../desk.ts';
import type { Errand, Told } from './errand.ts';
import { smallStory } from './small-story.ts';

/*
 * Copydesk's own side of a push without a window: the stores, the outbox and the transport of the real program in a
 * process of their own, which may be killed at any moment and started anew over the same data folder. It asks before each
 * request how the network is (`asks`) and tells where the push stands.
 */

const TIMEOUT = Number(process.env['COPYDESK_STALL'] ?? 2500);
const tell = (told: Told): void => void process.send?.(told);

/** The answer to what was asked last; one request is under way at a time. */
let answer: (network: string) => void = () => undefined;

const plain = createTransport();
const transport: Transport = async (request) => {
  const network = await new Promise<string>((resolve) => {
    answer = resolve;
    tell({ is: 'asks' });
  });
  const limited = { ...request, timeout: TIMEOUT };
  if (network === 'no-name')
    return plain({ ...limited, url: request.url.replace(/127\.0\.0\.1:\d+/, 'nobody.invalid') });
  // The port speaks no TLS.
  if (network === 'bad-certificate') return plain({ ...limited, url: request.url.replace('http:', 'https:') });
  return plain(limited);
};

interface Room {
  home: string;
  library: Library;
  media: MediaStore;
  posts: PostShelf;
  outbox: Outbox;
}

/** A data folder as the program opens it at its start. */
async function openRoom({ home, url, secret }: Errand): Promise<Room> {
  const media = openMediaStore({ home });
  const library = await openLibrary({ home, media });
  const posts = new PostShelf(home, nodeDisk);
  const secrets = new Secrets(home, {
    canKeep: () => Promise.resolve(true),
    seal: (open) => Promise.resolve(Buffer.from(open).map((byte) => byte ^ 0xff)),
    open: (sealed) => Promise.resolve(Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8')),
  });
  const desk = new SiteDesk({
    book: new SiteBook(home),
    secrets,
    transport,
    approvals: new Approvals({ openOutside: () => Promise.resolve(false), canReturn: () => false }),
  });
  const kept = await desk.keep(siteOf('wordpress', url, `${url}/wp-json/`, 'editor'), secret, undefined);
  if (!kept.ok) throw new Error(kept.failure.detail);
  const outbox = new Outbox({
    ...{ home, disk: nodeDisk, library, media, copies: new RenditionStore(home), desk, posts },
    // Nobody waits: five seconds are five thousandths.
    pace: 0.001,
    onChanged: say,
    onTrouble: ({ code, detail }) => {
      throw new Error(`${code}: ${detail}`);
    },
  });
  await outbox.open();
  return { home, library, media, posts, outbox };
}

function say(pushes: readonly PushShown[]): void {
  for (const { id, state } of pushes) {
    const code = 'failure' in state ? state.failure.code : '';
    if (state.is !== 'running') tell({ is: state.is, code, push: id });
  }
}

let room: Room | null = null;

async function roomOf(errand: Errand): Promise<Room> {
  if (room?.home === errand.home) return room;
  room?.outbox.close();
  await room?.library.closeAll();
  room = await openRoom(errand);
  return room;
}

/** Sends the story of this errand, unless it has gone or is in the outbox. */
async function carry(errand: Errand): Promise<void> {
  const { library, media, posts, outbox } = await roomOf(errand);
  const ids: string[] = [];
  for (const [n, [seed, width]] of errand.pictures.entries()) {
    const added = await media.add(`${errand.name}-${n}.png`, picture(seed, width, 16));
    if (!added.ok) throw new Error(added.failure.detail);
    ids.push(added.value.id);
  }
  const story = smallStory(errand, ids);
  const created = await library.create(story);
  if (!created.ok && created.failure.code !== 'drafts.exists') throw new Error(created.failure.detail);
  if (await posts.read(story.id, 'site')) return tell({ is: 'done', code: '', push: '' });
  if (outbox.list().length > 0) return say(outbox.list());
  const order = {
    ...{ status: errand.status, at: null, category: '', tags: [], excerpt: '', author: '', isSignificant: false },
    featured: 'pho0',
  };
  const pushed = await outbox.push({ story: story.id, site: 'site', order, over: null });
  if (!pushed.ok) throw new Error(pushed.failure.detail);
}

process.on('message', (heard: Errand | { network: string } | { go: string }) => {
  if ('network' in heard) answer(heard.network);
  else if ('go' in heard) void room?.outbox.act(heard.go, 'go');
  else void carry(heard);
});
process.on('disconnect', () => process.exit());
