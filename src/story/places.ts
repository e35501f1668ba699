import { fold } from '../base/text.ts';

/** A place as datelines print it, with its time zone's name in the IANA database (`Asia/Ho_Chi_Minh`). */
export interface Place {
  name: string;
  zone: string;
}

const VIETNAM = 'Asia/Ho_Chi_Minh';

/** Places that write often and whose time zone bears another city's name, folded. */
const KNOWN: Readonly<Record<string, string>> = {
  [VIETNAM]:
    'viet nam|vietnam|ha noi|hanoi|ho chi minh|ho chi minh city|sai gon|saigon|hai phong|da nang|danang|hue|can tho|' +
    'an giang|ba ria|vung tau|ba ria - vung tau|bac giang|bac kan|bac lieu|bac ninh|ben tre|binh dinh|binh duong|' +
    'binh phuoc|binh thuan|ca mau|cao bang|dak lak|dak nong|dien bien|dong nai|dong thap|gia lai|ha giang|ha nam|' +
    'ha tinh|hai duong|hau giang|hoa binh|hung yen|khanh hoa|kien giang|kon tum|lai chau|lam dong|lang son|lao cai|' +
    'long an|nam dinh|nghe an|ninh binh|ninh thuan|phu tho|phu yen|quang binh|quang nam|quang ngai|quang ninh|' +
    'quang tri|soc trang|son la|tay ninh|thai binh|thai nguyen|thanh hoa|thua thien hue|tien giang|tra vinh|' +
    'tuyen quang|vinh long|vinh phuc|yen bai|da lat|nha trang|my tho|buon ma thuot|quy nhon|vinh|phu quoc',
  'America/New_York': 'washington|washington, d.c.|boston|philadelphia|atlanta|miami|baltimore|pittsburgh|cleveland',
  'America/Chicago': 'houston|dallas|new orleans|st. louis|minneapolis|milwaukee|san antonio',
  'America/Los_Angeles': 'san francisco|seattle|las vegas|san diego',
  'America/Denver': 'salt lake city',
  'America/Toronto': 'montreal|ottawa|quebec city',
  'America/Sao_Paulo': 'rio de janeiro',
  'Asia/Shanghai': 'beijing|bac kinh|guangzhou|shenzhen',
  'Asia/Tokyo': 'hiroshima|osaka|kyoto',
  'Asia/Kolkata': 'new delhi|delhi|mumbai',
  'Asia/Karachi': 'islamabad',
  'Asia/Jerusalem': 'gaza city|tel aviv',
  'Australia/Sydney': 'canberra',
  'Europe/Berlin': 'frankfurt|munich|hamburg',
  'Europe/London': 'edinburgh|glasgow|belfast',
  'Europe/Paris': 'marseille|strasbourg',
  'Europe/Rome': 'milan|vatican city',
  'Europe/Zurich': 'geneva',
  'Europe/Madrid': 'barcelona',
  'Europe/Moscow': 'st. petersburg|mat-xco-va',
};

const ORDINARY_PREFIX = /^(?:tp\.?|thanh pho|tinh|thu do|thi xa|huyen)\s?(?=\S)/;

/** Names that the database has given up and that ICU still answers with. */
const RENAMED: Readonly<Record<string, string>> = {
  'Asia/Saigon': VIETNAM,
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'Africa/Asmera': 'Africa/Asmara',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The time zones there are, by their names in the IANA database. */
export const timeZones = (): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone), 'UTC'])].sort();

let byName: Map<string, string> | null = null;

/** Names of places, folded, with their zones: the cities that the zones are named after, and those above. */
function known(): Map<string, string> {
  if (byName) return byName;
  const cities = timeZones().map((zone): [string, string] => [cityOf(zone).toLowerCase(), zone]);
  const others = Object.entries(KNOWN).flatMap(([zone, names]) =>
    names.split('|').map((name) => [name, zone] as const),
  );
  return (byName = new Map([...cities, ...others]));
}

/** Whether the time zone database that comes with the program has a zone of this name. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The city that a zone is named after: `Ho Chi Minh`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/**
 * The time zone of a place as it is printed (`HÀ NỘI`, `Washington`, `TP Hồ Chí Minh`); null for one that is not known.
 * The newsroom's own places go before the others. Accents and case don't count.
 */
export function zoneOfPlace(name: string, places: readonly Place[] = []): string | null {
  const folded = fold(name.replace(/\s+/g, ' ').trim());
  if (folded === '') return null;
  const own = places.find((place) => fold(place.name.trim()) === folded);
  if (own && isTimeZone(own.zone)) return own.zone;
  return known().get(folded) ?? known().get(folded.replace(ORDINARY_PREFIX, '')) ?? null;
}
