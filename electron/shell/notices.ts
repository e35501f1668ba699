import type { Notice } from '../../src/ipc/calls/app.ts';

/** What the person must hear though no call of the window asked: kept until a page takes it, told to one that is there. */
export interface Notices {
  add: (...notices: Notice[]) => void;
  /** All that no page was told yet. */
  take: () => Notice[];
}

/**
 * @param isHeard whether there is a page that listens
 * @param tell tells it
 */
export function createNotices(isHeard: () => boolean, tell: (notice: Notice) => void): Notices {
  const waiting: Notice[] = [];
  return {
    add: (...notices) => {
      if (isHeard()) notices.forEach(tell);
      else waiting.push(...notices);
    },
    take: () => waiting.splice(0),
  };
}
