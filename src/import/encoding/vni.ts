/** Marks that VNI writes behind a letter, as Latin-1 characters: the bare tones, and circumflex or breve with a tone. */
const TONES: Record<string, string> = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const CIRCUMFLEX: Record<string, string> = { â: '', à: '\u0300', á: '\u0301', å: '\u0309', ã: '\u0303', ä: '\u0323' };
const BREVE: Record<string, string> = { ê: '', è: '\u0300', é: '\u0301', ú: '\u0309', ü: '\u0303', ë: '\u0323' };
/** Letters that are one character in VNI. */
const SINGLE: Record<string, string> = {
  ñ: 'đ',
  Ñ: 'Đ',
  ô: 'ơ',
  Ô: 'Ơ',
  ö: 'ư',
  Ö: 'Ư',
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  î: 'ỵ',
  Î: 'Ỵ',
};

function marked(letter: string, mark: string): string | null {
  const code = mark.toLowerCase();
  const small = letter.toLowerCase();
  if (small === 'a' && code in BREVE) return `${letter}\u0306${BREVE[code] ?? ''}`;
  if (/[aeo]/.test(small) && code in CIRCUMFLEX) return `${letter}\u0302${CIRCUMFLEX[code] ?? ''}`;
  if (/[aeouyôö]/.test(small) && code in TONES) return `${SINGLE[letter] ?? letter}${TONES[code] ?? ''}`;
  return null;
}

/** Text in VNI (the fonts `VNI-Times`), its bytes as Latin-1 characters, as Unicode in NFC. */
export function fromVni(text: string): string {
  return text
    .replace(
      /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ñôöìíæóòî]/gi,
      (all: string, letter?: string, mark?: string) =>
        (letter !== undefined && mark !== undefined ? marked(letter, mark) : SINGLE[all]) ??
        [...all].map((one) => SINGLE[one] ?? one).join(''),
    )
    .normalize('NFC');
}
