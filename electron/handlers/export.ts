import { join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { CallInput, CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { PackagedHistory } from '../../src/package/index.ts';
import type { Story } from '../../src/story/schema.ts';
import { exportFormat } from '../../src/export/index.ts';
import { slugify } from '../../src/story/slug.ts';
import { packagedIds } from '../../src/versions/index.ts';
import { exportStory, type ExportOrder } from '../services/exporter.ts';
import type { Library } from '../services/library.ts';
import type { MediaStore } from '../services/media.ts';
import { historyFor } from '../services/packaged-history.ts';
import type { RenditionStore } from '../services/renditions.ts';
import type { Returned } from '../services/returned.ts';
import type { DeskCopies } from './desk.ts';
import type { HandOver } from './hand-over.ts';
import { fileSource, takeIn } from './take-in.ts';

/** What the program's shell lends to the calls of this group. */
export interface ExportRoom {
  library: Library;
  media: MediaStore;
  renditions: RenditionStore;
  returned: Returned;
  /** Asks where to; null where the person changed their mind. `mayReplace` where they were asked about a file there. */
  askPath: (
    as: CallInput<'export.story'>['as'],
    name: string,
    /** Where this story went last time, in this form. */
    last: string | undefined,
  ) => Promise<{ path: string; mayReplace: boolean } | null>;
  /** Asks for a folder that takes many; null where the person changed their mind. */
  askFolder: () => Promise<string | null>;
  askPackages: () => Promise<string[]>;
  /** The ways out that ask for no place, and the record. */
  handOver: HandOver;
  /** Packages that lie on the shared desk. */
  deskCopies: DeskCopies;
  /** Shows a file or folder in the system's file manager. */
  showInFolder: (path: string) => void;
  /** The story with its dated line in the newsroom's form, where it has an instant and nobody wrote the line. */
  dated: (story: Story) => Story;
  /** A new folder for files that are dragged away; it goes when the program ends. */
  dragFolder: () => Promise<string>;
  /** Hands files to the drag under the pointer. */
  drag: (paths: string[]) => void;
  /** Tells the window how far its export is. */
  onProgress?: (percent: number) => void;
  /** Lays a page out as PDF. */
  print: ExportOrder['print'];
  onTrouble: (error: unknown) => void;
}

/** A story without the pictures that cannot be had; their captions and credits stay, and their places are kept open. */
async function withoutMissing(
  story: Story,
  media: (id: string) => Promise<Uint8Array | undefined>,
): Promise<{ story: Story; without: number }> {
  const missing = new Set<string>();
  for (const id of packagedIds(story)) if (!(await media(id))) missing.add(id);
  const body = story.body.map((block) =>
    block.type === 'figure'
      ? { ...block, photos: block.photos.map((one) => (missing.has(one.media ?? '') ? { ...one, media: null } : one)) }
      : block,
  );
  const kept = Object.fromEntries(Object.entries(story.media).filter(([id]) => !missing.has(id)));
  return { story: { ...story, body, media: kept }, without: missing.size };
}

type ExportCalls = 'export.story' | 'export.stories' | 'export.act' | 'import.package';

export function exportHandlers(room: ExportRoom): Pick<Handlers, ExportCalls> {
  /** What this program has written since it started, by what it was made from: only that is ever shown. */
  const places = new Map<string, string>();
  let running: AbortController | null = null;
  // A picture that the disk does not give back is one that is missing; the exporter says which.
  const media = (photo: string): Promise<Uint8Array | undefined> =>
    room.media.read(photo).then(
      (bytes) => bytes ?? undefined,
      (error: unknown) => {
        room.onTrouble(error);
        return undefined;
      },
    );
  // What goes out may come back: from now on it is a version, and its name travels along.
  const sent = async (id: string): Promise<PackagedHistory | undefined> => {
    const { versions } = room.library;
    const made = await versions.make(id, { kind: 'sent' });
    if (made.ok) return historyFor(versions, id, made.value.version.hash);
    room.onTrouble(made.failure);
    return undefined;
  };
  /** Writes one of several into a folder, under a name of its own. */
  async function writeOne(
    id: string,
    as: ExportOrder['as'],
    folder: string,
    taken: Set<string>,
  ): Promise<Result<{ path: string }>> {
    const saved = await room.library.read(id);
    if (!saved.ok) return saved;
    return writeTo(id, as, join(folder, freeName(nameOf(saved.value.story), taken) + endingOf(as)));
  }
  async function writeTo(id: string, as: ExportOrder['as'], path: string): Promise<Result<{ path: string }>> {
    const saved = await room.library.read(id);
    if (!saved.ok) return saved;
    const story = as === 'story' ? saved.value.story : room.dated(saved.value.story);
    const history = as === 'story' ? await sent(id) : undefined;
    return exportStory({ story, media, copies: room.renditions, as, path, history, print: room.print });
  }
  /** Notes where something went, so that it can be shown. */
  function remembered(key: string, written: Result<{ path: string }>): Result<{ path: string }> {
    if (written.ok) places.set(key, written.value.path);
    return written;
  }
  const nameOf = ({ slug, headline }: Story): string => slugify(slug || headline) || 'story';
  async function dragOut(ids: readonly string[]): Promise<Result<null>> {
    const folder = await room.dragFolder();
    const taken = new Set<string>();
    const paths: string[] = [];
    for (const id of ids) {
      const written = await writeOne(id, 'story', folder, taken);
      if (!written.ok) return written;
      paths.push(written.value.path);
    }
    room.drag(paths);
    return ok(null);
  }
  return {
    'export.story': async ({ id, as, to, options, story: shown }): Promise<Result<CallOutput<'export.story'>>> => {
      if (to !== undefined)
        return remembered(
          `${id} ${to}`,
          await room.handOver.to(to, id, (story, path) => writeTo(story, 'story', path)),
        );
      const saved = shown ? ok({ story: shown }) : await room.library.read(id);
      if (!saved.ok) return saved;
      let { story } = saved.value;
      const key = `${id} ${as}`;
      const place = await room.askPath(as, nameOf(story), places.get(key));
      if (!place) return ok({ path: null });
      if (as === 'record-html' || as === 'record-json')
        return remembered(key, await room.handOver.record(id, as === 'record-html' ? 'html' : 'json', place));
      const { signal } = (running = new AbortController());
      let without: number | undefined;
      if (shown) ({ story, without } = await withoutMissing(shown, media));
      const written = await exportStory({
        story: as === 'story' ? story : room.dated(story),
        media,
        copies: room.renditions,
        as,
        options,
        history: as === 'story' && !shown ? await sent(id) : undefined,
        path: place.path,
        print: room.print,
        mayReplaceFile: place.mayReplace,
        signal,
        onProgress: room.onProgress,
      });
      remembered(key, written);
      return written.ok && without ? ok({ ...written.value, without }) : written;
    },
    'export.stories': async ({ ids, as }) => {
      const folder = await room.askFolder();
      const answer: CallOutput<'export.stories'> = { path: folder, count: 0, failures: [] };
      if (folder === null) return ok(answer);
      const taken = new Set<string>();
      for (const id of ids) {
        const written = await writeOne(id, as, folder, taken);
        if (written.ok) answer.count++;
        else answer.failures.push({ code: written.failure.code, about: written.failure.about });
      }
      return ok(answer);
    },
    'export.act': async (act) => {
      if (act.do === 'stop') running?.abort();
      else if (act.do === 'drag') return dragOut(act.ids);
      else if ([...places.values()].includes(act.path)) room.showInFolder(act.path);
      else return fail('export.not-ours', 'nothing was exported there');
      return ok(null);
    },
    'import.package': async (asked) => {
      if (asked) return room.deskCopies.take(asked.file);
      return ok(await takeIn((await room.askPackages()).map(fileSource), room.returned));
    },
  };
}

/** The end of a name for this kind of export; a folder's has none. */
function endingOf(as: ExportOrder['as']): string {
  const format = exportFormat(as);
  return format?.writes === 'folder' ? '' : `.${format?.extension ?? as}`;
}

/** The name, or with a number behind it where a story of the same export has it. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}-${n}`;
  taken.add(free);
  return free;
}
