import type { Failure } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import { Catalogue } from '../services/catalogue/catalogue.ts';
import { openDraftStore } from '../services/drafts/store.ts';
import { Library } from '../services/library.ts';
import { openMediaStore, type MediaStore } from '../services/media.ts';
import { seedSamples } from '../services/samples.ts';

/** Where stories and pictures are kept, and what the person must hear about it. */
export interface Stores {
  library: Library;
  media: MediaStore;
  notices: Notice[];
}

export interface StoresOptions {
  /** The data folder. */
  home: string;
  /** The folder of the sample stories, which come once. */
  samples: string;
  /** The list of stories is not what it was. */
  onChanged: () => void;
  onTrouble: (failure: Failure) => void;
}

/** Opens the stores of a data folder; the first time, the sample stories are put in. */
export async function openStores({ home, samples, onChanged, onTrouble }: StoresOptions): Promise<Stores> {
  const catalogue = new Catalogue(home);
  const library = await Library.open({ drafts: openDraftStore({ home, onTrouble }), catalogue, onChanged, onTrouble });
  const media = openMediaStore({ home });
  const seeded = await seedSamples({ home, from: samples, library, media });
  if (!seeded.ok) onTrouble(seeded.failure);
  return { library, media, notices: [...catalogue.notices, ...library.notices] };
}
