import type { Conflict, Plan } from '../../../src/cms/adapter.ts';
import type { PushJob, StepRecord } from '../../../src/cms/push/job.ts';
import type { PushState } from '../../../src/cms/push/state.ts';
import type { Body } from '../../../src/cms/talk.ts';
import type { Failure } from '../../../src/base/result.ts';
import type { CallOutput } from '../../../src/ipc/contract.ts';
import type { ConflictShown, PlanShown, PostShown, PushShown } from '../../../src/ipc/calls/sites.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { KeptPost } from './post-shelf.ts';

/** RFC 3339 of milliseconds since the epoch. */
export const instant = (at: number): string => new Date(at).toISOString();

const notice = ({ code, about }: Failure): { code: string; about?: Failure['about'] } => ({ code, about });

function shownConflict({ theirs, theirStory, theirChanges, merged, flags }: Conflict): ConflictShown {
  const { revision: over, id: post, modified } = theirs;
  return { over, post, modified, theirs: theirStory, theirChanges, merged, flags };
}

/** @param before the story as the site has it, as far as this computer knows */
export function shownPlan(plan: Plan, before: Story | null, after: Story): PlanShown {
  const { does, uploads, alreadyThere, newTerms, bytes, differences, losses } = plan;
  const conflict = plan.conflict && shownConflict(plan.conflict);
  const link = plan.post?.link ?? '';
  const there = conflict?.theirs ?? before;
  return { does, link, uploads, alreadyThere, newTerms, bytes, differences, losses, conflict, before: there, after };
}

function shownStep({ call, startedAt, endedAt, answer }: StepRecord): PushShown['steps'][number] {
  return {
    name: call.name,
    about: call.about ?? '',
    status: answer?.got === 'reply' ? answer.reply.status : null,
    trouble: answer?.got === 'trouble' ? answer.trouble.kind : '',
    took: endedAt === null ? null : Math.max(0, Math.round(endedAt - startedAt)),
  };
}

export function shownPush(job: PushJob, steps: readonly StepRecord[], state: PushState): PushShown {
  return {
    id: job.id,
    story: job.story.id,
    site: job.site.id,
    headline: job.story.headline,
    status: job.order.status,
    createdAt: instant(job.createdAt),
    steps: steps.map(shownStep),
    state: shownState(state),
  };
}

function shownState(state: PushState): PushShown['state'] {
  switch (state.is) {
    case 'ready':
      return { is: 'running' };
    case 'waiting':
      return { is: 'waiting', failure: notice(state.failure), until: instant(state.until) };
    case 'person':
      return {
        is: 'person',
        failure: notice(state.failure),
        conflict: state.conflict && shownConflict(state.conflict),
      };
    case 'done': {
      const { did, post, losses, readBack } = state.pushed;
      return { is: 'done', did, link: post.link, losses, readBack };
    }
  }
}

export function shownPost({ story, site, base, seen, pushedAt, checkedAt, trouble, steps }: KeptPost): PostShown {
  const { link, editLink, status, at } = seen ?? base.post;
  const shown = steps.map(shownStep);
  return { story, site, link, editLink, status, at, pushedAt, checkedAt, trouble, base: base.story, steps: shown };
}

const MASK = '••••';
/** Characters of a body that are shown. */
const SHOWN = 20_000;
const SECRET_HEADER = /authorization|cookie|signature|token|secret|api-key/i;
const SECRET_MEMBER = /("[^"]*(?:password|secret|token|api_?key)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;

/** A call and its reply for a person to read: whatever is secret, or looks like it, is dots. */
export function shownExchange(
  step: StepRecord,
  secret: string | null,
): NonNullable<CallOutput<'sites.act'>['exchange']> {
  const hide = hider(secret === null ? [] : [secret, secret.replace(/\s+/g, ''), secret.split(':')[1] ?? '']);
  const { call, answer } = step;
  const came =
    answer?.got === 'reply' ? whole(answer.reply.headers, answer.reply.body) : (answer?.trouble.detail ?? '');
  return {
    at: instant(step.startedAt),
    line: hide(`${call.method} ${call.url}`),
    request: hide(whole(call.headers, bodyText(call.body))),
    reply: hide(came),
  };
}

function hider(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((form) => [form, encodeURIComponent(form)]).filter(({ length }) => length >= 4);
  return (text) =>
    forms.reduce((left, form) => left.replaceAll(form, MASK), text.replace(SECRET_MEMBER, `$1"${MASK}"`));
}

function whole(headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${SECRET_HEADER.test(name) ? MASK : value}`);
  const text = body.length > SHOWN ? `${body.slice(0, SHOWN)}…` : body;
  return [lines.join('\n'), text].filter((part) => part !== '').join('\n\n');
}

function bodyText(body: Body | null): string {
  if (body === null) return '';
  return body.kind === 'text' ? body.text : `(${body.bytes} bytes, sha256 ${body.sha256})`;
}
