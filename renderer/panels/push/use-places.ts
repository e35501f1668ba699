import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../src/base/result.ts';
import type { PostShown } from '../../../src/ipc/calls/sites.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';

/** Where a story lives, asked of this computer, and of a site where that is wanted. */
export function usePlaces(story: string): {
  /** Null until it is known. */
  list: readonly PostShown[] | null;
  failure: Failure | null;
  refresh: () => Promise<void>;
  look: (site: string) => Promise<void>;
} {
  const { pushing } = useRoom();
  const [list, setList] = useState<readonly PostShown[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const done = useStore(pushing.pushes, (all) => all.filter(({ state }) => state.is === 'done').length);
  const refresh = useCallback(async () => {
    const answer = await pushing.ask({ do: 'places', story });
    setList((answer.ok && answer.value.places) || []);
  }, [pushing, story]);
  useEffect(() => {
    let isWanted = true;
    void pushing.ask({ do: 'places', story }).then((answer) => {
      if (isWanted) setList((answer.ok && answer.value.places) || []);
    });
    return () => {
      isWanted = false;
    };
  }, [pushing, story, done]);
  const look = async (site: string): Promise<void> => {
    const answer = await pushing.ask({ do: 'look', story, site });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.places) setList(answer.value.places);
  };
  return { list, failure, refresh, look };
}
