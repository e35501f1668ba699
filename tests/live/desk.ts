import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { httpTransport } from '../../electron/services/cms/transport.ts';
import { converse } from '../../src/cms/converse.ts';
import { cmsAdapter } from '../../src/cms/index.ts';
import type { PushJob, PushPicture, StepRecord } from '../../src/cms/push/job.ts';
import { runPush } from '../../src/cms/push/run.ts';
import type { PushState } from '../../src/cms/push/state.ts';
import type { Site } from '../../src/cms/site.ts';
import type { Talk } from '../../src/cms/talk.ts';
import type { Line, Transport } from '../../src/cms/wire.ts';
import type { Pushed } from '../../src/cms/adapter.ts';
import type { Result } from '../../src/base/result.ts';
import { createStory } from '../../src/story/create.ts';
import type { Block, MediaFile, Story } from '../../src/story/schema.ts';
import { photosOf } from '../../src/story/walk.ts';

/** A picture of that size, another for each seed; whole, so that a server makes its smaller copies. */
export function picture(seed: number, width = 400, height = 300): Uint8Array {
  const part = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + 3 * width);
  for (let x = 0; x < width; x++) row.set([(x * 7 + seed) & 255, (seed * 13) & 255, seed & 255], 1 + 3 * x);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return new Uint8Array(
    Buffer.concat([signature, part('IHDR', header), part('IDAT', data), part('IEND', Buffer.alloc(0))]),
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const run = (text: string) => (text === '' ? [] : [{ text }]);

/** Pictures by their hash, for a story and its runner. */
export class Album {
  readonly bytes = new Map<string, Uint8Array>();
  readonly files: Record<string, MediaFile> = {};

  add(bytes: Uint8Array, name = 'photo.png', type = 'image/png'): string {
    const id = hashOf(bytes);
    this.bytes.set(id, bytes);
    this.files[id] = { type, name, width: 400, height: 300, bytes: bytes.length };
    return id;
  }
}

/** A report with every kind of block, every field and three photos; another one for each seed. */
export function report(album: Album, seed: number): Story {
  const photo = (id: string, at: number, caption: string, credit: string, alt: string) => ({
    id,
    media: album.add(picture(seed * 10 + at), `lu-song-lam-${at}.png`),
    alt,
    caption: run(caption),
    credit,
    source: 'TTXVN',
    rights: '© 2026 TTV',
  });
  const body: Block[] = [
    {
      type: 'paragraph',
      id: 'lead',
      text: [
        { text: 'Nước lên ' },
        { text: 'rất nhanh', marks: ['strong'] },
        { text: ' & cao, theo ' },
        { text: 'đài', href: 'https://example.vn/a?b=1&c=2' },
        { text: ' [sic].' },
      ],
    },
    { type: 'figure', id: 'fig1', photos: [photo('pho1', 1, 'Cầu “Đông Hải” <chiều 12/6>', 'Lê Hà', 'Cầu & nước')] },
    { type: 'heading', id: 'head', level: 2, text: run('Sơ tán 1.200 hộ') },
    { type: 'heading', id: 'hea3', level: 3, text: run('Ở hạ lưu') },
    {
      type: 'list',
      id: 'list',
      ordered: false,
      items: [
        { id: 'ite1', text: run('Xã A'), sub: { ordered: true, items: [{ id: 'ite2', text: run('Thôn 1') }] } },
        { id: 'ite3', text: [{ text: 'Xã B', marks: ['emphasis', 'underline'] }] },
      ],
    },
    { type: 'quote', id: 'quot', text: run('Chưa bao giờ thế này.\nThật thế.'), attribution: run('Bà Nguyễn Thị Hoa') },
    { type: 'pull-quote', id: 'pull', text: run('Chưa bao giờ'), attribution: [] },
    {
      type: 'figure',
      id: 'gall',
      photos: [photo('pho2', 2, 'Bè', 'Reuters', 'Một chiếc bè'), photo('pho3', 3, '', '', '')],
    },
    {
      type: 'fact-box',
      id: 'fact',
      title: run('Con số'),
      blocks: [
        { type: 'paragraph', id: 'fapa', text: run('3 người mất tích') },
        { type: 'list', id: 'fali', ordered: true, items: [{ id: 'fait', text: run('một') }] },
      ],
    },
    {
      type: 'table',
      id: 'tabl',
      rows: [
        {
          cells: [
            { text: run('Xã'), header: true },
            { text: run('Hộ'), header: true },
          ],
        },
        { cells: [{ text: run('A\nB') }, { text: run('700') }] },
        { cells: [{ text: run('Tổng'), colspan: 2 }] },
      ],
    },
    { type: 'divider', id: 'divi' },
    {
      type: 'embed',
      id: 'embe',
      url: 'https://www.youtube.com/watch?v=abc',
      title: 'Video lũ',
      description: 'Từ trên cao',
    },
    {
      type: 'paragraph',
      id: 'sign',
      text: [
        { text: 'H' },
        { text: '2', marks: ['sub'] },
        { text: 'O -- x' },
        { text: '2', marks: ['sup'] },
        { text: ' bỏ', marks: ['strike'] },
        { text: ' mã', marks: ['code'] },
      ],
    },
    { type: 'paragraph', id: 'empt', text: [] },
  ];
  return createStory({
    language: 'vi',
    headline: `Lũ trên sông Lam “lên” báo động ${seed}`,
    slug: `lu-song-lam-${seed}`,
    kicker: 'Thời sự',
    standfirst: 'Hàng nghìn hộ dân phải sơ tán trong đêm.',
    dateline: { text: 'Nghệ An, 12/06/2025', mark: '(TTV) -', place: 'Nghệ An', source: 'TTV', date: null },
    byline: {
      text: 'Trần An - Lê Hà',
      people: [
        { name: 'Trần An', roles: ['reporter'] },
        { name: 'Lê Hà', roles: ['photographer'] },
      ],
    },
    sourceCredit: 'Theo TTXVN',
    keywords: ['lũ', 'Nghệ An'],
    body,
    media: { ...album.files },
  });
}

export function siteOf(kind: Site['kind'], url: string, api: string, user = ''): Site {
  return {
    id: 'site',
    name: 'Test',
    kind,
    url,
    api,
    user,
    colour: '#336699',
    defaults: { category: '', tags: [], author: '', status: 'draft' },
  };
}

/** The originals of a story's photos as what is pushed. */
const picturesOf = (story: Story): PushPicture[] =>
  photosOf(story).flatMap(({ id, media }) => {
    const file = media === null ? undefined : story.media[media];
    return file && media !== null ? [{ photo: id, sha256: media, ...file }] : [];
  });

export function jobOf(
  site: Site,
  story: Story,
  order: Partial<PushJob['order']> = {},
  more: Partial<PushJob> = {},
): PushJob {
  const at = Date.now();
  return {
    id: `job-${story.id}`,
    site,
    story,
    pictures: picturesOf(story),
    order: {
      status: 'draft',
      at: null,
      category: '',
      tags: [],
      excerpt: '',
      featured: null,
      author: '',
      isSignificant: false,
      ...order,
    },
    base: null,
    changed: { do: 'combine' },
    createdAt: at,
    confirmedAt: at,
    ...more,
  };
}

/** A desk that pushes over a transport and keeps what was recorded. */
export class Desk {
  readonly site: Site;
  readonly album = new Album();
  readonly secret: string;
  transport: Transport = httpTransport;
  /** What time it is, in milliseconds since the epoch. */
  clock = (): number => Date.now();
  steps: StepRecord[] = [];

  constructor(site: Site, secret: string) {
    this.site = site;
    this.secret = secret;
  }

  line(): Line {
    return {
      adapter: cmsAdapter(this.site.kind),
      site: this.site,
      secret: this.secret,
      transport: this.transport,
      picture: async (id) => this.album.bytes.get(id),
      clock: () => this.clock(),
      timeout: 30_000,
    };
  }

  hold<T>(talk: Talk<T>): Promise<Result<T>> {
    return converse(talk, this.line());
  }

  async run(job: PushJob): Promise<PushState> {
    this.steps = [];
    return runPush(job, this.line(), {
      steps: [],
      began: async () => undefined,
      ended: async (step) => void this.steps.push(step),
    });
  }

  /** Pushes and throws where it did not get through. */
  async push(job: PushJob): Promise<Pushed> {
    const state = await this.run(job);
    if (state.is !== 'done')
      throw new Error(`the push is ${state.is}: ${JSON.stringify('failure' in state ? state.failure : state)}`);
    return state.pushed;
  }

  /** Pushes and answers why a person is needed. */
  async refused(job: PushJob): Promise<string> {
    const state = await this.run(job);
    return state.is === 'person' ? state.failure.code : state.is;
  }
}
