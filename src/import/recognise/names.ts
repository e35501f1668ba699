import { fold } from '../../base/text.ts';

/** What an office, a paper or a place begins with in Vietnamese. Unfolded: `Bảo Ngọc` is a person, `Báo …` is none. */
const OFFICE_VI =
  /^(?:ban|báo|đài|tổ|nhóm|phòng|sở|trung tâm|thành phố|tp\.?|tỉnh|huyện|xã|công ty|trường|tạp chí|hội|bộ|ủy ban|uỷ ban|bản tin|chương trình|toà soạn|tòa soạn)\s/iu;

/** Words that no person is called by in English. */
const OFFICE_EN =
  /\b(?:news|desk|staff|team|reporters?|agency|press|media|daily|times|post|gazette|herald|ledger|group|council|city|county|state|university|company|department|ministry|office|bureau|network|radio|television|board|associated|the)\b/i;

/** Places that look like names of people, folded. */
const PLACES = new Set(
  (
    'ha noi|hai phong|da nang|hue|can tho|sai gon|ho chi minh|dong nai|binh duong|tien giang|ben tre|vinh long|tra vinh|dong thap|an giang|' +
    'kien giang|hau giang|soc trang|bac lieu|ca mau|long an|tay ninh|binh phuoc|lam dong|khanh hoa|phu yen|binh dinh|quang ngai|quang nam|' +
    'quang tri|quang binh|ha tinh|nghe an|thanh hoa|ninh binh|nam dinh|thai binh|hung yen|hai duong|bac ninh|bac giang|thai nguyen|lao cai|' +
    'yen bai|son la|dien bien|lai chau|cao bang|lang son|ha giang|tuyen quang|phu tho|vinh phuc|hoa binh|gia lai|kon tum|dak lak|dak nong|' +
    'binh thuan|ninh thuan|ba ria|vung tau|viet nam|new york|london|paris|hanoi|washington|united states|united nations|hong kong|los angeles'
  ).split('|'),
);

const WORD = /^\p{Lu}[\p{L}\p{M}'’.]*(?:-\p{Lu}?[\p{L}\p{M}'’.]+)*$/u;
const PARTICLE = /^(?:de|da|di|du|van|von|der|den|bin|al|la|le|el|dos|y)$/;

/** How surely the text is one person's name: 0 where it is none, less than 0.8 for one word, an office or a place. */
function personhood(text: string): number {
  const words = text
    .trim()
    .replace(/,? (?:Jr|Sr)\.?$/, '')
    .split(/\s+/);
  if (words.length > 5 || text.length > 40) return 0;
  if (!words.every((word, index) => WORD.test(word) || (index > 0 && PARTICLE.test(word)))) return 0;
  if (PLACES.has(fold(words.join(' '))) || OFFICE_VI.test(text) || OFFICE_EN.test(text)) return 0.3;
  return words.length === 1 ? 0.5 : 0.9;
}

const BETWEEN = /\s+[-–—|]\s+|,\s+(?:và\s+|and\s+)?|\s+(?:và|and|&)\s+|\s*;\s*/u;

/** How surely the line is made of people's names alone, parted by spaced dashes, commas, `và`, `and` or `&`. */
export function bylinehood(text: string): number {
  if (/[!?:…]$/u.test(text) || /(?<!\b(?:Jr|Sr|\p{Lu}))\.$/u.test(text)) return 0;
  const names = text.split(BETWEEN);
  if (names.length > 6) return 0;
  const sure = names.map(personhood);
  if (sure.includes(0)) return 0;
  const least = Math.min(...sure);
  // Pen names of one word each, parted by a dash, vouch for each other.
  if (names.length > 1 && /\s[-–—]\s/.test(text) && least >= 0.5) return 0.9;
  return least < 0.9 ? least : 0.88;
}
