import type { Handlers } from '../../src/ipc/contract.ts';
import type { MediaStore } from '../services/media.ts';

export function mediaHandlers(media: MediaStore): Pick<Handlers, 'media.add'> {
  return {
    'media.add': ({ name, bytes }) => media.add(name, bytes),
  };
}
