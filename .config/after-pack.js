import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** What an unpacked Electron carries that a program made of it has no use for. */
const UNNEEDED = ['resources/default_app.asar', 'version', 'community-copy.txt'];

/**
 * electron-builder's hook when the program's folder is complete, before it is sealed: takes out Electron's own sample
 * program, which would run if Copydesk's archive were taken away, and what only the finding of Electron reads.
 *
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export default function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') return;
  for (const path of UNNEEDED) rmSync(join(appOutDir, path), { force: true });
}
