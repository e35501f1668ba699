import { useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/** A store's value, or the part of it that `pick` takes; the component renders again when that changes. `pick` must answer the same object for the same value. */
export function useStore<T>(store: Store<T>): T;
export function useStore<T, P>(store: Store<T>, pick: (value: T) => P): P;
export function useStore<T, P>(store: Store<T>, pick?: (value: T) => P): T | P {
  return useSyncExternalStore(store.subscribe, () => (pick ? pick(store.get()) : store.get()));
}
