import { fromUtf8, sha256Hex } from '../base/bytes.ts';
import { readJson } from '../base/json.ts';
import { fail, ok, type Failure, type Result } from '../base/result.ts';
import { z } from '../base/schema.ts';
import { readStory } from '../story/read.ts';
import { STORY_SCHEMA, type Story } from '../story/schema.ts';
import { headOf } from '../versions/index.ts';
import { LIMITS, PACKAGE_FORMAT, PACKAGE_TYPE } from './limits.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import type { Glance, Missing, PackagedVersion, StoryPackage } from './package.ts';
import { isOwnPath, mediaPath, STORY_PATH, versionPath } from './paths.ts';
import { unpack } from './unzip.ts';
import { Damage, endsWhole, readDirectory, type ZipEntry } from './zip-directory.ts';
import { readBeginning } from './zip-beginning.ts';

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

/** One package being read: its bytes, what its directory lists, and what was found to be missing. */
interface Opened {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
  missing: Missing[];
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

/** The files of the zip; where its directory is gone, as at the end of a broken transfer, those that came through. */
function listed(bytes: Uint8Array, missing: Missing[]): Map<string, ZipEntry> {
  try {
    return readDirectory(bytes);
  } catch (error) {
    if (!(error instanceof Damage) || error.isHostile) throw error;
    const entries = readBeginning(bytes);
    if (!entries.has(STORY_PATH)) throw error;
    missing.push({ is: 'file', name: 'the list of its files', reason: error.message });
    return entries;
  }
}

function open(bytes: Uint8Array): Opened {
  if (bytes.length === 0) throw new Damage('it is empty');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refusal('package.not-a-story', 'not a story package');
  const missing: Missing[] = [];
  const entries = listed(bytes, missing);
  const type = entries.get('mimetype');
  // A zip of another kind is whole, only not ours.
  if (!type || type.size !== PACKAGE_TYPE.length || fromUtf8(unpack(bytes, type)) !== PACKAGE_TYPE) {
    throw refusal('package.not-a-story', 'a zip file, but not a story package');
  }
  return { bytes, entries, missing };
}

function readManifest(opened: Opened): Manifest {
  const raw = parse('manifest.json', file(opened, 'manifest.json'));
  const format = z.object({ format: z.int().positive() }).safeParse(raw);
  if (format.success && format.data.format > PACKAGE_FORMAT) throw newer(format.data.format, PACKAGE_FORMAT);
  const manifest = manifestSchema.safeParse(raw);
  if (!manifest.success) throw new Damage('"manifest.json" is not as it should be');
  return manifest.data;
}

/** A file that the manifest lists, there and unchanged. */
async function proven(opened: Opened, { files }: Manifest, name: string): Promise<Uint8Array> {
  const bytes = file(opened, name);
  const about = files[name];
  if (!about) throw new Damage(`"${name}" is not in its manifest`);
  if (bytes.length !== about.size || (await sha256Hex(bytes)) !== about.sha256)
    throw new Damage(`"${name}" was changed`);
  return bytes;
}

/** What `work` gives, or null where it came upon damage, which is then told as missing. */
async function orMissing<T>(
  opened: Opened,
  is: Missing['is'],
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    opened.missing.push({ is, name, reason: error.message });
    return null;
  }
}

async function storyOf(opened: Opened, manifest: Manifest): Promise<Story> {
  const raw = parse(STORY_PATH, await proven(opened, manifest, STORY_PATH));
  const read = readStory(raw);
  if (!read.ok && read.failure.code === 'story.newer') throw newer(Number(read.failure.about?.version), STORY_SCHEMA);
  if (!read.ok) throw new Damage(`"story.json" is not a story (${read.failure.about?.where ?? ''})`);
  if (read.value.id !== manifest.story) throw new Damage('its manifest names another story');
  const head = await headOf(raw as Record<string, unknown>);
  if (head !== manifest.head) throw new Damage('its manifest names another version');
  return read.value;
}

async function versionsOf(opened: Opened, manifest: Manifest): Promise<PackagedVersion[]> {
  const versions: PackagedVersion[] = [];
  for (const version of manifest.versions ?? []) {
    const path = versionPath(version.hash);
    if (!(path in manifest.files)) continue;
    const story = await orMissing(opened, 'version', path, async () => {
      const raw = parse(path, await proven(opened, manifest, path));
      const read = readStory(raw);
      if (!read.ok) throw new Damage(`"${path}" is not a story (${read.failure.code})`);
      if ((await headOf(raw as Record<string, unknown>)) !== version.hash)
        throw new Damage(`"${path}" is not the version that it is called`);
      return read.value;
    });
    if (story) versions.push({ version, story });
  }
  return versions;
}

/** The originals by the story's names for them; what a name says, the bytes' hash has proved. */
async function mediaOf(opened: Opened, story: Story, manifest: Manifest): Promise<StoryPackage['media']> {
  const media = new Map<string, Uint8Array>();
  for (const [id, about] of Object.entries(story.media)) {
    const path = mediaPath(id, about);
    const bytes = await orMissing(opened, 'picture', about.name, async () => {
      const found = await proven(opened, manifest, path);
      if (manifest.files[path]?.sha256 !== id) throw new Damage(`"${path}" is another picture`);
      return found;
    });
    if (bytes) media.set(id, bytes);
  }
  return media;
}

/** What is in the package beside what this program puts there, and what its manifest lists and nobody asked for yet. */
async function othersOf(
  opened: Opened,
  manifest: Manifest,
  read: ReadonlySet<string>,
): Promise<Map<string, Uint8Array>> {
  const others = new Map<string, Uint8Array>();
  // Strangers are not unpacked without end: what they claim counts before a byte of it is.
  let room: number = LIMITS.text;
  const find = (name: string): void => {
    room -= opened.entries.get(name)?.size ?? 0;
    if (room < 0) throw new Damage(`"${name}" is absurdly large`);
  };
  for (const name of Object.keys(manifest.files)) {
    if (read.has(name)) continue;
    const bytes = await orMissing(opened, 'file', name, async () => {
      if (!isOwnPath(name)) find(name);
      return proven(opened, manifest, name);
    });
    if (bytes && !isOwnPath(name)) others.set(name, bytes);
  }
  for (const name of opened.entries.keys()) {
    if (isOwnPath(name) || name.endsWith('/') || name in manifest.files) continue;
    const bytes = await orMissing(opened, 'file', name, async () => {
      find(name);
      return file(opened, name);
    });
    if (bytes) others.set(name, bytes);
  }
  return others;
}

/**
 * What a `.story` package holds. Nothing is unpacked before names and sizes are checked; whatever comes back is exactly
 * what was written. The story itself must be whole; pictures, versions and other files that are not are told in `missing`.
 *
 * Fails with `package.not-a-story`; `package.damaged` (`reason`: what is wrong with it); `package.newer` (`version`: the
 * number of its format, `known`: the highest that this program reads).
 */
export async function readPackage(bytes: Uint8Array): Promise<Result<StoryPackage>> {
  return judged(async () => {
    const opened = open(bytes);
    const manifest = readManifest(opened);
    const story = await storyOf(opened, manifest);
    const { head, lineage } = manifest;
    const versions = await versionsOf(opened, manifest);
    const history = { lineage, head: manifest.versions?.find(({ hash }) => hash === head), versions };
    const media = await mediaOf(opened, story, manifest);
    const read = new Set([
      STORY_PATH,
      ...(manifest.versions ?? []).map(({ hash }) => versionPath(hash)),
      ...Object.entries(story.media).map(([id, about]) => mediaPath(id, about)),
    ]);
    const others = await othersOf(opened, manifest, read);
    return { story, head, history, media, others, missing: opened.missing };
  });
}

/** What `work` gives; refusals and damage become failures. */
async function judged<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    if (error instanceof Damage)
      return fail('package.damaged', `the package is damaged: ${error.message}`, { reason: error.message });
    throw error;
  }
}

/**
 * What a package's first bytes tell of it, without its pictures: its story and where that came from. `null` where the story
 * reaches beyond `beginning`, and more of the file must be read. Fails as `readPackage` does; a file that is still being
 * copied is `package.damaged`.
 *
 * @param tail the file's last bytes, LONGEST_END of them where it has so many
 * @param size the file's length
 */
export async function glancePackage(
  beginning: Uint8Array,
  tail: Uint8Array,
  size: number,
): Promise<Result<Glance | null>> {
  return judged(async () => {
    if (beginning.length > 1 && (beginning[0] !== 0x50 || beginning[1] !== 0x4b))
      throw refusal('package.not-a-story', 'not a story package');
    if (!endsWhole(tail, size)) throw new Damage('its list of files is damaged');
    const isAll = beginning.length === size;
    const opened: Opened = {
      bytes: beginning,
      entries: isAll ? readDirectory(beginning) : readBeginning(beginning),
      missing: [],
    };
    if (!isAll && !opened.entries.has(STORY_PATH)) return null;
    const manifest = readManifest(opened);
    const story = await storyOf(opened, manifest);
    const { head, lineage } = manifest;
    return { story, head, lineage, known: manifest.versions?.find(({ hash }) => hash === head) };
  });
}
