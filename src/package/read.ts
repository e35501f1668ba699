import { fromUtf8, sha256Hex } from '../base/bytes.ts';
import { fail, ok, type Failure, type Result } from '../base/result.ts';
import { z } from '../base/schema.ts';
import { readStory } from '../story/read.ts';
import { STORY_SCHEMA, type Story } from '../story/schema.ts';
import { headOf } from '../versions/index.ts';
import { readJson } from '../base/json.ts';
import { LIMITS, PACKAGE_FORMAT, PACKAGE_TYPE } from './limits.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { unpack } from './unzip.ts';
import { mediaPath } from './write.ts';
import { Damage, readDirectory, type ZipEntry } from './zip-directory.ts';

/** What a package held. */
export interface StoryPackage {
  story: Story;
  /** The originals of the story's pictures, by their ids. */
  media: Map<string, Uint8Array>;
}

class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

const refusal = (code: string, detail: string, about?: Failure['about']): Refusal =>
  new Refusal(fail(code, detail, about).failure);
const newer = (version: number, known: number): Refusal =>
  refusal('package.newer', `made by a newer Copydesk: format ${version}, this one knows ${known}`, { version, known });

/** One package being read: its bytes and what its directory lists. */
interface Opened {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
}

function file({ bytes, entries }: Opened, name: string): Uint8Array {
  const entry = entries.get(name);
  if (!entry) throw new Damage(`"${name}" is missing`);
  return unpack(bytes, entry);
}

function parse(name: string, bytes: Uint8Array): unknown {
  if (bytes.length > LIMITS.text) throw new Damage(`"${name}" is absurdly large`);
  const text = fromUtf8(bytes);
  const value = text === null ? undefined : readJson(text);
  if (value === undefined) throw new Damage(`"${name}" is not JSON`);
  return value;
}

function open(bytes: Uint8Array): Opened {
  if (bytes.length === 0) throw new Damage('it is empty');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refusal('package.not-a-story', 'not a story package');
  const entries = readDirectory(bytes);
  const type = entries.get('mimetype');
  // A zip of another kind is whole, only not ours.
  if (!type || type.size !== PACKAGE_TYPE.length || fromUtf8(unpack(bytes, type)) !== PACKAGE_TYPE) {
    throw refusal('package.not-a-story', 'a zip file, but not a story package');
  }
  return { bytes, entries };
}

function readManifest(opened: Opened): Manifest {
  const raw = parse('manifest.json', file(opened, 'manifest.json'));
  const format = z.object({ format: z.int().positive() }).safeParse(raw);
  if (format.success && format.data.format > PACKAGE_FORMAT) throw newer(format.data.format, PACKAGE_FORMAT);
  const manifest = manifestSchema.safeParse(raw);
  if (!manifest.success) throw new Damage('"manifest.json" is not as it should be');
  return manifest.data;
}

/** The files that the manifest lists, each there and unchanged; those that it does not list are let be. */
async function readFiles(opened: Opened, manifest: Manifest): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, { sha256, size }] of Object.entries(manifest.files)) {
    const bytes = file(opened, name);
    if (bytes.length !== size || (await sha256Hex(bytes)) !== sha256) throw new Damage(`"${name}" was changed`);
    files.set(name, bytes);
  }
  return files;
}

async function storyOf(stored: Uint8Array | undefined, manifest: Manifest): Promise<Story> {
  if (!stored) throw new Damage('"story.json" is missing');
  const raw = parse('story.json', stored);
  const read = readStory(raw);
  if (!read.ok && read.failure.code === 'story.newer') throw newer(Number(read.failure.about?.version), STORY_SCHEMA);
  if (!read.ok) throw new Damage(`"story.json" is not a story (${read.failure.about?.where ?? ''})`);
  if (read.value.id !== manifest.story) throw new Damage('its manifest names another story');
  const head = await headOf(raw as Record<string, unknown>);
  if (head !== manifest.head) throw new Damage('its manifest names another version');
  return read.value;
}

/** The originals by the story's names for them; what a name says, the bytes' hash has proved. */
function mediaOf(story: Story, files: Map<string, Uint8Array>, manifest: Manifest): StoryPackage['media'] {
  const media = new Map<string, Uint8Array>();
  for (const [id, about] of Object.entries(story.media)) {
    const path = mediaPath(id, about);
    const bytes = files.get(path);
    if (!bytes || manifest.files[path]?.sha256 !== id) throw new Damage(`the picture "${about.name}" is missing`);
    media.set(id, bytes);
  }
  return media;
}

/**
 * The story and pictures of a `.story` package. Nothing is unpacked before names and sizes are checked; what comes
 * back is exactly what was written, or nothing.
 *
 * Fails with `package.not-a-story`; `package.damaged` (`reason`: what is wrong with it); `package.newer` (`version`: the
 * number of its format, `known`: the highest that this program reads).
 */
export async function readPackage(bytes: Uint8Array): Promise<Result<StoryPackage>> {
  try {
    const opened = open(bytes);
    const manifest = readManifest(opened);
    const files = await readFiles(opened, manifest);
    const story = await storyOf(files.get('story.json'), manifest);
    return ok({ story, media: mediaOf(story, files, manifest) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    if (error instanceof Damage)
      return fail('package.damaged', `the package is damaged: ${error.message}`, { reason: error.message });
    throw error;
  }
}
