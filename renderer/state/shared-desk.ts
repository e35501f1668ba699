import type { Client } from '../../src/ipc/client.ts';
import type { DeskAsked, DeskItem, SharedDeskShown } from '../../src/ipc/calls/desk.ts';
import type { Merging } from './merging.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

/** The folder that the newsroom shares, and what is new in it. */
export interface SharedDeskRoom {
  readonly shown: Store<SharedDeskShown>;
  ask: (asked: DeskAsked) => Promise<void>;
  /** Takes a story of it in: opens it, or lays it before the person to be merged. */
  open: (file: string) => Promise<void>;
  begin: () => Promise<void>;
}

/** Says when a story came that is for this person, and when the folder cannot be reached. */
export function createSharedDesk(host: Client, notices: Notices, merging: Merging): SharedDeskRoom {
  const shown = createStore<SharedDeskShown>({ folder: null, isThere: true, items: [], troubles: [] });
  let isBegun = false;

  /** Takes notices away that are told by what is done, or by the drive's coming back. */
  function dismiss(...codes: string[]): void {
    for (const { id, code } of notices.list.get()) if (codes.includes(code)) notices.dismiss(id);
  }
  function tell(before: SharedDeskShown, after: SharedDeskShown): void {
    if (before.folder !== after.folder) return;
    if (after.isThere) dismiss('window.desk-gone');
    if (before.isThere && !after.isThere)
      notices.tell('warning', { code: 'window.desk-gone', about: { folder: after.folder ?? '' } });
    // What comes back with the drive is no news.
    if (!before.isThere) return;
    const isNew = ({ file, isForMe }: DeskItem): boolean => isForMe && !before.items.some((one) => one.file === file);
    for (const { headline, by } of after.items.filter(isNew))
      notices.tell('done', { code: by === '' ? 'window.desk-new' : 'window.desk-new-from', about: { headline, by } });
  }
  function know(next: SharedDeskShown): void {
    const before = shown.get();
    if (JSON.stringify(before) === JSON.stringify(next)) return;
    shown.set(next);
    if (isBegun) tell(before, next);
  }
  host.listen('desk.changed', know);

  async function ask(asked: DeskAsked): Promise<void> {
    const answer = await host.call('merge.act', { act: 'desk', ask: asked });
    if (!answer.ok) notices.tell('failure', answer.failure);
    else if (answer.value.desk) know(answer.value.desk);
  }
  return {
    shown,
    ask,
    open: (file) => {
      dismiss('window.desk-new', 'window.desk-new-from');
      return merging.takeIn(file);
    },
    begin: async () => {
      await ask({ desk: 'look' });
      isBegun = true;
    },
  };
}
