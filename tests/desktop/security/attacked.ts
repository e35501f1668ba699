import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type {} from '../../../renderer/host/host.ts';
import { launchCopydesk, newFolder, type Copydesk } from '../launch.ts';
import { expectNoNetwork } from './net-log.ts';
import { openOutside, type Outside } from './outside.ts';

declare global {
  interface Window {
    /** Set before an attack, to see that the page after it is still the same one. */
    isTheSame?: boolean;
    /** Set by code that must never run. */
    intruder?: boolean;
    /** The directives of the policy that were broken, in order. */
    broken?: string[];
  }
}

/** The window's page; nothing may bring it elsewhere. */
export const PAGE = 'app://window/index.html';

/** The Copydesk under attack: one for all tests of a file. Importing this starts it. */
export let copydesk: Copydesk;
let outside: Outside;
/** An address that answers, on this computer: what is refused is refused by Copydesk and not by a missing network. */
export let web: string;
/** What that address was asked for. */
export let asked: string[];
let netLog: string;

beforeAll(async () => {
  outside = await openOutside();
  ({ web, asked } = outside);
  netLog = join(newFolder(), 'net.json');
  copydesk = await launchCopydesk({ args: [`--log-net-log=${netLog}`] });
  await copydesk.page.waitForLoadState('load');
  await copydesk.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  await copydesk.page.evaluate(() => {
    const broken: string[] = (window.broken = []);
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
  });
});

afterAll(async () => {
  await outside.close();
});

beforeEach(async () => {
  await copydesk.page.evaluate(() => {
    window.isTheSame = true;
    window.broken?.splice(0);
  });
});

/** The directives of the policy that this test's attack broke. */
export const broken = (): Promise<string[]> => copydesk.page.evaluate(() => window.broken ?? []);
/** The addresses handed to the system since it was last asked. */
export const openedOutside = (): Promise<string[]> =>
  copydesk.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));
/** The addresses of all pages that are open. */
export const windows = (): Promise<string[]> =>
  copydesk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );

/** The one page is the one from before the attack, and nothing has run in it. */
export async function expectSamePage(): Promise<void> {
  expect(await windows()).toEqual([PAGE]);
  expect(
    await copydesk.page.evaluate(() => ({ isTheSame: window.isTheSame, intruder: window.intruder, at: location.href })),
  ).toEqual({
    isTheSame: true,
    intruder: undefined,
    at: PAGE,
  });
}

/** The last test of a file: what the attacks of all the others came to, in Chromium's own words. */
export function itStayedOffline(): void {
  it('has looked up no name and opened no connection, as Chromium’s own log tells', async () => {
    await copydesk.close();
    await expectNoNetwork(netLog);
  });
}
