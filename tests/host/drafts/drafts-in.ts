import { afterEach } from 'vitest';
import { openDraftStore, type DraftStore, type DraftStoreOptions } from '../../../electron/services/drafts/store.ts';

const left: DraftStore[] = [];

afterEach(async () => {
  await Promise.all(left.splice(0).map((store) => store.closeAll()));
});

/** A draft store. Whatever a test leaves open, as a crash would, is closed after it. */
export function draftsIn(options: DraftStoreOptions): DraftStore {
  const store = openDraftStore(options);
  left.push(store);
  return store;
}
