const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/g;
const LETTER = /\p{L}/gu;
/** Common Vietnamese words as they are typed without their marks. */
const UNMARKED = /(?:^|\s)(?:cua|va|nguoi|khong|duoc|nhung|trong|ngay|tinh|huyen|cac|voi|tai|nam)(?=\s|[.,])/gi;

/** The language of a text, Vietnamese or English, by its letters; `fallback` where there are hardly any. */
export function languageOfText(text: string, fallback: string): string {
  const sample = text.slice(0, 20_000).normalize('NFC');
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters < 20) return fallback;
  const isVietnamese =
    (sample.match(VIETNAMESE)?.length ?? 0) / letters > 0.04 || (sample.match(UNMARKED)?.length ?? 0) / letters > 0.015;
  if (isVietnamese) return /^vi\b/i.test(fallback) ? fallback : 'vi';
  return /^vi\b/i.test(fallback) ? 'en' : fallback;
}
