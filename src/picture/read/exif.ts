import { readDate, type RawDetails } from './details.ts';
import type { FlatTags } from './tags.ts';

/** What cameras write where nobody wrote anything. */
const CAMERA_PHRASE = /^(?:olympus digital camera|samsung|digital camera|default|untitled|exif_jpeg\w*|dav|edf)$/i;

/** A photo's fields out of EXIF 2.32: what a camera says by itself, so it counts last. */
export function exifDetails(tags: FlatTags): RawDetails {
  const text = (name: string): string => {
    const tag = tags[name];
    return tag === undefined || Array.isArray(tag) ? '' : String(tag.description ?? '').trim();
  };
  const caption = text('ImageDescription');
  return {
    caption: CAMERA_PHRASE.test(caption) ? '' : caption,
    creator: text('Artist'),
    rights: text('Copyright'),
    takenAt: readDate(text('DateTimeOriginal'), text('OffsetTimeOriginal')),
  };
}
