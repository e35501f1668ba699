import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, type Result } from '../../src/base/result.ts';
import {
  glancePackage,
  LIMITS,
  LONGEST_END,
  readPackage,
  type Glance,
  type StoryPackage,
} from '../../src/package/index.ts';
import { systemCode } from './export/system-error.ts';

/** The story in a package that came as bytes; `name` is its file's. Fails as `readPackageFile` does, and gives what is left. */
export async function readPackageBytes(bytes: Uint8Array, name: string): Promise<Result<StoryPackage>> {
  const read = await readPackage(bytes);
  return read.ok
    ? read
    : fail(read.failure.code, `${name}: ${read.failure.detail}`, { ...read.failure.about, path: name });
}

/**
 * The story in a `.story` file. Every failure names the file as `path`. One that has lost a picture, a version or another
 * file is taken for damaged, unless `partly` asks for what is left; its `missing` then says what is gone.
 *
 * Fails with `package.not-found`, `package.unreadable` (`reason`, as EACCES), `package.too-large` (`megabytes`,
 * `limit`), `package.not-a-story`, `package.damaged` (`reason`), `package.newer` (`version`).
 */
export async function readPackageFile(
  file: string,
  { partly = false }: { partly?: boolean } = {},
): Promise<Result<StoryPackage>> {
  const path = resolve(file);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return fail('package.not-a-story', `${path} is not a file`, { path });
    if (stats.size > LIMITS.total) {
      const about = { path, megabytes: Math.ceil(stats.size / 1024 / 1024), limit: LIMITS.total / 1024 / 1024 };
      return fail('package.too-large', `${path} has ${about.megabytes} MB, more than any story package`, about);
    }
    const read = await readPackage(await readFile(path));
    if (read.ok) {
      const [gone] = partly ? [] : read.value.missing;
      if (!gone) return read;
      return fail('package.damaged', `${path}: ${gone.name}: ${gone.reason}`, { reason: gone.reason, path });
    }
    return fail(read.failure.code, `${path}: ${read.failure.detail}`, { ...read.failure.about, path });
  } catch (error) {
    const reason = systemCode(error);
    if (reason === 'ENOENT') return fail('package.not-found', `there is no file ${path}`, { path });
    return fail('package.unreadable', `${path} could not be read: ${(error as Error).message}`, { path, reason });
  }
}

/** So many bytes of a package are read first; its story is mostly within them. */
const FIRST = 256 * 1024;

async function piece(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/**
 * What a `.story` file holds, without its pictures: a few reads, however large it is. Fails as `readPackageFile` does; one that
 * has not come whole yet is `package.damaged`.
 */
export async function glancePackageFile(file: string): Promise<Result<Glance>> {
  const path = resolve(file);
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const tail = await piece(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
      for (let length = FIRST; ; length *= 8) {
        const beginning = await piece(handle, 0, Math.min(size, length));
        const glance = await glancePackage(beginning, tail, size);
        if (!glance.ok)
          return fail(glance.failure.code, `${path}: ${glance.failure.detail}`, { ...glance.failure.about, path });
        if (glance.value) return { ok: true, value: glance.value };
        if (length > LIMITS.total)
          return fail('package.damaged', `${path} holds no story`, { reason: 'no story', path });
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = systemCode(error);
    if (reason === 'ENOENT') return fail('package.not-found', `there is no file ${path}`, { path });
    return fail('package.unreadable', `${path} could not be read: ${(error as Error).message}`, { path, reason });
  }
}
