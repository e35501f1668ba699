import type { Client } from '../../src/ipc/client.ts';
import { chooseForStory } from './checks.ts';
import type { Notices } from './notices.ts';
import type { Preferences } from './preferences.ts';

/** What a mark of what was read needs of the room. */
interface Parts {
  host: Client;
  notices: Notices;
  preferences: Preferences;
}

/**
 * Remembers that this person has read the story as it was last saved: what is changed from now on is new to them.
 *
 * @param isFirst only where nothing is remembered yet: what they did not read before a merge is unread after it
 */
export async function rememberRead({ host, notices, preferences }: Parts, id: string, isFirst = false): Promise<void> {
  if (isFirst && preferences.settings.get().stories[id]?.read !== undefined) return;
  const answer = await host.call('versions.act', { act: 'make', id, kind: 'saved' });
  if (!answer.ok) return notices.tell('failure', answer.failure);
  preferences.choose(chooseForStory(preferences.settings.get(), id, { read: answer.value.version.hash }));
}
