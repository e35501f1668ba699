import type { LibraryAction } from '../../src/ipc/calls/stories.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { CallInput } from '../../src/ipc/contract.ts';
import type { Desk } from './desk.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import { readyRenditions } from '../pictures/ready.ts';
import type { ProgressStore } from './progress.ts';

/** What is done with stories in the list, one or many at once. What went wrong is told story by story. */
export interface Shelves {
  pin: (ids: readonly string[], isPinned: boolean) => Promise<void>;
  /** Into the bin, with a way back. The open story is left first. */
  bin: (ids: readonly string[]) => Promise<void>;
  /** Takes back the last putting in the bin. */
  undo: () => Promise<void>;
  restore: (ids: readonly string[]) => Promise<void>;
  /** Away for good, out of the bin. */
  delete: (ids: readonly string[]) => Promise<void>;
  /** Opens a second story of the same text under this headline. */
  duplicate: (id: string, headline: string) => Promise<void>;
  /** Writes each into a folder that the host asks for. */
  export: (ids: readonly string[], as: CallInput<'export.stories'>['as']) => Promise<void>;
  /** Hands them, as story files, to the drag that has begun on one of them. */
  drag: (ids: readonly string[]) => Promise<void>;
}

export function createShelves(
  host: Client,
  library: Library,
  desk: Desk,
  notices: Notices,
  progress: ProgressStore,
): Shelves {
  let lastBinned: readonly string[] = [];

  /** Answers how many it was done with. */
  async function act(action: LibraryAction): Promise<number> {
    const answer = await host.call('stories.act', action);
    if (!answer.ok) {
      notices.tell('failure', answer.failure);
      return 0;
    }
    for (const failure of answer.value.failures) notices.tell('failure', failure);
    library.take(answer.value.stories);
    return 'ids' in action ? action.ids.length - answer.value.failures.length : answer.value.stories.length;
  }

  async function restore(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const count = await act({ do: 'restore', ids: [...ids] });
    if (count > 0) notices.tell('done', { code: 'window.restored', about: { count } });
  }
  async function undo(): Promise<void> {
    const ids = lastBinned;
    lastBinned = [];
    for (const { id, code } of notices.list.get()) if (code === 'window.binned') notices.dismiss(id);
    await restore(ids);
  }

  return {
    async drag(ids) {
      // The open story's last words too.
      for (const id of ids) await desk.settled(id);
      const answer = await host.call('export.act', { do: 'drag', ids: [...ids] });
      if (!answer.ok) notices.tell('failure', answer.failure);
    },
    async pin(ids, isPinned) {
      await act({ do: 'pin', ids: [...ids], isPinned });
    },
    async bin(ids) {
      if (!(await desk.leave(ids))) return;
      const count = await act({ do: 'bin', ids: [...ids] });
      if (count === 0) return;
      lastBinned = ids;
      // Only the last can be taken back from here; the earlier ones are in the bin.
      for (const { id, code } of notices.list.get()) if (code === 'window.binned') notices.dismiss(id);
      notices.tell('done', { code: 'window.binned', about: { count } }, () => void undo());
    },
    undo,
    restore,
    async delete(ids) {
      const count = await act({ do: 'delete', ids: [...ids] });
      await library.refresh();
      if (count > 0) notices.tell('done', { code: 'window.deleted', about: { count } });
    },
    async duplicate(id, headline) {
      const answer = await host.call('stories.act', { do: 'duplicate', id, headline });
      if (!answer.ok) {
        notices.tell('failure', answer.failure);
        return;
      }
      library.take(answer.value.stories);
      const [copy] = answer.value.stories;
      if (copy) await desk.open(copy.id);
    },
    async export(ids, as) {
      for (const id of as === 'story' ? [] : ids) {
        const ready = await readyRenditions(host, id, progress);
        if (ready.ok) continue;
        const isStopped = ready.failure.code === 'export.stopped';
        notices.tell(isStopped ? 'failure' : 'warning', ready.failure);
        if (isStopped) return;
      }
      const answer = await host.call('export.stories', { ids: [...ids], as });
      if (!answer.ok) {
        notices.tell('failure', answer.failure);
        return;
      }
      const { path, count, failures } = answer.value;
      for (const failure of failures) notices.tell('failure', failure);
      if (path !== null && count > 0) notices.tell('done', { code: 'window.exported-many', about: { path, count } });
    },
  };
}
