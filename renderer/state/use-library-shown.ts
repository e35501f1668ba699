import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRoom } from './room.ts';
import { useStore } from './use-store.ts';

/** Below this width the list of stories lies over the page; panels/library/library.css has the same number. */
const narrow = matchMedia('(width < 52rem)');

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (heard) => {
      narrow.addEventListener('change', heard);
      return () => {
        narrow.removeEventListener('change', heard);
      };
    },
    () => narrow.matches,
  );
}

export interface LibraryShown {
  isShown: boolean;
  toggle: () => void;
  /** Brings it into sight where it is not. */
  show: () => void;
  /** Puts away a list that lies over the page; one beside it stays. */
  uncover: () => void;
}

/** Whether the list of stories shows: beside the page as the person chose, over it (in a narrow window) only when called for. */
export function useLibraryShown(): LibraryShown {
  const { preferences, desk } = useRoom();
  const isChosen = useStore(preferences.settings, ({ isLibraryOpen }) => isLibraryOpen);
  const isNarrow = useIsNarrow();
  const [isOver, setIsOver] = useState(false);
  const uncover = (): void => {
    setIsOver(false);
  };
  // A story was chosen: now the page is wanted.
  useEffect(() => desk.state.subscribe(uncover), [desk]);
  return {
    isShown: isNarrow ? isOver : isChosen,
    toggle: () => {
      if (isNarrow) setIsOver(!isOver);
      else preferences.choose({ isLibraryOpen: !isChosen });
    },
    show: () => {
      if (isNarrow) setIsOver(true);
      else if (!isChosen) preferences.choose({ isLibraryOpen: true });
    },
    uncover,
  };
}
