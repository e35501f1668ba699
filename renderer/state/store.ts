/** One value that changes over time, and those who want to know when it does. */
export interface Store<T> {
  get: () => T;
  set: (next: T) => void;
  /** Calls `heard` after each change until the function that comes back is called. */
  subscribe: (heard: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const heard of [...listeners]) heard();
    },
    subscribe(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
