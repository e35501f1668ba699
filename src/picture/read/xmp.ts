import type { XmpTag, XmpTags } from './tags.ts';
import { joinPlace, readDate, type RawDetails } from './details.ts';

const isTag = (value: unknown): value is XmpTag => typeof value === 'object' && value !== null && 'value' in value;

/** The items of a Bag, Seq or Alt; one of a plain value. */
function items(tag: XmpTag | undefined): XmpTag[] {
  if (!tag) return [];
  return Array.isArray(tag.value) ? tag.value.filter(isTag) : [tag];
}

const textOf = (tag: XmpTag | undefined): string =>
  tag === undefined ? '' : typeof tag.value === 'string' ? tag.value : (tag.description ?? '');

/** A language alternative: the story's language, else x-default, else the first. */
function alternative(tag: XmpTag | undefined, language: string): string {
  const texts = items(tag);
  const spoken = (wanted: string): XmpTag | undefined =>
    texts.find(({ attributes }) => (attributes?.['lang'] ?? '').toLowerCase().split('-')[0] === wanted);
  return textOf(spoken(language.toLowerCase().split('-')[0] ?? '') ?? spoken('x') ?? texts[0]);
}

const list = (tag: XmpTag | undefined): string[] => items(tag).map(textOf).filter(Boolean);

/** The members of the first structure in a bag of them, as a location or an owner. */
function structure(tag: XmpTag | undefined): XmpTags {
  if (tag === undefined) return {};
  const first: unknown = Array.isArray(tag.value) ? tag.value[0] : tag.value;
  if (typeof first !== 'object' || first === null) return {};
  const inner: unknown = isTag(first) ? first.value : first;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as XmpTags) : {};
}

/** One place of IPTC's structure, smallest part first. */
function locationOf(place: XmpTags): string {
  const name = alternative(place['LocationName'], 'x');
  return joinPlace(name, ...['Sublocation', 'City', 'ProvinceState', 'CountryName'].map((part) => textOf(place[part])));
}

/**
 * Where the picture shows: what desks fill in (Sublocation, City, Province or State, Country), else the first Location
 * Shown, else the Location Created. Never parts of two of them: those may be two places.
 */
function placeOf(tags: XmpTags): string {
  const named = joinPlace(...['Location', 'City', 'State', 'Country'].map((name) => textOf(tags[name])));
  return named || locationOf(structure(tags['LocationShown'])) || locationOf(structure(tags['LocationCreated']));
}

/** A photo's fields out of an XMP packet; the names are those of the IPTC Photo Metadata Standard 2025.1. */
export function xmpDetails(tags: XmpTags, language: string): RawDetails {
  const text = (name: string): string => textOf(tags[name]);
  const spoken = (name: string): string => alternative(tags[name], language);
  const owner = structure(tags['CopyrightOwner']);
  return {
    caption: spoken('description'),
    alt: spoken('AltTextAccessibility'),
    headline: text('Headline'),
    creator: list(tags['creator']).join(', '),
    credit: text('Credit'),
    source: text('Source'),
    rights: spoken('rights'),
    rightsHolder: textOf(owner['CopyrightOwnerName']) || list(tags['Owner']).join(', '),
    usageTerms: spoken('UsageTerms'),
    usageExpires: readDate(text('LicenseEndDate'))?.slice(0, 10),
    place: placeOf(tags),
    takenAt: readDate(text('DateCreated')),
    instructions: text('Instructions'),
    keywords: list(tags['subject']),
    captionWriter: text('CaptionWriter'),
    digitalSourceType: text('DigitalSourceType'),
  };
}
