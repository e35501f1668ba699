import { join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { FoundElectron } from './found.ts';

/**
 * Whether this Electron may go into what readers' newsrooms install. A community copy may not: nobody answers for it.
 * COPYDESK_ALLOW_COMMUNITY_ELECTRON=1 allows it, to test the packaging. Failure code: `electron.community-packaging`.
 */
export function mayPackage(electron: FoundElectron, env: NodeJS.ProcessEnv): Result<null> {
  if (electron.source !== 'community' || env['COPYDESK_ALLOW_COMMUNITY_ELECTRON'] === '1') return ok(null);
  return fail(
    'electron.community-packaging',
    `Electron ${electron.version} here is a community copy: good for development and tests, not for a program given to others. Install the official release (npx install-electron), or set COPYDESK_ALLOW_COMMUNITY_ELECTRON=1 to test the packaging with it.`,
  );
}

/** What electron-builder is run with: our settings, and the Electron found here in place of a download. */
export function builderArguments(root: string, electron: FoundElectron): string[] {
  return [
    join(root, 'node_modules', 'electron-builder', 'cli.js'),
    '--dir',
    '--publish=never',
    '--config=electron-builder.yml',
    `--config.electronDist=${electron.folder}`,
    `--config.electronVersion=${electron.version}`,
  ];
}
