import { ok, type Result } from '../../src/base/result.ts';
import type { CallInput, CallOutput, Handlers } from '../../src/ipc/contract.ts';
import { slugify } from '../../src/story/slug.ts';
import { exportStory } from '../services/exporter.ts';
import type { Library } from '../services/library.ts';
import type { MediaStore } from '../services/media.ts';
import { takeIn } from './take-in.ts';

/** What the program's shell lends to the calls of this group. */
export interface ExportRoom {
  library: Library;
  media: MediaStore;
  /** Asks where to; null where the person changed their mind. `mayReplace` where they were asked about a file there. */
  askPath: (as: CallInput<'export.story'>['as'], name: string) => Promise<{ path: string; mayReplace: boolean } | null>;
  askPackages: () => Promise<string[]>;
  onTrouble: (error: unknown) => void;
}

export function exportHandlers(room: ExportRoom): Pick<Handlers, 'export.story' | 'import.package'> {
  return {
    'export.story': async ({ id, as, options }): Promise<Result<CallOutput<'export.story'>>> => {
      const saved = await room.library.read(id);
      if (!saved.ok) return saved;
      const { story } = saved.value;
      const place = await room.askPath(as, slugify(story.slug || story.headline) || 'story');
      if (!place) return ok({ path: null });
      // A picture that the disk does not give back is one that is missing; the exporter says which.
      const media = (photo: string): Promise<Uint8Array | undefined> =>
        room.media.read(photo).then(
          (bytes) => bytes ?? undefined,
          (error: unknown) => {
            room.onTrouble(error);
            return undefined;
          },
        );
      return exportStory({ story, media, as, options, path: place.path, mayReplaceFile: place.mayReplace });
    },
    'import.package': async () => ok(await takeIn(await room.askPackages(), room.library, room.media)),
  };
}
