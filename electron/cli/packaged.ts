import { stat } from 'node:fs/promises';
import { fail, type Result } from '../../src/base/result.ts';
import { writePackage } from '../../src/package/index.ts';
import { placeWritten } from '../services/exporter.ts';

/** Writes a package to a file of its own; nothing that is there is replaced. Fails as an export does. */
export async function writeNew(
  path: string,
  input: Parameters<typeof writePackage>[0],
): Promise<Result<{ path: string }>> {
  if (await stat(path).catch(() => null)) return fail('export.exists', `${path} is there already`, { path });
  const made = await writePackage(input);
  return made.ok ? placeWritten(path, made.value) : made;
}
