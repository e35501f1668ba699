import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { MAX_ARTICLE_BYTES } from '../../../src/import/limits.ts';
import { withPicturesBeside } from './beside.ts';
import { systemCode } from '../export/system-error.ts';

const MEGA = 1024 * 1024;
/** How long one file may take, in milliseconds, and how much memory beside its own bytes. */
const PATIENCE = 20_000;
const MEMORY_MB = 1024;

/** The bundled thread (electron/import-worker.ts), beside the program that starts it. */
const THREAD = join(import.meta.dirname, 'import-worker.js');

interface ReadForeignOptions {
  /** The program of the thread. */
  thread?: string;
  /** The folder that the file lies in, for pictures beside it; without it they count as missing. */
  folder?: string | null;
  /** How long it may take, in milliseconds. */
  patience?: number;
}

/**
 * Reads a foreign file on a thread of its own, which is ended when it takes too long or too much memory. Every failure names the `file`.
 *
 * Fails with `import.too-large` (`megabytes`, `limit`), `import.too-long`, `import.failed`, and as readArticle and docxToBlocks do.
 */
export async function readForeign(
  name: string,
  bytes: Uint8Array,
  { thread = THREAD, folder = null, patience = PATIENCE }: ReadForeignOptions = {},
): Promise<Result<Imported>> {
  const read =
    bytes.length > MAX_ARTICLE_BYTES ? tooLarge(name, bytes.length) : await inThread(name, bytes, thread, patience);
  return read.ok
    ? ok(await withPicturesBeside(read.value, folder))
    : fail(read.failure.code, read.failure.detail, { ...read.failure.about, file: name });
}

function tooLarge(name: string, size: number): Result<Imported> {
  const about = { megabytes: Math.ceil(size / MEGA), limit: MAX_ARTICLE_BYTES / MEGA };
  return fail('import.too-large', `${name} has ${about.megabytes} MB`, about);
}

function inThread(name: string, bytes: Uint8Array, thread: string, patience: number): Promise<Result<Imported>> {
  return new Promise((done) => {
    const worker = new Worker(thread, {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const answer = (result: Result<Imported>): void => {
      clearTimeout(timer);
      void worker.terminate();
      done(result);
    };
    const timer = setTimeout(
      () => answer(fail('import.too-long', `${name} took longer than ${patience} ms`)),
      patience,
    );
    worker.once('message', answer);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      answer(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? fail('import.too-large', `${name} took more than ${MEMORY_MB} MB to read`, {
              limit: MAX_ARTICLE_BYTES / MEGA,
            })
          : fail('import.failed', `${name}: ${error.message}`),
      ),
    );
    worker.once('exit', () => answer(fail('import.failed', `${name}: the reader ended without an answer`)));
  });
}

/** Reads a foreign file from the disk. Fails with `import.not-found`, `import.unreadable` (`reason`), and as readForeign does. */
export async function readForeignFile(file: string, thread?: string): Promise<Result<Imported>> {
  const path = resolve(file);
  const name = basename(path);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return fail('import.unreadable', `${path} is no file`, { file: name, reason: 'EISDIR' });
    if (stats.size > MAX_ARTICLE_BYTES) {
      const refused = tooLarge(name, stats.size);
      return refused.ok
        ? refused
        : fail(refused.failure.code, refused.failure.detail, { ...refused.failure.about, file: name });
    }
    return await readForeign(name, await readFile(path), { thread, folder: dirname(path) });
  } catch (error) {
    const reason = systemCode(error);
    if (reason === 'ENOENT') return fail('import.not-found', `there is no file ${path}`, { file: name });
    return fail('import.unreadable', `${path} could not be read: ${(error as Error).message}`, { file: name, reason });
  }
}
