import type { LongBlock } from '../long-text.ts';

/** Where the caret goes: behind the last paragraph, or behind the one after the middle. */
export type Spot = 'middle' | 'end';

/** An editor on a page of its own, as the benchmarks drive it. */
export interface Peer {
  /** Shows the text and takes keys. */
  mount: (host: HTMLElement, blocks: LongBlock[]) => void;
  toCaret: (spot: Spot) => void;
}

declare global {
  interface Window {
    peer: Peer;
  }
}

/** The number of the block that `spot` means. */
export const blockAt = (spot: Spot, count: number): number => (spot === 'end' ? count - 1 : Math.floor(count / 2) + 1);

/** Makes an editor the one of this page. */
export function present(peer: Peer): void {
  window.peer = peer;
}

/** Marks whose tag both HTML and every peer with marks writes. */
export const TAGS = { bold: 'strong', italic: 'em' } as const;
