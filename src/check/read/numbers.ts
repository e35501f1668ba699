/** A number as printed, with what it is worth. */
export interface Printed {
  text: string;
  value: number;
  /** How much a rounding to its last digit may hide. */
  slack: number;
  from: number;
  to: number;
}

const SCALES: Record<string, number> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
};
const SCALE =
  '(?:nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|triệu tỷ|nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion|trillion|bn)';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_/.,-])(?<digits>\\d[\\d.,]*\\d|\\d)(?![\\p{L}\\p{N}_/]|[-–]\\d|[.,]\\d)(?:[ -](?<scale>${SCALE})(?![\\p{L}]))?`,
  'giu',
);

/** What the digits say: Vietnamese parts thousands with points, English with commas. */
function readDigits(digits: string, isVietnamese: boolean): { value: number; slack: number } | null {
  const [thousands, decimal] = isVietnamese ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^\\d+(?:\\${decimal}\\d+)?$`);
  if (!grouped.test(digits) && !plain.test(digits)) return null;
  const [whole = '', part = ''] = digits.replaceAll(thousands, '').split(decimal);
  return { value: Number(`${whole}.${part || '0'}`), slack: 10 ** -part.length };
}

/**
 * The numbers of a text in digits; not dates (12/6), scores and ranges (2-1), or names with digits in them (G7, A380).
 *
 * @param language the story's, BCP 47: it says which sign parts thousands
 */
export function numbersIn(text: string, language: string): Printed[] {
  if (!/\d/.test(text)) return [];
  const isVietnamese = /^vi\b/i.test(language);
  return [...text.matchAll(NUMBER)].flatMap(({ 0: printed, index, groups }): Printed[] => {
    const read = readDigits(groups?.digits ?? '', isVietnamese);
    if (!read) return [];
    const scale = (groups?.scale ?? '')
      .toLowerCase()
      .split(' ')
      .reduce((all, word) => all * (SCALES[word] ?? 1), 1);
    const to = index + printed.length;
    return [{ text: printed, value: read.value * scale, slack: read.slack * scale, from: index, to }];
  });
}

const EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VI = 'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ');

/** A whole number below a hundred as it is written out, in either language, folded to lower case. */
export function spelledOut(value: number): string[] {
  if (!Number.isInteger(value) || value < 0 || value >= 100) return [];
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const words = [value <= 20 ? EN[value] : undefined, VI[value]];
  if (tens >= 2) {
    const ten = EN_TENS[tens - 2] ?? '';
    words.push(ones === 0 ? ten : `${ten}-${EN[ones] ?? ''}`);
  }
  if (tens >= 1) {
    const last = ones === 0 ? '' : ones === 5 ? ' lăm' : ones === 1 && tens > 1 ? ' mốt' : ` ${VI[ones] ?? ''}`;
    words.push(`${tens === 1 ? 'mười' : `${VI[tens] ?? ''} mươi`}${last}`);
  }
  return words.filter((word) => word !== undefined);
}
