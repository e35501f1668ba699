import { lazy, type ComponentType } from 'react';

type Read = () => Promise<unknown>;
const parts: Read[] = [];
let isRead = false;

/** Whether every part stands ready. */
export const isRestRead = (): boolean => isRead;

/**
 * A part of the window that the first key does without: its script is read when the part is first shown, or by
 * `readTheRest`, whichever comes first. From then on it is shown at once, within the key or click that asks for it.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let there: { default: ComponentType<P> } | null = null;
  let reading: Promise<{ default: ComponentType<P> }> | null = null;
  const read = (): Promise<{ default: ComponentType<P> }> =>
    (reading ??= load().then((part) => (there = { default: part })));
  parts.push(read);
  // React asks no more than a `then`; one that answers at once spares it the wait for a promise that is kept already.
  const atOnce = { then: (heard: (part: unknown) => void) => heard(there) } as unknown as ReturnType<typeof read>;
  return lazy(() => (there ? atOnce : read()));
}

/** Reads every part that was not asked for yet, one after another. */
export async function readTheRest(): Promise<void> {
  for (const read of parts) await read().catch(reportError);
  isRead = true;
}
