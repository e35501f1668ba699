import { ok, type Failure } from '../../src/base/result.ts';
import type { Handlers } from '../../src/ipc/contract.ts';
import type { AppCalls } from './app.ts';

/**
 * The calls of a Copydesk that has no place to keep stories: none are there, and each call for one is refused with the
 * reason, so that nobody types what cannot be kept.
 */
export function closedHandlers(failure: Failure | null): Omit<Handlers, AppCalls> {
  if (!failure) throw new Error('Nothing is closed without a reason');
  const refuse = async (): Promise<{ ok: false; failure: Failure }> => ({ ok: false, failure });
  return {
    'stories.list': async () => ok([]),
    'stories.find': async () => ok({ ids: [], snippets: [] }),
    'stories.act': refuse,
    'stories.create': refuse,
    'stories.open': refuse,
    'stories.change': refuse,
    'stories.close': async () => ok(null),
    'media.add': refuse,
    'media.renditions': refuse,
    'export.story': refuse,
    'export.stories': refuse,
    'export.act': refuse,
    'import.package': refuse,
    'versions.read': refuse,
    'versions.act': refuse,
    'import.article': refuse,
    'merge.act': refuse,
    'language.files': refuse,
    'sites.act': refuse,
  };
}
