import { basename } from 'node:path';
import { ok, type Result } from '../../src/base/result.ts';
import { withPictures } from '../../src/import/article.ts';
import type { Imported } from '../../src/import/imported.ts';
import { tally } from '../../src/import/receipt.ts';
import type { ForeignArticle } from '../../src/ipc/calls/import.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { MediaFile } from '../../src/story/schema.ts';
import { readForeign, readForeignFile } from '../services/import/reader.ts';
import type { MediaStore } from '../services/media.ts';
import type { Offer, Returned } from '../services/returned.ts';
import { bytesSource, fileSource, takeIn, type Source } from './take-in.ts';

/** What the program's shell lends to the calls of this group. */
export interface ImportRoom {
  media: MediaStore;
  returned: Returned;
  /** Hears of packages that are copies of stories which are here. */
  onReturned: (offers: Offer[]) => void;
  /** Asks which files; none where the person changed their mind. */
  askArticles: () => Promise<string[]>;
}

type Came = CallOutput<'import.article'>;

const isPackage = (name: string): boolean => /\.story$/i.test(name);

/** Keeps the pictures that came along, so that the blocks can name them; one that is no picture is counted as dropped. */
async function keepPictures(name: string, imported: Imported, media: MediaStore): Promise<Result<ForeignArticle>> {
  const { blocks, pictures, receipt, title, fields } = imported;
  const byPhoto = new Map<string, string>();
  const files: Record<string, MediaFile> = {};
  for (const { photoId, source, alt } of pictures) {
    if (source.kind !== 'bytes') continue;
    const kept = await media.add(alt || name, new Uint8Array(source.bytes));
    if (kept.ok) {
      byPhoto.set(photoId, kept.value.id);
      files[kept.value.id] = kept.value.file;
    } else if (/not-a-picture|unsupported/.test(kept.failure.code)) tally(receipt.dropped, 'unsupported-picture');
    else return kept;
  }
  return ok({ name, blocks: withPictures(blocks, byPhoto), title, receipt, media: files, ...(fields && { fields }) });
}

export function importHandlers({
  media,
  returned,
  onReturned,
  askArticles,
}: ImportRoom): Pick<Handlers, 'import.article'> {
  async function bring(came: Came, name: string, read: Promise<Result<Imported>>): Promise<void> {
    const imported = await read;
    const article = imported.ok ? await keepPictures(name, imported.value, media) : imported;
    if (article.ok) came.articles.push(article.value);
    else came.failures.push({ code: article.failure.code, about: { file: name, ...article.failure.about } });
  }

  async function bringPackage(came: Came, source: Source): Promise<void> {
    const { stories, returned: offers, failures } = await takeIn([source], returned);
    onReturned(offers);
    came.stories.push(...stories);
    came.failures.push(...failures.map(({ code, about }) => ({ code, about })));
  }

  return {
    async 'import.article'(input) {
      const came: Came = { articles: [], stories: [], failures: [] };
      if (input.from === 'file') {
        const { name, bytes } = input;
        if (isPackage(name)) await bringPackage(came, bytesSource(name, bytes));
        else await bring(came, name, readForeign(name, bytes));
        return ok(came);
      }
      for (const path of await askArticles()) {
        if (isPackage(path)) await bringPackage(came, fileSource(path));
        else await bring(came, basename(path), readForeignFile(path));
      }
      return ok(came);
    },
  };
}
