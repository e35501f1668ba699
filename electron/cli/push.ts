import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import { converse } from '../../src/cms/converse.ts';
import { cmsAdapter } from '../../src/cms/index.ts';
import type { PushJob, PushOrder, StepRecord } from '../../src/cms/push/job.ts';
import { runPush } from '../../src/cms/push/run.ts';
import type { PushState } from '../../src/cms/push/state.ts';
import type { CmsId, Site } from '../../src/cms/site.ts';
import type { Line } from '../../src/cms/wire.ts';
import type { Story } from '../../src/story/schema.ts';
import { leadPhotoOf } from '../../src/story/walk.ts';
import { madeCopies } from '../services/pictures/made-copies.ts';
import { pushPictures } from '../services/push/pictures.ts';
import { PushFile } from '../services/cms/push-file.ts';
import { httpTransport } from '../services/cms/transport.ts';
import { readPackageFile } from '../services/package-file.ts';
import type { ExitCode } from './room.ts';
import { printable, sayFailure } from './words.ts';

/** What the command line chose. */
export interface PushChoices {
  site: CmsId;
  url: string;
  user?: string;
  status: 'draft' | 'publish' | 'pending' | 'unpublish';
  at?: string;
  category?: string;
  tag?: string[];
  excerpt?: string;
  author?: string;
  body?: 'lexical' | 'html';
  significant?: boolean;
  keepCamera?: boolean;
  /** Seconds for which it waits for a network or a server before it ends. */
  wait: string;
  state?: string;
  sameAs?: string;
  again?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

const TIMEOUT = 30_000;

/** Failures that pass by themselves. */
const WAITS = new Set(['offline', 'unreachable', 'busy', 'server', 'portal', 'not-json'].map((name) => `push.${name}`));

const STATUS = { draft: 'draft', publish: 'published', pending: 'pending', unpublish: 'unpublished' } as const;

function orderOf(story: Story, choices: PushChoices): PushOrder {
  return {
    status: choices.at === undefined ? STATUS[choices.status] : 'scheduled',
    at: choices.at ?? null,
    category: choices.category ?? '',
    tags: choices.tag ?? story.keywords,
    excerpt: choices.excerpt ?? '',
    featured: leadPhotoOf(story)?.id ?? null,
    author: choices.author ?? '',
    isSignificant: choices.significant === true,
    ...(choices.keepCamera === true && { keepsCamera: true }),
  };
}

/** One step for other programs: what was asked, and what came of it. */
function shortStep({ attempt, call, startedAt, endedAt, answer }: StepRecord): object {
  return {
    attempt,
    name: call.name,
    ...(call.about !== undefined && { about: call.about }),
    method: call.method,
    url: call.url,
    ...(answer?.got === 'reply' ? { status: answer.reply.status } : { trouble: answer?.trouble.kind ?? null }),
    milliseconds: endedAt === null ? null : endedAt - startedAt,
  };
}

interface Ended {
  text: string;
  code: ExitCode;
  failure?: Failure;
}

function print(state: PushState, steps: readonly StepRecord[], isJson: boolean, language: 'en' | 'vi'): Ended {
  const shown = steps.map(shortStep);
  if (state.is === 'done') {
    const { did, post, uploaded, reused, readBack, losses, combined } = state.pushed;
    const { id, link, editLink, status } = post;
    const said = {
      state: 'done',
      did,
      post: { id, link, editLink, status },
      uploaded,
      reused,
      combined,
      readBack,
      losses,
    };
    return {
      text: isJson ? `${JSON.stringify({ ...said, steps: shown }, null, 2)}\n` : `${id} ${status} ${printable(link)}\n`,
      code: 0,
    };
  }
  if (state.is === 'ready') throw new Error('a push that could go on has stopped');
  const { failure } = state;
  const code: ExitCode = state.is === 'waiting' ? 4 : failure.code === 'push.changed' ? 3 : 1;
  const conflict = state.is === 'person' ? state.conflict : null;
  const said = {
    state: state.is,
    code: failure.code,
    message: sayFailure(failure, language),
    ...(conflict && { theirChanges: conflict.theirChanges, flags: conflict.flags }),
    steps: shown,
  };
  return { text: isJson ? `${JSON.stringify(said, null, 2)}\n` : '', code, failure };
}

async function siteOf(choices: PushChoices, line: Omit<Line, 'site'>): Promise<Result<Site>> {
  const site: Site = {
    id: 'line',
    name: choices.url,
    kind: choices.site,
    url: choices.url,
    api: '',
    user: choices.user ?? '',
    colour: '#000000',
    defaults: { category: '', tags: [], author: '', status: 'draft' },
    ...(choices.body && { body: choices.body }),
  };
  const found = await converse(line.adapter.discover(choices.url), { ...line, site });
  return found.ok ? ok({ ...site, api: found.value.api }) : found;
}

/** Pushes until it is done, a person is needed, or it has waited as long as it may. */
async function carry(
  job: PushJob,
  line: Line,
  file: PushFile,
  patience: number,
): Promise<{ state: PushState; steps: StepRecord[] }> {
  const { base, steps: before } = file.site;
  const steps = [...before];
  const limit = Date.now() + patience;
  const log = {
    steps,
    began: async (step: StepRecord) => {
      steps.push(step);
      await file.keep({ base, job, steps });
    },
    ended: async (step: StepRecord) => {
      steps[steps.length - 1] = step;
      await file.keep({ base, job, steps });
    },
  };
  for (;;) {
    const state = await runPush(job, line, { ...log, steps: [...steps] });
    if (state.is !== 'waiting' || state.until > limit) return { state, steps };
    await pause(Math.max(state.until - Date.now(), 0));
  }
}

const isSameOrder = (one: PushJob, other: PushJob): boolean => {
  const said = ({ story, order, site, sameSlug }: PushJob): string => JSON.stringify([story, order, site, sameSlug]);
  return said(one) === said(other);
};

/**
 * `copydesk push`: a story to a CMS, once. What was pushed is kept in a file beside the story; called again after it was cut
 * off it looks first what is there. The secret comes from COPYDESK_SECRET and is never written anywhere.
 */
export async function pushCommand(
  path: string,
  choices: PushChoices,
  environment: Record<string, string | undefined>,
  language: 'en' | 'vi',
): Promise<Result<Ended>> {
  const secret = environment['COPYDESK_SECRET'] ?? '';
  if (secret === '') return fail('push.no-secret', 'COPYDESK_SECRET is not set');
  if (choices.site === 'wordpress' && !choices.user) return fail('push.no-user', '--user is missing');
  const read = await readPackageFile(path);
  if (!read.ok) return read;
  const { story, media } = read.value;
  const opened = await PushFile.open(choices.state ?? `${path}.push.json`, `${choices.site} ${choices.url}`);
  if (!opened.ok) return opened;
  const file = opened.value;
  const adapter = cmsAdapter(choices.site);
  const original = async (id: string): Promise<Uint8Array | undefined> => media.get(id);
  const ready = await pushPictures(story, {
    original,
    copies: madeCopies(original),
    keepsCamera: choices.keepCamera === true,
  });
  if (!ready.ok) return ready;
  const { pictures, bytes } = ready.value;
  const picture: Line['picture'] = async (sha256) => bytes.get(sha256);
  const open = { adapter, secret, transport: httpTransport, picture, clock: Date.now, timeout: TIMEOUT };
  const site = await siteOf(choices, open);
  if (!site.ok) return WAITS.has(site.failure.code) ? ok({ text: '', code: 4, failure: site.failure }) : site;
  const line: Line = { ...open, site: site.value };
  const at = Date.now();
  const before = file.site;
  const job: PushJob = {
    id: `${story.id}-${at}`,
    site: site.value,
    story,
    pictures,
    order: orderOf(story, choices),
    base: choices.again ? null : before.base,
    changed: { do: 'combine' },
    createdAt: at,
    confirmedAt: at,
    ...(choices.sameAs !== undefined && { sameSlug: choices.sameAs }),
  };
  if (choices.dryRun) {
    const plan = await converse(adapter.plan(job), line);
    return plan.ok ? ok({ text: `${JSON.stringify(plan.value, null, 2)}\n`, code: plan.value.conflict ? 3 : 0 }) : plan;
  }
  // Called again is a person's word to go on: no waiting is left over from before.
  const isSame = before.job !== null && isSameOrder(before.job, job);
  await file.keep({ base: job.base, job, steps: isSame ? before.steps : [] });
  const { state, steps } = await carry(job, line, file, Number(choices.wait) * 1000);
  if (state.is === 'done') {
    const { story: pushed, post } = state.pushed;
    await file.keep({ base: { story: pushed, post }, job: null, steps: [] });
  }
  return ok(print(state, steps, choices.json === true, language));
}
