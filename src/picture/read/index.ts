import { metadataBlocks } from './blocks.ts';
import { tidyDetails, type FileDetails } from './details.ts';
import { exifDetails } from './exif.ts';
import { iimDetails } from './iim.ts';
import { readTags } from './tags.ts';
import { xmpDetails } from './xmp.ts';

export type { FileDetails } from './details.ts';

/**
 * What a picture file says of its picture: XMP first, then IIM, then EXIF (Metadata Working Group's order for files whose
 * forms disagree), each field from the first that has it. A file that says nothing, or nonsense, gives nothing.
 *
 * @param language of the story, BCP 47: chooses among languages, and guesses old encodings
 */
export function readDetails(bytes: Uint8Array, language: string): FileDetails {
  const tags = readTags(metadataBlocks(bytes));
  const sources = [xmpDetails(tags.xmp, language), iimDetails(tags.iim, language), exifDetails(tags.exif)];
  return sources.map(tidyDetails).reduceRight((lower, upper) => ({ ...lower, ...upper }));
}
