import type { Failure } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import { openLibrary, type Library, type LibraryOptions } from '../services/library.ts';
import { openMediaStore, type MediaStore } from '../services/media.ts';
import { RenditionStore } from '../services/renditions.ts';
import { Returned } from '../services/returned.ts';
import { readTemplates, type HouseTemplate } from '../services/templates.ts';

/** Where stories and pictures are kept, and what the person must hear about it. */
export interface Stores {
  library: Library;
  media: MediaStore;
  returned: Returned;
  templates: HouseTemplate[];
  renditions: RenditionStore;
  notices: Notice[];
}

export interface StoresOptions {
  /** The data folder. */
  home: string;
  /** The folder of the sample stories, which come once; none where they have no place to come to. */
  samples?: string;
  /** The folder of the house templates. */
  templates: string;
  /** Who sits at this computer, as versions are to say it. */
  by: () => string;
  /** The list of stories is not what it was; see Library. */
  onChanged: LibraryOptions['onChanged'];
  onTrouble: (failure: Failure) => void;
}

/** Opens the stores of a data folder; the first time, the sample stories are put in. */
export async function openStores({ home, templates, ...options }: StoresOptions): Promise<Stores> {
  const media = openMediaStore({ home });
  const library = await openLibrary({ home, media, ...options });
  return {
    library,
    media,
    renditions: new RenditionStore(home),
    returned: new Returned(library, media),
    templates: await readTemplates(templates, options.onTrouble),
    notices: library.notices,
  };
}
