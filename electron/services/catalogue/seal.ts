import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const AT_ONCE = 1024 * 1024;

/**
 * The seal of a database that was closed in good order: the SHA-256 of its file, kept beside it as `<name>.seal`. SQLite
 * notices a broken page, and not another letter in a text; with the seal any damage is noticed.
 */
const sealOf = (path: string): string => `${path}.seal`;

/** Seals a closed database. */
export function seal(path: string): void {
  const handle = openSync(sealOf(path), 'w', 0o600);
  try {
    writeFileSync(handle, hashOf(path) ?? '');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Whether a database is as it was closed; `unsealed` where it was not, as after a crash, or is not there. The seal
 * is gone then, since the file is about to change.
 */
export function breakSeal(path: string): 'whole' | 'changed' | 'unsealed' {
  let sealed: string;
  try {
    sealed = readFileSync(sealOf(path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unsealed';
    throw error;
  }
  const found = hashOf(path);
  rmSync(sealOf(path));
  syncFolder(dirname(path));
  if (found === null) return 'unsealed';
  return found === sealed ? 'whole' : 'changed';
}

function hashOf(path: string): string | null {
  const hash = createHash('sha256');
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(AT_ONCE);
    for (;;) {
      const length = readSync(handle, bytes);
      if (length === 0) return hash.digest('hex');
      hash.update(bytes.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}

/** A power cut must not bring an old seal back. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
