import { join } from 'node:path';
import { ok, type Result } from '../../src/base/result.ts';
import type { Story } from '../../src/story/schema.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { writeBeside } from './disk/write.ts';
import type { MediaStore } from './media.ts';
import { readPackageFile } from './package-file.ts';

/** Its presence says that the samples have come once; who deletes them does not see them again. */
const MARK = 'samples-came';

/** What the seeding needs: `from` is the folder with the samples' `.story` files. */
export interface Seeding {
  home: string;
  from: string;
  library: { read: (id: string) => Promise<Result<unknown>>; create: (story: Story) => Promise<Result<unknown>> };
  media: MediaStore;
  disk?: Disk;
}

async function bring(file: string, { library, media }: Seeding): Promise<Result<null>> {
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const { story, media: pictures } = read.value;
  // A first start that was cut off has brought some of them already.
  if ((await library.read(story.id)).ok) return ok(null);
  for (const [id, bytes] of pictures) {
    const kept = await media.add(story.media[id]?.name ?? id, bytes);
    if (!kept.ok) return kept;
  }
  const created = await library.create(story);
  return created.ok ? ok(null) : created;
}

/**
 * Brings the sample stories into a data folder at its first start, once for all. Answers how many came.
 * Fails as reading a package, keeping a picture or a story does; the next start then tries again.
 */
export async function seedSamples(seeding: Seeding): Promise<Result<number>> {
  const { home, from, disk = nodeDisk } = seeding;
  try {
    if (await disk.read(join(home, MARK))) return ok(0);
    const samples = (await disk.list(from)).filter((name) => name.endsWith('.story')).sort();
    for (const name of samples) {
      const brought = await bring(join(from, name), seeding);
      if (!brought.ok) return brought;
    }
    await writeBeside(disk, join(home, MARK), Buffer.from(`${samples.join('\n')}\n`));
    return ok(samples.length);
  } catch (error) {
    return diskFailure('drafts', error, { folder: home });
  }
}
