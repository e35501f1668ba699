/**
 * TCVN 5712:1993 in its third form (TCVN3, the fonts `.VnTime`): each Vietnamese small letter is one byte, here as the
 * Latin-1 character of that byte. Capitals with tones had fonts of their own (`.VnTimeH`) and look like small letters here.
 */
const CODED = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const MEANT = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';

const meaning = new Map([...CODED].map((code, index) => [code, [...MEANT][index] ?? code]));

/** Text in TCVN3 as Unicode, in NFC. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (code) => meaning.get(code) ?? code).normalize('NFC');
}
