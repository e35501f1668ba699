import { openLibrary, type Library } from '../../../electron/services/library.ts';
import { createTransport } from '../../../electron/services/cms/transport.ts';
import { nodeDisk } from '../../../electron/services/disk/disk.ts';
import { openMediaStore, type MediaStore } from '../../../electron/services/media.ts';
import { Outbox } from '../../../electron/services/push/outbox.ts';
import { Pull } from '../../../electron/services/push/pull.ts';
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
  errand: Errand;
  home: string;
  pull: Pull;
  library: Library;
  media: MediaStore;
  posts: PostShelf;
  outbox: Outbox;
}

/** A data folder as the program opens it at its start. */
async function openRoom(errand: Errand): Promise<Room> {
  const { home, url, secret } = errand;
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
  return { errand, home, library, media, posts, outbox, pull: new Pull({ library, media, desk, posts }) };
}

/** Pushes whose end was heard. */
const ended = new Set<string>();

function say(pushes: readonly PushShown[]): void {
  for (const { id, state } of pushes) {
    if (state.is === 'running' || ended.has(id)) continue;
    if (state.is !== 'done') {
      tell({ is: state.is, code: state.failure.code, push: id });
      continue;
    }
    ended.add(id);
    if (room) goOn(room.errand);
  }
}

let room: Room | null = null;

async function roomOf(errand: Errand): Promise<Room> {
  if (room?.home === errand.home) return room;
  ended.clear();
  room?.outbox.close();
  await room?.library.closeAll();
  room = await openRoom(errand);
  return room;
}

const ENDS_AS = { draft: 'draft', published: 'published', scheduled: 'scheduled', unpublished: 'draft' } as const;

/** Looks at the post until the site has answered; what is wrong with it, or nothing. */
async function lookedAt({ pull, posts, errand: { story } }: Room): Promise<string> {
  for (;;) {
    const looked = await pull.look(story, 'site', AbortSignal.timeout(TIMEOUT * 4));
    if (looked.ok) return (await posts.read(story, 'site'))?.trouble ?? '';
  }
}

/** Goes on with the orders of this errand: the next one that has not gone and is not in the outbox, else a look at the post. */
async function carry(errand: Errand): Promise<void> {
  const open = await roomOf(errand);
  const { library, media, posts, outbox } = open;
  const ids: string[] = [];
  for (const [n, [seed, width]] of errand.pictures.entries()) {
    const added = await media.add(`${errand.name}-${n}.png`, picture(seed, width, 16));
    if (!added.ok) throw new Error(added.failure.detail);
    ids.push(added.value.id);
  }
  const story = smallStory(errand, ids);
  const created = await library.create(story);
  if (!created.ok && created.failure.code !== 'drafts.exists') throw new Error(created.failure.detail);
  if (outbox.list().some(({ state }) => state.is !== 'done')) return say(outbox.list());
  const kept = await posts.read(story.id, 'site');
  const [first = 'draft', second = first] = errand.orders;
  const status = kept ? second : first;
  if (kept?.base.post.status === ENDS_AS[second]) return tell({ is: 'done', code: await lookedAt(open), push: '' });
  const order = {
    ...{
      status,
      at: status === 'scheduled' ? errand.at : null,
      category: '',
      tags: [],
      excerpt: '',
      author: '',
      isSignificant: false,
    },
    featured: 'pho0',
  };
  const pushed = await outbox.push({ story: story.id, site: 'site', order, over: null });
  if (!pushed.ok) throw new Error(pushed.failure.detail);
}

/** One after the other: an order is given once. */
let under: Promise<void> = Promise.resolve();
function goOn(errand: Errand): void {
  under = under.then(() => carry(errand));
}

process.on('message', (heard: Errand | { network: string } | { go: string }) => {
  if ('network' in heard) answer(heard.network);
  else if ('go' in heard) void room?.outbox.act(heard.go, 'go');
  else goOn(heard);
});
process.on('disconnect', () => process.exit());
