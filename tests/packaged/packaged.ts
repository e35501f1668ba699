import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../desktop/launch.ts';

/** What `npm run package` made for this system, for launchCopydesk's `program`. */
export function packagedCopydesk(): { executable: string; args: string[] } {
  const executable = join(REPOSITORY, 'dist', placeOf(process.platform, process.arch));
  if (!existsSync(executable)) throw new Error(`${executable} is not there: run npm run package first`);
  return { executable, args: [] };
}

/** Where electron-builder's `dir` target puts the program. */
function placeOf(platform: NodeJS.Platform, arch: string): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  switch (platform) {
    case 'darwin':
      return `mac${suffix}/Copydesk.app/Contents/MacOS/Copydesk`;
    case 'win32':
      return `win${suffix}-unpacked/Copydesk.exe`;
    default:
      return `linux${suffix}-unpacked/copydesk`;
  }
}
