import { useMemo } from 'react';
import { datelineHouse } from '../../src/settings/house.ts';
import type { DatelineHouse } from '../../src/story/dateline-house.ts';
import { useRoom } from './room.ts';
import { useStore } from './use-store.ts';

/** How the newsroom writes its datelines, as the settings say. */
export function useHouse(): DatelineHouse {
  const { preferences } = useRoom();
  const house = useStore(preferences.settings, (settings) => settings.house);
  return useMemo(() => datelineHouse(house), [house]);
}
