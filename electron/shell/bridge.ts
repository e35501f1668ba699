import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail } from '../../src/base/result.ts';
import { events, type EventData, type EventName } from '../../src/ipc/contract.ts';
import type { Router } from '../../src/ipc/router.ts';
import { WINDOW_ORIGIN } from './protocol.ts';

// The other end is preload.ts.
const CHANNEL = 'copydesk';

/** Tells the page of an event. Where there is no page, nobody is told. */
export type Tell = <N extends EventName>(name: N, data: EventData<N>) => void;

/**
 * The host's end of the one channel, and the only use of ipcMain. A call from anything but our window's own page is
 * answered `ipc.stranger`, and reaches no handler.
 */
export function openBridge(router: Router, window: () => BrowserWindow | null): void {
  ipcMain.handle(CHANNEL, async (event, name: unknown, input: unknown) =>
    isOurs(event, window()) ? router(name, input) : fail('ipc.stranger', 'Only the window itself may call'),
  );
}

/** Makes the function that sends events; what it sends is checked against the contract. */
export function createTell(window: () => BrowserWindow | null): Tell {
  return (name, data) => {
    const checked = events[name].parse(data);
    const page = livePage(window());
    page?.send(CHANNEL, name, checked);
  };
}

function livePage(window: BrowserWindow | null): WebContents | null {
  if (!window || window.isDestroyed()) return null;
  return window.webContents.isCrashed() ? null : window.webContents;
}

function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || !frame) return false;
  return (
    event.sender === window.webContents &&
    frame.parent === null &&
    frame.routingId === window.webContents.mainFrame.routingId &&
    frame.processId === window.webContents.mainFrame.processId &&
    frame.url.startsWith(`${WINDOW_ORIGIN}/`)
  );
}
