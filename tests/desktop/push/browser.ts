import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { asDesktop, sandboxArguments } from '../../../electron/runtime/run-electron.ts';
import { REPOSITORY, type Copydesk } from '../launch.ts';

/**
 * The system of a running Copydesk: whether it knows `copydesk:` addresses, and its browser, which only keeps what it was asked
 * to open. Answers what that was, once there is something.
 */
export async function browserOf({ app }: Copydesk, canReturn: boolean): Promise<() => Promise<string>> {
  await app.evaluate((electron, can) => {
    electron.app.isDefaultProtocolClient = () => can;
    electron.app.setAsDefaultProtocolClient = () => can;
    electron.shell.openExternal = (address) => {
      Object.assign(globalThis, { opened: address });
      return Promise.resolve();
    };
  }, canReturn);
  const opened = (): Promise<string> => app.evaluate(() => (globalThis as unknown as { opened?: string }).opened ?? '');
  return async () => {
    await expect.poll(opened).not.toBe('');
    return opened();
  };
}

/** What follows from such an address in a browser: the system starts Copydesk with it, which hands it to the one that runs. */
export async function follow({ home }: Copydesk, address: string): Promise<void> {
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 });
  const second = spawn(process.env['COPYDESK_ELECTRON'] ?? '', [...sandbox, REPOSITORY, address], {
    env: { ...asDesktop(process.env), COPYDESK_HOME: home },
    stdio: 'ignore',
  });
  await once(second, 'exit');
}
