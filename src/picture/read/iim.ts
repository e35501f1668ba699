import { joinPlace, readDate, type RawDetails } from './details.ts';
import type { FlatTag, FlatTags } from './tags.ts';
import { iimText } from './text.ts';

const all = (tag: FlatTag | FlatTag[] | undefined): FlatTag[] =>
  tag === undefined ? [] : Array.isArray(tag) ? tag : [tag];
const bytesOf = (tag: FlatTag): Uint8Array => Uint8Array.from(Array.isArray(tag.value) ? (tag.value as number[]) : []);

/** `20261120` and `071500+0700` as one date. */
function dateOf(day: string, time: string): string | undefined {
  const date = day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const hour = time.replace(/^(\d\d)(\d\d)(\d\d)([+-]\d{4})?$/, '$1:$2:$3$4');
  return readDate(hour.includes(':') ? `${date}T${hour}` : date);
}

/** A photo's fields out of IPTC IIM (version 4.2, record 2), the older of the two forms. */
export function iimDetails(tags: FlatTags, language: string): RawDetails {
  const charset = all(tags['Coded Character Set'])[0]?.value as number[] | undefined;
  const list = (name: string): string[] => all(tags[name]).map((tag) => iimText(bytesOf(tag), charset, language));
  const text = (name: string): string => list(name)[0] ?? '';
  return {
    caption: text('Caption/Abstract'),
    headline: text('Headline'),
    creator: list('By-line').join(', '),
    credit: text('Credit'),
    source: text('Source'),
    rights: text('Copyright Notice'),
    place: joinPlace(text('Sub-location'), text('City'), text('Province/State'), text('Country/Primary Location Name')),
    takenAt: dateOf(text('Date Created'), text('Time Created')),
    instructions: text('Special Instructions'),
    keywords: list('Keywords'),
    captionWriter: list('Writer/Editor').join(', '),
  };
}
