import type { CmsAdapter } from './adapter.ts';
import type { PushJob } from './push/job.ts';
import type { CmsId } from './site.ts';
import { ghost } from './ghost/index.ts';
import { ninjsWebhook } from './ninjs-webhook/index.ts';
import { wordpress } from './wordpress/index.ts';

/** A job whose fields say what counts: one that is only suggested is not pushed. The text passes the same gate in arrange.ts. */
const counting = (job: PushJob): PushJob => ({
  ...job,
  story: { ...job.story, ...job.story.underReview?.fields },
});

/** The one gate before every CMS, as src/export has its own. */
const gated = (adapter: CmsAdapter): CmsAdapter => ({
  ...adapter,
  plan: (job) => adapter.plan(counting(job)),
  push: (job) => adapter.push(counting(job)),
});

/** Every CMS that a story can be pushed to, in the order in which they are offered. To add one: its folder, its id, its line here. */
export const cmsAdapters: readonly CmsAdapter[] = [wordpress, ghost, ninjsWebhook].map(gated);

/** The adapter of that id. */
export function cmsAdapter(id: CmsId): CmsAdapter {
  const found = cmsAdapters.find((adapter) => adapter.id === id);
  if (!found) throw new Error(`no adapter "${id}"`);
  return found;
}
