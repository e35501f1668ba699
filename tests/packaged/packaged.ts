import { cpSync, existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { newFolder, REPOSITORY, type LaunchOptions } from '../desktop/launch.ts';

type Program = NonNullable<LaunchOptions['program']>;

/** What `npm run package` made for this system, as it is given to newsrooms. Playwright cannot drive it: its --inspect is off. */
export function packagedCopydesk(): Program {
  const executable = join(REPOSITORY, 'dist', placeOf(process.platform, process.arch));
  if (!existsSync(executable)) throw new Error(`${executable} is not there: run npm run package first`);
  return { executable, args: [] };
}

/** Copies the whole packaged program into a new folder; answers its program there. */
export function copyOfProgram(folder: string): Program {
  const { executable } = packagedCopydesk();
  const dist = join(REPOSITORY, 'dist');
  const from = join(dist, relative(dist, executable).split(sep)[0] ?? '');
  withoutArchives(() => {
    cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
  });
  return { executable: join(folder, relative(from, executable)), args: [] };
}

/** Electron's Node takes an archive for a folder; while `work` runs, it is the one file that it is. */
export function withoutArchives<T>(work: () => T): T {
  process.noAsar = true;
  try {
    return work();
  } finally {
    process.noAsar = false;
  }
}

let driven: Program | undefined;

/**
 * A copy of the packaged program that differs from it in one byte: its --inspect works, by which Playwright reaches the
 * main process. For launchCopydesk's `program`.
 */
export async function drivenCopydesk(): Promise<Program> {
  if (driven) return driven;
  driven = copyOfProgram(newFolder('driven-'));
  await flipFuses(driven.executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return driven;
}

/** The folder of the program's own files: its archive lies there. */
export const resourcesOf = ({ executable }: Program): string =>
  process.platform === 'darwin' ? join(dirname(executable), '..', 'Resources') : join(dirname(executable), 'resources');

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
