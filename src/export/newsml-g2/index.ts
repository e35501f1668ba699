import { utf8 } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import { photosOf } from '../../story/walk.ts';
import { isBlank } from '../clean.ts';
import type { ExportFormat, ExportInput } from '../format.ts';
import { instantText } from '../identity.ts';
import { ADDRESS, CAMERA, chosen, PUBLISHER } from '../options.ts';
import { languageTag } from '../page/language.ts';
import { markup, type Markup } from '../page/markup.ts';
import { imagesAt, isOwnFolder, pictureFiles, picturesOf, type Pictures } from '../pictures.ts';
import { isStampedFor, stamped } from '../stamp.ts';
import { pictureItem } from './picture-item.ts';
import { textItem } from './text-item.ts';

const FILE = 'newsml-g2.xml';

function message({ story, words, options }: ExportInput, pictures: Pictures): Markup {
  const address = chosen(ADDRESS, options);
  const publisher = chosen(PUBLISHER, options);
  const language = languageTag(story.language);
  // Who provides the item must be named; a desk that does not say so is Copydesk's.
  const provider = [publisher, story.dateline.source].find((name) => !isBlank(name)) ?? 'Copydesk';
  const images = imagesAt(pictures, address);
  const photos = photosOf(story).map((photo) =>
    pictureItem({ story, photo, files: [...pictures.of(photo), ...pictures.cut(photo)], language, provider, address }),
  );
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header>
<sent>${instantText(story.updatedAt)}</sent>
</header>
<itemSet>
${textItem({ story, words, images, language, provider, publisher })}${photos}</itemSet>
</newsMessage>
`;
}

/**
 * IPTC NewsML-G2 2.35 (conformance power): `newsml-g2.xml`, a news message with the text as one item, its article inline
 * as XHTML, and each photo as another with its renditions as remote content, the files in `media/…` beside it (their
 * addresses absolute where `address` is known). The embargo is told; the editor's note and the review are not.
 * Fails with `export.media-missing`.
 */
export const newsmlG2: ExportFormat = {
  id: 'newsml-g2',
  writes: 'folder',
  mediaType: 'application/xml',
  extension: 'xml',
  pictures: 'beside',
  options: [ADDRESS, PUBLISHER, CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const file = await stamped(utf8(message(input, found.value).source), input.story.id);
    return ok([{ path: FILE, bytes: file }, ...pictureFiles(found.value.files, found.value.cutFiles)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, FILE, (file) => isStampedFor(file, storyId)),
};
