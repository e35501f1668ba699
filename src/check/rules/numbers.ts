import type { Block } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Found } from '../finding.ts';
import { byBlock } from '../read/by-block.ts';
import { numbersIn, spelledOut, type Printed } from '../read/numbers.ts';
import { fieldPieces } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

const ROUNDED =
  /(?:hơn|gần|khoảng|trên|dưới|ngót|xấp xỉ|about|around|nearly|almost|over|under|more than|less than|fewer than|at least|up to|some|tới|đến|cả)\s\$?$/iu;
/** Words round a number that make a name, an address or a year of it. */
const NAMED_BEFORE =
  /(?:số|no\.?|route|highway|room|chapter|part|season|year|năm|tháng|ngày|quý|khóa|khoá|lần thứ|thứ|quốc lộ|đường|kỳ|quận|phường|tổ|khu phố|covid|world cup|euro|olympic|sea games|asean|cop|vòng|kênh|channel|class of|top)[\s-]$/iu;

const isYear = ({ text, value }: Printed): boolean => /^\d{4}$/.test(text) && value >= 1900 && value <= 2100;

const VIETNAMESE = byBlock((block) => numbersIn(blockText(block), 'vi'));
const ENGLISH = byBlock((block) => numbersIn(blockText(block), 'en'));
const lowered = byBlock((block) => blockText(block).toLowerCase());

/** `10 things to know`: the story's own parts are counted. */
function countsParts(value: number, body: readonly Block[]): boolean {
  const counts = [
    body.filter(({ type }) => type === 'heading').length,
    ...body.map((block) => (block.type === 'list' ? block.items.length : 0)),
    body.reduce((sum, block) => sum + (block.type === 'figure' ? block.photos.length : 0), 0),
  ];
  return counts.includes(value);
}

function isIn(wanted: Printed, body: readonly Block[], language: string, isRounded: boolean): boolean {
  const slack = isRounded ? Math.max(wanted.value * 0.15, wanted.slack) : wanted.slack * 0.51;
  const read = /^vi\b/i.test(language) ? VIETNAMESE : ENGLISH;
  const isNear = ({ value, slack: own }: Printed): boolean =>
    Math.abs(value - wanted.value) <= (isRounded ? slack : Math.max(slack, own < wanted.slack ? slack : 0)) + 1e-9 ||
    value === wanted.value;
  if (body.some((block) => read(block).some(isNear))) return true;
  // The same digits in another company (a date, a score, a unit written to them) are the same number to a reader.
  const digits = new RegExp(
    `(?<![\\d.,])${wanted.text.split(/[ -]\p{L}/u)[0]?.replace(/[.]/g, '\\.') ?? ''}(?![\\d]|[.,]\\d)`,
    'u',
  );
  const words = spelledOut(wanted.value);
  return body.some((block) => digits.test(lowered(block)) || words.some((word) => lowered(block).includes(word)));
}

/** A figure that the headline promises and the body never gives. */
const headline: Rule = {
  id: 'headline.number',
  level: 'warning',
  codes: ['headline.number'],
  find: ({ story }) => {
    const { headline: text, body, language } = story;
    if (!/\d/.test(text) || body.every((block) => lowered(block).trim() === '')) return [];
    const piece = fieldPieces(story).find((field) => field.text === text && field.at().in === 'field');
    const place = (number: Printed): Found['place'] => ({
      in: 'field',
      field: 'headline',
      from: number.from,
      to: number.to,
    });
    if (!piece) return [];
    return numbersIn(text, language).flatMap((number): Found[] => {
      const before = text.slice(0, number.from);
      if (isYear(number) || NAMED_BEFORE.test(before) || countsParts(number.value, body)) return [];
      if (isIn(number, body, language, ROUNDED.test(before))) return [];
      return [{ code: 'headline.number', place: place(number), about: { text: number.text } }];
    });
  },
};

export const numberRules: readonly Rule[] = [headline];
