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

/** The same data folder once more, to be damaged. */
export async function copyOf(home: string): Promise<string> {
  const copy = await newHome();
  await cp(home, copy, { recursive: true });
  return copy;
}
