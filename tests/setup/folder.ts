import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for everything that a run of tests writes; it goes when the run ends. */
export function setup(): () => void {
  if (process.env['COPYDESK_TEST_FOLDER']) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-tests-'));
  process.env['COPYDESK_TEST_FOLDER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
