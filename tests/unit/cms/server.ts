import type { CmsAdapter } from '../../../src/cms/adapter.ts';
import { ninjsWebhook } from '../../../src/cms/ninjs-webhook/index.ts';
import type { PushJob, StepRecord } from '../../../src/cms/push/job.ts';
import { runPush } from '../../../src/cms/push/run.ts';
import type { PushState, Present } from '../../../src/cms/push/state.ts';
import type { Answer } from '../../../src/cms/talk.ts';
import type { Line, WireRequest } from '../../../src/cms/wire.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Story } from '../../../src/story/schema.ts';

export const PICTURE = 'a'.repeat(64);

const flood: Story = createStory({
  language: 'vi',
  headline: 'Lũ lên',
  body: [
    { type: 'paragraph', id: 'lead', text: [{ text: 'Nước lên nhanh.' }] },
    {
      type: 'figure',
      id: 'fig1',
      photos: [
        { id: 'pho1', media: PICTURE, alt: 'Cầu', caption: [{ text: 'Cầu' }], credit: 'Lê Hà', source: '', rights: '' },
      ],
    },
  ],
  media: { [PICTURE]: { type: 'image/jpeg', name: 'cau.jpg', width: 40, height: 30, bytes: 3 } },
});

export const START = 1_000_000_000_000;

export function job(more: Partial<PushJob> = {}, order: Partial<PushJob['order']> = {}): PushJob {
  return {
    id: 'job1',
    site: {
      id: 'site',
      name: 'Toà soạn',
      kind: 'ninjs-webhook',
      url: 'https://desk.example/in',
      api: 'https://desk.example/in',
      user: '',
      colour: '#336699',
      defaults: { category: '', tags: [], author: '', status: 'draft' },
    },
    story: flood,
    pictures: [
      { photo: 'pho1', sha256: PICTURE, type: 'image/jpeg', name: 'cau.jpg', width: 40, height: 30, bytes: 3 },
    ],
    order: {
      status: 'draft',
      at: null,
      category: '',
      tags: ['lũ'],
      excerpt: '',
      featured: null,
      author: '',
      isSignificant: false,
      ...order,
    },
    base: null,
    changed: { do: 'ask' },
    createdAt: START,
    confirmedAt: START,
    ...more,
  };
}

export const reply = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer => ({
  got: 'reply',
  reply: { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
});
export const trouble = (kind: Extract<Answer, { got: 'trouble' }>['trouble']['kind']): Answer => ({
  got: 'trouble',
  trouble: { kind, detail: kind },
});

/** A desk whose requests a test answers one by one, and whose clock it sets. */
export class Bench {
  now = START;
  steps: StepRecord[] = [];
  sent: WireRequest[] = [];
  readonly adapter: CmsAdapter = ninjsWebhook;

  /** Runs on, each request answered by the next of these; `kill` ends the program while it waits for its answer. */
  async run(
    one: PushJob,
    answers: (Answer | 'kill')[],
    present: Omit<Present, 'now'> = {},
  ): Promise<PushState | 'killed'> {
    const left = [...answers];
    const line: Line = {
      adapter: this.adapter,
      site: one.site,
      secret: 'a shared secret',
      transport: async (request) => {
        this.sent.push(request);
        const next = left.shift();
        if (next === undefined) throw new Error(`nobody answers ${request.method} ${request.url}`);
        if (next === 'kill') throw new Error('killed');
        return next;
      },
      picture: async () => new Uint8Array([1, 2, 3]),
      clock: () => this.now,
      timeout: 1000,
    };
    const log = {
      steps: [...this.steps],
      began: async (step: StepRecord) => void this.steps.push(step),
      ended: async (step: StepRecord) => void (this.steps[this.steps.length - 1] = step),
    };
    try {
      return await runPush(one, line, log, present);
    } catch (error) {
      if ((error as Error).message === 'killed') return 'killed';
      throw error;
    }
  }
}
