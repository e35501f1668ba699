import { ok } from '../../src/base/result.ts';
import type { Handlers } from '../../src/ipc/contract.ts';
import type { Library } from '../services/library.ts';
import type { MediaStore } from '../services/media.ts';
import type { RenditionStore } from '../services/renditions.ts';

export function mediaHandlers(
  library: Library,
  media: MediaStore,
  renditions: RenditionStore,
): Pick<Handlers, 'media.add' | 'media.renditions'> {
  return {
    'media.add': ({ name, bytes }) => media.add(name, bytes),
    'media.renditions': async (asked) => {
      if (asked.do === 'keep') {
        const kept = await renditions.keep(asked.media, asked.key, asked.bytes);
        return kept.ok ? ok([]) : kept;
      }
      const saved = await library.read(asked.story);
      return saved.ok ? ok(await renditions.missing(saved.value.story)) : saved;
    },
  };
}
