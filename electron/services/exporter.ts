import { resolve } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { exportFormat } from '../../src/export/index.ts';
import type { ExportedFile, ExportInput } from '../../src/export/format.ts';
import { CAMERA, chosen, readOptions } from '../../src/export/options.ts';
import { packagedIds, writePackage, type PackagedHistory } from '../../src/package/index.ts';
import type { Story } from '../../src/story/schema.ts';
import { photosOf } from '../../src/story/walk.ts';
import { storyRenditions, type Copies } from './renditions.ts';
import { exportSteps, Stopped, type Steps } from './export/steps.ts';
import { placeFile } from './export/place-file.ts';
import { placeFolder } from './export/place-folder.ts';
import { systemCode } from './export/system-error.ts';

type Media = (id: string) => Uint8Array | undefined;

/** One export to be written. */
export interface ExportOrder {
  story: Story;
  /** The original bytes of one of the story's pictures, by its id; asked only for those that the export needs. */
  media: (id: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Where copies of the pictures come from at the sizes at which they leave; without it the originals do. */
  copies?: Copies | null;
  /** A format's id (FORMAT_IDS), or `story` for a package. */
  as: string;
  /** What was chosen of the format's options, unchecked. */
  options?: Readonly<Record<string, unknown>> | undefined;
  /** For a package: where the story came from. */
  history?: PackagedHistory | undefined;
  /** Where the program has a window to print with. */
  print?: ExportInput['print'];
  /** The folder or file to write; folders above it are made. */
  path: string;
  /** Ends the export; nothing of it is left. */
  signal?: AbortSignal;
  /** Hears how far it is, in percent. */
  onProgress?: ((percent: number) => void) | undefined;
  /** Whether a file at `path` may be replaced whatever it holds, since the person was asked. Never a folder. */
  mayReplaceFile?: boolean;
}

/** What an export is made of, and how its place on disk knows an earlier one. */
interface Written {
  files: ExportedFile[];
  isFolder: boolean;
  isOwn: (files: readonly ExportedFile[]) => Promise<boolean>;
}

async function gather(ids: readonly string[], media: ExportOrder['media']): Promise<Media> {
  const found = new Map<string, Uint8Array>();
  for (const id of ids) {
    const bytes = await media(id);
    if (bytes) found.set(id, bytes);
  }
  return (id) => found.get(id);
}

async function write(order: ExportOrder, steps: Steps): Promise<Result<Written>> {
  const { story, media, copies = null, as, options = {}, history, print } = order;
  if (as === 'story') {
    const made = await writePackage({ story, media: await gather(packagedIds(story), media), history });
    if (!made.ok) return made;
    // A package on disk may be a colleague's copy with work of theirs in it: only a person may say that it can go.
    const isOwn = (): Promise<boolean> => Promise.resolve(false);
    return ok({ files: [{ path: 'story', bytes: made.value }], isFolder: false, isOwn });
  }
  const format = exportFormat(as);
  if (!format) throw new Error(`no export format "${as}"`);
  const read = readOptions(format.options, options);
  if (!read.ok) return read;
  const keepsCamera = format.options.includes(CAMERA) && chosen(CAMERA, read.value);
  const each = steps.through(photosOf(story).length, 0, 50);
  const renditions = await storyRenditions(story, { original: media, copies, keepsCamera, each });
  if (!renditions.ok) return renditions;
  // What is there of the pictures is in the renditions; all originals at once would fill the memory.
  const input = { story, media: () => undefined, renditions: renditions.value, options: read.value, print };
  const made = await steps.orStopped(format.write(input));
  if (!made.ok) return made;
  const isOwn = (files: readonly ExportedFile[]): Promise<boolean> =>
    format.wrote?.(files, story.id) ?? Promise.resolve(false);
  return ok({ files: made.value, isFolder: format.writes === 'folder', isOwn });
}

/**
 * Writes a file that is made already, whole or not at all; one that is there stays, unless the person was asked. Fails with
 * `export.exists`, `export.write-failed`.
 */
export async function placeWritten(
  file: string,
  bytes: Uint8Array,
  mayReplace = false,
): Promise<Result<{ path: string }>> {
  const path = resolve(file);
  try {
    if (await placeFile(path, bytes, () => Promise.resolve(mayReplace))) return ok({ path });
    return fail('export.exists', `${path} holds something else; choose another name`, { path });
  } catch (error) {
    const reason = systemCode(error);
    return fail('export.write-failed', `${path} could not be written: ${(error as Error).message}`, { path, reason });
  }
}

/**
 * Writes a story to disk, whole or not at all: beside its place, and then renamed. An earlier export of the same story
 * is replaced if nobody has touched it since. Answers the absolute path of the folder or file.
 *
 * Fails with `export.media-missing` (`photo`), `export.not-cropped` (`number` of the photo), `export.too-large` (`megabytes`, `limit`), `export.exists` (`path`
 * holds other things, and still does), `export.write-failed` (`path`, `reason` as ENOSPC), `export.bad-option` (`option`,
 * `value`, `allowed`), `export.stopped` (by the order's signal).
 */
export async function exportStory(order: ExportOrder): Promise<Result<{ path: string }>> {
  const path = resolve(order.path);
  const steps = exportSteps(order.signal, order.onProgress);
  try {
    const written = await write(order, steps);
    if (!written.ok) return written;
    const { files, isFolder, isOwn } = written.value;
    const [first] = files;
    if (!first) throw new Error(`the format "${order.as}" wrote nothing`);
    const each = steps.through(files.length, 60, 100);
    if (!isFolder) each();
    const isPlaced = isFolder
      ? await placeFolder(path, files, isOwn, each)
      : await placeFile(path, first.bytes, order.mayReplaceFile ? () => Promise.resolve(true) : isOwn);
    if (isPlaced) return ok({ path });
    return fail('export.exists', `${path} holds something else; choose another name`, { path });
  } catch (error) {
    if (error instanceof Stopped) return fail('export.stopped', 'the export was stopped');
    const reason = systemCode(error);
    return fail('export.write-failed', `${path} could not be written: ${(error as Error).message}`, { path, reason });
  }
}
