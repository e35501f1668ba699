import { resolve } from 'node:path';
import { app } from 'electron';

/** The addresses of one scheme that the system hands to this program, whenever it does. */
export interface Links {
  /** Whether the system hands them over; makes this program the one that gets them, where that can be done. */
  claim: () => boolean;
  /** Hands over each arrival, those first that came before. */
  forward: (taker: (address: string) => void) => void;
}

/**
 * Listens for `scheme:` addresses: of this command line, of a second Copydesk that the system started with one (Linux, Windows),
 * and of the system's own event (macOS). Begun before the program is ready, or the first is missed.
 */
export function createLinks(scheme: string): Links {
  const isOne = (word: string): boolean => word.toLowerCase().startsWith(`${scheme}:`);
  const waiting = process.argv.slice(1).filter(isOne);
  let taker = (address: string): void => void waiting.push(address);
  app.on('second-instance', (_event, argv) => {
    for (const address of argv.slice(1).filter(isOne)) taker(address);
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (isOne(address)) taker(address);
  });
  return {
    claim: () => {
      // From a checkout the program is Electron, and the checkout its first word.
      const [, main] = process.argv;
      const way: [string?, string[]?] =
        process.defaultApp && main !== undefined ? [process.execPath, [resolve(main)]] : [];
      if (!app.isDefaultProtocolClient(scheme, ...way)) app.setAsDefaultProtocolClient(scheme, ...way);
      return app.isDefaultProtocolClient(scheme, ...way);
    },
    forward: (next) => {
      taker = next;
      for (const address of waiting.splice(0)) next(address);
    },
  };
}
