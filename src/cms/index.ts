import type { CmsAdapter } from './adapter.ts';
import type { CmsId } from './site.ts';
import { ghost } from './ghost/index.ts';
import { ninjsWebhook } from './ninjs-webhook/index.ts';
import { wordpress } from './wordpress/index.ts';

/** Every CMS that a story can be pushed to, in the order in which they are offered. To add one: its folder, its id, its line here. */
export const cmsAdapters: readonly CmsAdapter[] = [wordpress, ghost, ninjsWebhook];

/** The adapter of that id. */
export function cmsAdapter(id: CmsId): CmsAdapter {
  const found = cmsAdapters.find((adapter) => adapter.id === id);
  if (!found) throw new Error(`no adapter "${id}"`);
  return found;
}
