import { createClient, type Client } from '../../src/ipc/client.ts';
import type { Bridge } from '../../src/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; the window's only way out. */
    copydesk: Bridge;
  }
}

/** The host, over the bridge of the preload. */
export function connectHost(): Client {
  return createClient(window.copydesk);
}
