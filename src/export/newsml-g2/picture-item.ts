import { plainText } from '../../story/runs.ts';
import type { Photo, Story } from '../../story/schema.ts';
import { beside } from '../address.ts';
import { instantText, photoUri } from '../identity.ts';
import { attribute, markup, type Markup } from '../page/markup.ts';
import { safeType, type PictureFile } from '../pictures.ts';
import { element, named, roleUri } from './elements.ts';
import { newsItem } from './item.ts';

interface PictureItem {
  story: Story;
  photo: Photo;
  files: readonly PictureFile[];
  language: string;
  provider: string;
  /** Where the message will lie; empty where that is not known. */
  address: string;
}

/** What a rendition is: the first is the best there is; for one of a certain ratio the IPTC has no code. */
const renditionKind = ({ ratio }: PictureFile, index: number): Markup =>
  ratio === undefined
    ? attribute('rendition', index === 0 ? 'rnd:highRes' : 'rnd:lowRes')
    : attribute('renditionuri', `urn:x-copydesk:rendition:${ratio.replace(':', '-')}`);

/** A picture that lies elsewhere, at one size. */
function remote(file: PictureFile, index: number, address: string): Markup {
  const { path, type, width, height, bytes } = file;
  const attributes = [
    renditionKind(file, index),
    attribute('href', beside(address, path) ?? path),
    attribute('contenttype', safeType({ type })),
    attribute('size', String(bytes.length)),
    attribute('width', String(width)),
    attribute('height', String(height)),
  ];
  return markup`<remoteContent${attributes}/>\n`;
}

export function rightsInfo(holder: string, notice: string, usage: string): Markup | null {
  const parts = [named('copyrightHolder', holder), element('copyrightNotice', notice), element('usageTerms', usage)];
  return parts.some(Boolean) ? markup`<rightsInfo>\n${parts}</rightsInfo>\n` : null;
}

/** A photo of the story as an item of its own, its renditions as remote content; one to come has none. */
export function pictureItem({ story, photo, files, language, provider, address }: PictureItem): Markup {
  const taken = photo.takenAt;
  return newsItem({
    story,
    guid: photoUri(story, photo),
    itemClass: 'picture',
    language,
    provider,
    rights: rightsInfo(photo.rightsHolder ?? '', photo.rights, photo.usageTerms ?? ''),
    links: [],
    contentMeta: markup`${[
      taken === undefined ? null : element('contentCreated', instantText(taken)),
      named('located', photo.place ?? ''),
      named('infoSource', photo.source),
      named('creator', photo.creator ?? ''),
      (photo.keywords ?? []).map((keyword) => element('keyword', keyword)),
      element('headline', photo.headline ?? ''),
      element('creditline', photo.credit),
      element('description', plainText(photo.caption), [roleUri('caption')]),
      element('description', photo.alt, [roleUri('alt-text')]),
    ]}`,
    contentSet:
      files.length === 0
        ? null
        : markup`<contentSet>\n${files.map((file, index) => remote(file, index, address))}</contentSet>\n`,
  });
}
