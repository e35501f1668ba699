import { basename } from 'node:path';
import { ok, type Result } from '../../src/base/result.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import type { StoryPackage } from '../../src/package/index.ts';
import { readPackageBytes, readPackageFile } from '../services/package-file.ts';
import type { Returned } from '../services/returned.ts';

/** What came of taking packages in: the stories that are here now, the copies that wait, and what there is to tell. */
export type TakenIn = CallOutput<'import.package'>;

/** A package to be taken in: its file's name, and how it is read. */
export interface Source {
  name: string;
  read: () => Promise<Result<StoryPackage>>;
}

/** A package on the disk. */
export const fileSource = (path: string): Source => ({
  name: basename(path),
  read: () => readPackageFile(path, { partly: true }),
});

/** A package that came as bytes. */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  name,
  read: () => readPackageBytes(bytes, name),
});

/** Takes .story packages in, one after the other; one that fails does not keep the next from coming. */
export async function takeIn(sources: readonly Source[], returned: Returned): Promise<TakenIn> {
  const taken: TakenIn = { stories: [], returned: [], failures: [] };
  for (const { name, read } of sources) {
    const one = await takeInOne(name, read, returned, taken);
    if (!one.ok) taken.failures.push({ ...one.failure, about: { file: name, ...one.failure.about } });
  }
  return taken;
}

async function takeInOne(
  name: string,
  read: Source['read'],
  returned: Returned,
  taken: TakenIn,
): Promise<Result<null>> {
  const copy = await read();
  if (!copy.ok) return copy;
  const is = await returned.consider(copy.value, name);
  if (!is.ok) return is;
  if (typeof is.value === 'object') {
    taken.returned.push(is.value);
    return ok(null);
  }
  const { story, missing } = copy.value;
  if (is.value === 'known') {
    taken.stories.push(story.id);
    taken.failures.push({ code: 'merge.known', detail: 'nothing in it is new', about: { file: name } });
  } else {
    const adopted = await returned.adopt(copy.value);
    if (!adopted.ok) return adopted;
    taken.stories.push(adopted.value);
  }
  if (missing.length > 0) {
    const what = missing.map((one) => one.name).join(', ');
    taken.failures.push({ code: 'package.incomplete', detail: what, about: { file: name, what } });
  }
  return ok(null);
}
