import { plainText } from '../../story/runs.ts';
import type { Photo } from '../../story/schema.ts';
import { sourceTypeOf } from '../kind.ts';
import { placeParts, type PlaceParts } from './place.ts';

/** What is written into a picture that leaves Copydesk: a photo's fields as they were edited, empty where nothing is said. */
export interface WrittenDetails {
  caption: string;
  alt: string;
  headline: string;
  creators: string[];
  credit: string;
  source: string;
  rights: string;
  rightsHolder: string;
  usageTerms: string;
  usageExpires: string;
  place: PlaceParts;
  takenAt: string;
  instructions: string;
  keywords: string[];
  captionWriter: string;
  digitalSourceType: string;
}

export function writtenDetails(photo: Photo): WrittenDetails {
  const { alt, credit, source, rights, keywords = [] } = photo;
  return {
    caption: plainText(photo.caption),
    alt,
    headline: photo.headline ?? '',
    creators: (photo.creator ?? '').split(', ').filter(Boolean),
    credit,
    source,
    rights,
    rightsHolder: photo.rightsHolder ?? '',
    usageTerms: photo.usageTerms ?? '',
    usageExpires: photo.usageExpires ?? '',
    place: placeParts(photo.place ?? ''),
    takenAt: photo.takenAt ?? '',
    instructions: photo.instructions ?? '',
    keywords,
    captionWriter: photo.captionWriter ?? '',
    digitalSourceType: sourceTypeOf(photo),
  };
}
