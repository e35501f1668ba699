import type { CallInput } from '../../../src/ipc/contract.ts';

import type { Story } from '../../../src/story/schema.ts';
import { leadPhotoOf } from '../../../src/story/walk.ts';
import type { KnownSite } from '../../state/pushing.ts';

/** What a person orders for one push. */
export type PushOrder = Extract<CallInput<'sites.act'>, { do: 'push' }>['order'];

/** The order that a story begins with at a site: its own section and keywords, else the site's defaults. */
export function orderFor(story: Story, { defaults }: KnownSite, isThere: string | null): PushOrder {
  const status = isThere === 'published' || isThere === 'scheduled' ? 'published' : defaults.status;
  return {
    status,
    at: story.schedule,
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
