import { basename } from 'node:path';
import type { Result } from '../../src/base/result.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { readPackage, type StoryPackage } from '../../src/package/index.ts';
import type { Library } from '../services/library.ts';
import type { MediaStore } from '../services/media.ts';
import { readPackageFile } from '../services/package-file.ts';

/** What came of taking packages in: the ids of the stories that are here now, and why the others are not. */
export type TakenIn = CallOutput<'import.package'>;

/** Takes .story packages in, one after the other; one that fails does not keep the next from coming. */
export async function takeIn(files: string[], library: Library, media: MediaStore): Promise<TakenIn> {
  const taken: TakenIn = { stories: [], failures: [] };
  for (const file of files) {
    const one = await takeInOne(file, library, media);
    if (one.ok) taken.stories.push(one.value);
    else taken.failures.push({ ...one.failure, about: { file: basename(file), ...one.failure.about } });
  }
  return taken;
}

/** Takes in a .story package that came as bytes. */
export async function takeInBytes(
  file: string,
  bytes: Uint8Array,
  library: Library,
  media: MediaStore,
): Promise<TakenIn> {
  const read = await readPackage(bytes);
  const one = read.ok ? await keep(read.value, library, media) : read;
  if (one.ok) return { stories: [one.value], failures: [] };
  return { stories: [], failures: [{ ...one.failure, about: { file, ...one.failure.about } }] };
}

async function takeInOne(file: string, library: Library, media: MediaStore): Promise<Result<string>> {
  const read = await readPackageFile(file);
  return read.ok ? keep(read.value, library, media) : read;
}

/** The pictures come first: a story that is here names none that is not. */
async function keep(packed: StoryPackage, library: Library, media: MediaStore): Promise<Result<string>> {
  const { story } = packed;
  for (const [id, bytes] of packed.media) {
    const kept = await media.add(story.media[id]?.name ?? id, bytes);
    if (!kept.ok) return kept;
  }
  const adopted = await library.adopt(story);
  return adopted.ok ? { ok: true, value: adopted.value.id } : adopted;
}
