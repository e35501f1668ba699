import { fold } from '../../base/text.ts';

/** A place as the IPTC Photo Metadata Standard divides it; a part that is not known is empty. */
export interface PlaceParts {
  /** Sublocation: village, street, bridge (Iptc4xmpCore:Location, IIM 2:92). */
  sublocation: string;
  /** City (photoshop:City, IIM 2:90). */
  city: string;
  /** Province or State (photoshop:State, IIM 2:95). */
  state: string;
  /** Country (photoshop:Country, IIM 2:101). */
  country: string;
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The countries' names in English and Vietnamese, folded; made when a place is first written. */
let known: Set<string> | null = null;
function isCountry(part: string): boolean {
  if (!known) {
    const names = ['en', 'vi'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
    const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
    const found = codes.flatMap((code) => names.map((name) => name.of(code)).filter((name) => name !== undefined));
    known = new Set([...found.map(fold), 'viet nam', 'lao', 'usa', 'uk', 'my', 'anh', 'phap', 'duc', 'nga']);
  }
  return known.has(fold(part));
}

const isProvince = (part: string): boolean => /^(?:tinh|province of|state of)\s|\s(?:province|state)$/.test(fold(part));

/**
 * A place in one line, smallest first with commas between ("cầu Bến Thủy, Vinh, Nghệ An, Việt Nam"), in its parts: a
 * country's name at the end, before it the province and before that the city; whatever comes first is the sublocation.
 * One name alone is a city, unless it says that it is a province or is a country. Joined again the parts are the line.
 */
export function placeParts(place: string): PlaceParts {
  const parts = place
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const country = parts.length > 0 && isCountry(parts.at(-1) ?? '') ? (parts.pop() ?? '') : '';
  const isState = parts.length > 1 || isProvince(parts[0] ?? '');
  const state = isState ? (parts.pop() ?? '') : '';
  const city = parts.pop() ?? '';
  return { sublocation: parts.join(', '), city, state, country };
}
