import { fileURLToPath, pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { asDesktop, sandboxArguments } from '../../electron/runtime/run-electron.ts';
import { HOLD } from './launch.ts';

/** Opens a file or an address as a reader's browser would: in Chromium, in a window that knows nothing of Copydesk. */
export async function openInBrowser(place: string): Promise<{ browser: ElectronApplication; page: Page }> {
  const executablePath = process.env.COPYDESK_ELECTRON;
  if (!executablePath) throw new Error('COPYDESK_ELECTRON is not set: start window tests with npm test');
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 });
  const program = fileURLToPath(new URL('../setup/browser/main.cjs', import.meta.url));
  const env = Object.fromEntries(
    Object.entries(asDesktop(process.env)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const browser = await _electron.launch({
    executablePath,
    args: [...sandbox, ...HOLD, program, /^https?:/.test(place) ? place : pathToFileURL(place).href],
    env,
  });
  const page = await browser.firstWindow();
  await page.waitForLoadState('load');
  return { browser, page };
}
