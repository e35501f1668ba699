import type { CallInput } from '../../../src/ipc/contract.ts';

import type { PostShown } from '../../../src/ipc/calls/sites.ts';
import type { Story } from '../../../src/story/schema.ts';
import { leadPhotoOf } from '../../../src/story/walk.ts';
import type { KnownSite } from '../../state/pushing.ts';

/** What a person orders for one push. */
export type PushOrder = Extract<CallInput<'sites.act'>, { do: 'push' }>['order'];

/** How a post stands there, as an order that leaves it so. */
const LEFT: Partial<Record<string, PushOrder['status']>> = {
  published: 'published',
  private: 'draft',
  scheduled: 'scheduled',
  pending: 'pending',
  draft: 'draft',
};

/** Whether the order leaves the post's state as it is there: an update, and no more. */
export const isUpdate = ({ status }: PushOrder, there: PostShown | null): boolean =>
  there !== null && (LEFT[there.status] === status || (status === 'draft' && there.status === 'published'));

/**
 * The order that a story begins with at a site: what is there stays as it stands; its own section and keywords, else the
 * site's defaults.
 */
export function orderFor(story: Story, { defaults }: KnownSite, there: PostShown | null): PushOrder {
  return {
    status: (there && LEFT[there.status]) ?? defaults.status,
    at: (there?.status === 'scheduled' && there.at) || story.schedule,
    category: story.section || defaults.category,
    tags: story.keywords.length > 0 ? story.keywords : defaults.tags,
    excerpt: '',
    featured: leadPhotoOf(story)?.id ?? null,
    author: defaults.author,
    isSignificant: false,
  };
}

/** Tags as they are typed: separated by commas, each once. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** An instant as a field for date and time takes it, in this computer's own time; empty for none. */
export function localTime(at: string | null): string {
  if (at === null || Number.isNaN(Date.parse(at))) return '';
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of such a field, or null. */
export function instantOf(local: string): string | null {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
