import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** An empty data folder that is gone after the file's tests. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'home-'));
  made.push(home);
  return home;
}

/**
 * The same data folder once more, to be damaged or opened beside it. The store tidies up in the background, so a file may
 * be renamed while it is being copied; the copy is begun anew then.
 */
export async function copyOf(home: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const copy = await newHome();
    try {
      await cp(home, copy, { recursive: true });
      return copy;
    } catch (error) {
      const isRenamed = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isRenamed || attempt === 20) throw error;
    }
  }
}
