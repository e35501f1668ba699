import { safeLink } from '../../story/links.ts';
import { plainText } from '../../story/runs.ts';
import type { Photo, Story } from '../../story/schema.ts';
import { beside } from '../address.ts';
import { instantText, photoUri } from '../identity.ts';
import { runsHtml } from '../page/runs.ts';
import { safeType, type PictureFile } from '../pictures.ts';
import { list, part, text, type Json } from './json.ts';

/** The best is `original`; others are named by their ratio, or their width and, where it is no JPEG, their form: `640w-webp`. */
function renditionName({ type, width, ratio }: PictureFile, index: number): string {
  if (ratio !== undefined) return ratio;
  if (index === 0) return 'original';
  return type === 'image/jpeg' ? `${width}w` : `${width}w-${type.replace('image/', '')}`;
}

function rendition(file: PictureFile, index: number, address: string): Json {
  const { path, type, width, height, bytes } = file;
  return {
    name: renditionName(file, index),
    href: beside(address, path) ?? undefined,
    contentType: safeType({ type }),
    title: path,
    width,
    height,
    sizeInBytes: bytes.length,
  };
}

const sources = ({ credit, source }: Photo): Json[] =>
  [
    { name: text(credit), role: 'credit' },
    { name: text(source), role: 'source' },
  ].filter(({ name }) => name !== undefined);

/** A photo as an associated item of type picture. What may lie where no address is known is named by its path alone. */
export function pictureItem(
  story: Story,
  photo: Photo,
  name: string,
  files: readonly PictureFile[],
  address: string,
): Json {
  const taken = photo.takenAt ?? '';
  const sourceType = photo.digitalSourceType === undefined ? null : safeLink(photo.digitalSourceType);
  return {
    name,
    uri: photoUri(story, photo),
    type: 'picture',
    representationType: files.length > 0 ? 'full' : 'partial',
    contentCreated: /T.*(?:Z|[+-]\d\d:\d\d)$/.test(taken) ? instantText(taken) : undefined,
    headlines: list([part('main', photo.headline ?? '')]),
    descriptions: list([
      part('caption', plainText(photo.caption)),
      part('caption', plainText(photo.caption) && runsHtml(photo.caption).source, 'text/html'),
      part('alt-text', photo.alt),
    ]),
    by: text(photo.creator ?? ''),
    located: text(photo.place ?? ''),
    infoSources: list(sources(photo)),
    copyrightHolder: text(photo.rightsHolder ?? ''),
    copyrightNotice: text(photo.rights),
    usageTerms: text(photo.usageTerms ?? ''),
    subjects: list((photo.keywords ?? []).map((keyword) => text(keyword) && { name: text(keyword), rel: 'keyword' })),
    digitalSourceType: sourceType === null || /\s/.test(sourceType) ? undefined : { uri: sourceType },
    renditions: list(files.map((file, index) => rendition(file, index, address))),
  };
}
