import { normalise } from '../../base/text.ts';
import { photoSchema, type Photo } from '../../story/schema.ts';

/** What a picture file says of its picture, by the fields of a photo; the caption as plain text. */
export type FileDetails = Partial<
  Pick<
    Photo,
    | 'headline'
    | 'creator'
    | 'credit'
    | 'source'
    | 'rights'
    | 'rightsHolder'
    | 'usageTerms'
    | 'usageExpires'
    | 'place'
    | 'takenAt'
    | 'instructions'
    | 'keywords'
    | 'captionWriter'
    | 'alt'
    | 'digitalSourceType'
  >
> & { caption?: string };

/** A field longer than this is cut: a file may hold anything. */
const LONGEST_TEXT = 8000;
const MOST_KEYWORDS = 200;

/** A file's text as a field holds it: NFC, without control characters, trimmed. Line breaks stay. */
function tidyText(text: string): string {
  const lines = normalise(text).replace(/\r\n?/g, '\n');
  return lines
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST_TEXT)
    .toWellFormed();
}

const joinLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');

/** Reads of a file as they come, any of them empty or undefined; dates as RFC 3339. */
export type RawDetails = { [K in keyof FileDetails]?: K extends 'keywords' ? string[] : string | undefined };

/** Keeps what says something and has the form that the story asks for. */
export function tidyDetails({ keywords, caption, ...texts }: RawDetails): FileDetails {
  const tidy: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(texts)) if (value) tidy[name] = joinLine(value);
  if (caption) tidy['caption'] = tidyText(caption);
  if (keywords) tidy['keywords'] = [...new Set(keywords.map(joinLine).filter(Boolean))].slice(0, MOST_KEYWORDS);
  for (const [name, value] of Object.entries(tidy)) {
    const shape = name === 'caption' ? undefined : photoSchema.shape[name as Exclude<keyof FileDetails, 'caption'>];
    if (value.length === 0 || shape?.safeParse(value).success === false) delete tidy[name];
  }
  return tidy;
}

const DATE = /^(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** A date of XMP or EXIF as RFC 3339, to the day or the second; undefined where it is none (cameras write zeroes). */
export function readDate(text: string | undefined, offset = ''): string | undefined {
  const found = DATE.exec((text ?? '').trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '00', own = offset] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = own === 'Z' || own === '' ? own : own.replace(/^(...):?(..)$/, '$1:$2');
  return `${date}T${hour}:${minute}:${second}${zone}`;
}

/** The parts of a place, smallest first, each once. */
export const joinPlace = (...parts: (string | undefined)[]): string =>
  [...new Set(parts.map((part) => joinLine(part ?? '')).filter(Boolean))].join(', ');
