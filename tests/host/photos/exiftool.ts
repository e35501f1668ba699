import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readyPackages } from '../../setup/packages.ts';

const run = promisify(execFile);

/** Sees to it that ExifTool, the trade's own reader and writer of picture metadata, is here. */
export const readyExiftool = (): Promise<void> =>
  readyPackages({
    purpose: 'the tests of pictures',
    packages: ['libimage-exiftool-perl'],
    probe: ['exiftool', '-ver'],
  });

async function withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'exif-'));
  const path = join(folder, 'picture');
  try {
    await writeFile(path, bytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The picture with these tags: `['-XMP-dc:Creator=Lê Hà']`, or options as `-charset`. */
export function tagged(bytes: Uint8Array, tags: readonly string[]): Promise<Buffer> {
  return withFile(bytes, async (path) => {
    await run('exiftool', ['-q', '-overwrite_original', '-codedcharacterset=', ...tags, path]);
    return readFile(path);
  });
}

/** Everything that ExifTool reads, by `Group:Tag`; lists as lists. */
export function tagsOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  return withFile(bytes, async (path) => {
    const { stdout } = await run('exiftool', ['-json', '-G1', '-struct', '-charset', 'iptc=utf8', path]);
    return (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {};
  });
}

/** The size and the movement of a picture, by tag. */
export function shapeOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  return withFile(bytes, async (path) => {
    const { stdout } = await run('exiftool', ['-json', '-ImageSize', '-FrameCount', '-Duration', path]);
    return (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {};
  });
}

/** What ExifTool finds wrong with the file's structure. */
export function troubleOf(bytes: Uint8Array): Promise<string> {
  return withFile(bytes, async (path) => {
    const { stdout } = await run('exiftool', ['-validate', '-warning', '-a', '-s3', path]);
    return stdout.trim();
  });
}
