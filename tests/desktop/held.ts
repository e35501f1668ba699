import { readdirSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import type { Copydesk } from './launch.ts';

/** What a running Copydesk holds once its garbage is collected. */
export interface Held {
  /** The window's JavaScript, in MB. */
  heap: number;
  /** Its DOM nodes and listeners, those of detached trees included. */
  nodes: number;
  listeners: number;
  /** Its threads. */
  workers: number;
  /** Resident, in MB: the window, the host. */
  window: number;
  host: number;
  /** The host's open files and sockets; 0 where the system does not tell. */
  handles: number;
}

const MB = 1024 * 1024;

/** Answers a function that collects the garbage of window and host and tells what is left. */
export async function weigher({ app, page }: Copydesk): Promise<() => Promise<Held>> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('Performance.enable');
  return async () => {
    // Twice: what is finalised by the first may hold more.
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
    const { pid, sizes } = await app.evaluate(({ app: program }) => ({
      pid: process.pid,
      sizes: program.getAppMetrics().map(({ type, memory }) => ({ type: String(type), size: memory.workingSetSize })),
    }));
    const resident = (type: string): number =>
      sizes.filter((one) => one.type === type).reduce((sum, { size }) => sum + size / 1024, 0);
    return {
      heap: of('JSHeapUsedSize') / MB,
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      workers: page.workers().length,
      window: resident('Tab'),
      host: resident('Browser'),
      handles: process.platform === 'linux' ? readdirSync(`/proc/${pid}/fd`).length : 0,
    };
  };
}
