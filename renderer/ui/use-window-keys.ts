import { useEffect, useEffectEvent } from 'react';

/**
 * Hears each key wherever in the window it is pressed, before anything else does: the plain fields of a photo keep their keys from
 * what lies round them, and the editor would type what some layouts make of Ctrl+Alt.
 */
export function useWindowKeys(heard: (event: KeyboardEvent) => void): void {
  const press = useEffectEvent(heard);
  useEffect(() => {
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
