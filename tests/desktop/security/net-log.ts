import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';

/** What Chromium logs of every look-up of a name and every connection. */
const OUTWARD = ['TCP_CONNECT', 'UDP_BYTES_SENT', 'HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_DNS_TASK', 'SSL_CONNECT'];

/** Chromium's own log (`--log-net-log=FILE`), complete once the program has gone, tells of no look-up and no connection. */
export async function expectNoNetwork(file: string): Promise<void> {
  const log = JSON.parse(await readFile(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: Record<string, unknown> }[];
  };
  const types = log.constants.logEventTypes;
  expect(log.events.length).toBeGreaterThan(0);
  for (const name of OUTWARD) {
    expect(types[name], `${name} is an event that Chromium logs`).toBeTypeOf('number');
    expect(
      log.events.filter(({ type }) => type === types[name]),
      name,
    ).toEqual([]);
  }
}
