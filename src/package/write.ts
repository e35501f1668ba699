import { zipSync, type Zippable } from 'fflate';
import { sha256Hex, utf8 } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { Markup } from '../export/page/markup.ts';
import type { PageImage } from '../export/page/page-context.ts';
import { htmlPage } from '../export/page/page.ts';
import { leavingStory } from '../export/printed.ts';
import { picturesOf } from '../export/pictures.ts';
import type { Photo, Story } from '../story/schema.ts';
import { headOf, storedStory } from '../versions/index.ts';
import { canonicalJson } from '../base/json.ts';
import { LIMITS, PACKAGE_FORMAT, PACKAGE_TYPE } from './limits.ts';
import type { Manifest } from './manifest.ts';
import type { PackagedHistory } from './package.ts';
import { isOwnPath, mediaPath, PAGE_PATH, STORY_PATH, versionPath } from './paths.ts';

export interface PackageInput {
  story: Story;
  /** The original bytes of one of the story's pictures, by its id (SHA-256); undefined where they are not there. */
  media: (id: string) => Uint8Array | undefined;
  /** Where the story came from; without it another copy can only be laid beside this one, not merged. */
  history?: PackagedHistory | undefined;
  /** Files of other programs, by path, that go along. */
  others?: ReadonlyMap<string, Uint8Array> | undefined;
}

const NO_HISTORY: PackagedHistory = { lineage: [], versions: [] };

async function manifestOf(
  story: Story,
  head: string,
  history: PackagedHistory,
  files: Map<string, Uint8Array>,
): Promise<Manifest> {
  const listed: Manifest['files'] = {};
  for (const [path, bytes] of files) listed[path] = { sha256: await sha256Hex(bytes), size: bytes.length };
  const known = history.head?.hash === head ? [history.head] : [];
  const versions = [...history.versions.map(({ version }) => version), ...known];
  const lineage = history.lineage.filter((hash) => hash !== head);
  return {
    format: PACKAGE_FORMAT,
    story: story.id,
    head,
    lineage,
    ...(versions.length > 0 && { versions }),
    files: listed,
  };
}

/** The versions that travel along, each under its name. One whose content gives another name is left behind. */
async function versionFiles({ versions }: PackagedHistory): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = [];
  for (const { version, story } of versions) {
    const stored = storedStory(story);
    if ((await headOf(stored)) === version.hash) files.push([versionPath(version.hash), utf8(canonicalJson(stored))]);
  }
  return files;
}

/** A zip with its files in this order. Pictures are packed already; one fixed date makes the same story the same bytes. */
function zip(files: Map<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    const isPacked = path === 'mimetype' || path.startsWith('media/');
    entries[path] = [bytes, { level: isPacked ? 0 : 6, mtime: new Date(1980, 0, 1, 12) }];
  }
  return zipSync(entries);
}

/**
 * A story as one file for another Copydesk, readable by anyone who unpacks it: `mimetype`, `manifest.json`, `story.json`,
 * `index.html`, `versions/<hash>.json` and `media/<sha256>.<ext>`. The same story and history give the same bytes.
 *
 * Fails with `export.media-missing` (`photo`, `number`), `export.too-large` (`megabytes`, `limit`).
 */
export async function writePackage({
  story,
  media,
  history = NO_HISTORY,
  others,
}: PackageInput): Promise<Result<Uint8Array>> {
  const found = picturesOf({ story, media });
  if (!found.ok) return found;
  const stored = storedStory(story);
  const pictures = new Map<string, Uint8Array>();
  for (const [id, file] of Object.entries(stored.media as Story['media'])) {
    const bytes = media(id);
    if (!bytes) return fail('export.media-missing', `the picture "${file.name}" is not there`, { photo: file.name });
    pictures.set(mediaPath(id, file), bytes);
  }
  const images = ({ media: id }: Photo): PageImage[] => {
    const file = id === null ? undefined : story.media[id];
    return id !== null && file ? [{ ...file, address: new Markup(mediaPath(id, file)) }] : [];
  };
  const files = new Map([
    [STORY_PATH, utf8(canonicalJson(stored))],
    [PAGE_PATH, await htmlPage({ story: leavingStory(story), images })],
    ...(await versionFiles(history)),
    ...[...pictures].sort(([a], [b]) => (a < b ? -1 : 1)),
    ...[...(others ?? [])].filter(([path]) => !isOwnPath(path)).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const largest = Math.max(...Array.from(files.values(), (bytes) => bytes.length));
  const text = files.get(STORY_PATH)?.length ?? 0;
  if (
    size > LIMITS.total - LIMITS.text ||
    largest > LIMITS.file ||
    text > LIMITS.text ||
    files.size > LIMITS.files - 2
  ) {
    const about = { megabytes: Math.ceil(size / 1024 / 1024), limit: (LIMITS.total - LIMITS.text) / 1024 / 1024 };
    return fail('export.too-large', `a story of ${about.megabytes} MB does not fit in a package`, about);
  }
  const manifest = await manifestOf(story, await headOf(stored), history, files);
  return ok(
    zip(new Map([['mimetype', utf8(PACKAGE_TYPE)], ['manifest.json', utf8(canonicalJson(manifest))], ...files])),
  );
}
