import type { Block, BlockOf, Story } from '../../story/schema.ts';
import { plainText } from '../../story/runs.ts';
import type { Found } from '../finding.ts';
import { byBlock } from '../read/by-block.ts';
import { numbersIn, type Printed } from '../read/numbers.ts';
import { blockPieces, type Piece } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

/** A total that is stated first, with its parts after a word that says these are all: `a total of 9: 4 and 5`. */
const TOTAL_FIRST =
  /(?<![\p{L}])(?:tổng cộng(?: có| là)?|tổng số|tổng(?: là)?|cả thảy(?: có)?|(?:a |the )?total of|totall?ing|in total,?)\s[^.;:!?“”()]{0,24}?(?<total>\$?\d[\d.,]*\d|\$?\d)(?<unit>[^.;:!?\d“”()]{0,32}?)(?:,?\s(?:bao gồm|gồm(?: có)?|chia thành|made up of|consisting of|comprising)\s|:\s|\s\((?:gồm\s)?)(?<parts>[^.;:!?“”()]{3,160})/giu;
/** Parts first: `4 men and 5 women, a total of 9`. */
const TOTAL_LAST =
  /(?<parts>\d[^.;:!?“”()]{2,120}?),?\s(?:tổng cộng(?: là| có)?|cả thảy(?: là| có)?|(?:for |making |or )?(?:a |the )?total of|making)\s(?<total>\$?\d[\d.,]*\d|\$?\d)(?![\d/])(?<unit>[^.,;:!?\d“”()]{0,24})/giu;

/** Words that make a part something else than a part. */
const NO_PART =
  /(?:mỗi|từng|trong đó|tăng|giảm|trung bình|bình quân|so với|tuổi|lần|năm|tháng|ngày|giờ|per|each|every|average|up from|down from|compared|aged?|including|years?|days?|hours?|percent|%)/iu;
/** Measures: five kilos and two litres are no seven. */
const MEASURE =
  /^\s?(?:kg|g|tấn|tạ|lít|ml|km|m|m²|m2|ha|hecta|cm|mm|°C|độ|kilos?|kilograms?|litres?|liters?|tons?|miles?|feet|acres?|pounds?)(?![\p{L}])/iu;
const JOINED = /(?:,|\svà|\sand|\+|\scùng)\s[^\d]{0,24}$/iu;

function addsUp(total: Printed, parts: readonly Printed[]): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  // Each part may have been rounded by half of its last digit.
  const slack = [total, ...parts].reduce(
    (all, { slack: own, value }) => all + (Number.isInteger(value) && own === 1 ? 0 : own / 2),
    0,
  );
  return Math.abs(sum - total.value) <= slack + 1e-6;
}

function ofMatch(piece: Piece, match: RegExpExecArray | RegExpMatchArray, language: string): Found[] {
  const { parts: text = '', total: printed = '', unit = '' } = match.groups ?? {};
  const [total] = numbersIn(`${printed.replace(/^\$/, '')}${unit}`, language);
  if (!total || NO_PART.test(text) || NO_PART.test(unit)) return [];
  const parts = numbersIn(text.replaceAll('$', ' '), language);
  if (parts.length < 2 || parts.length > 8) return [];
  const isList = parts.slice(1).every(({ from }) => JOINED.test(text.slice(0, from)));
  const hasMeasure = parts.some(({ to }) => MEASURE.test(text.slice(to)));
  // A total in thousands and parts without: the scale is said once for all of them.
  const isScaled = parts.some(({ text: part }) => /\p{L}/u.test(part)) !== /\p{L}/u.test(total.text);
  if (!isList || isScaled || (hasMeasure && !MEASURE.test(unit)) || addsUp(total, parts)) return [];
  const from = match.index ?? 0;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return [
    {
      code: 'sum.wrong',
      place: piece.at(from, from + match[0].length),
      about: { total: total.text.trim(), sum: new Intl.NumberFormat(language).format(sum) },
    },
  ];
}

const TOTAL_ROW = /^(?:tổng(?: cộng| số)?|cộng|total|sum|in all|grand total)\s*:?$/iu;

/** The columns of a table whose last row calls itself their total. */
function ofTable(block: BlockOf<'table'>, language: string): Found[] {
  const rows = block.rows.map(({ cells }) => cells);
  const last = rows.at(-1);
  if (!last || rows.length < 3 || !TOTAL_ROW.test(plainText(last[0]?.text ?? []).trim())) return [];
  if (rows.some((cells) => cells.length !== last.length || cells.some((cell) => cell.colspan || cell.rowspan)))
    return [];
  const isHead = (cells: (typeof rows)[number]): boolean => cells.every((cell) => cell.header);
  const summands = rows.slice(0, -1).filter((cells) => !isHead(cells));
  const pieces = blockPieces(block);
  const firstOfLast = pieces.length - last.length;
  const only = (text: string): Printed | null => {
    const [number, ...others] = numbersIn(text.replace(/[%$€₫]|\s?(?:đồng|đ)$/g, '').trim(), language);
    return number &&
      others.length === 0 &&
      number.from === 0 &&
      number.to === text.replace(/[%$€₫]|\s?(?:đồng|đ)$/g, '').trim().length
      ? number
      : null;
  };
  return last.slice(1).flatMap((cell, column): Found[] => {
    const total = only(plainText(cell.text));
    const parts = summands.map((cells) => only(plainText(cells[column + 1]?.text ?? [])));
    if (!total || parts.length < 2 || parts.some((part) => part === null)) return [];
    const known = parts.filter((part) => part !== null);
    const piece = pieces[firstOfLast + column + 1];
    if (!piece || addsUp(total, known)) return [];
    const sum = known.reduce((all, { value }) => all + value, 0);
    const about = { total: total.text, sum: new Intl.NumberFormat(language).format(sum) };
    return [{ code: 'sum.wrong', place: piece.at(), about }];
  });
}

function ofBlock(block: Block, language: string): Found[] {
  if (block.type === 'table') return ofTable(block, language);
  return blockPieces(block).flatMap((piece) => {
    if (!/(?:tổng|cả thảy|total|making)/iu.test(piece.text)) return [];
    const first = [...piece.text.matchAll(TOTAL_FIRST)].flatMap((match) => ofMatch(piece, match, language));
    return first.length > 0
      ? first
      : [...piece.text.matchAll(TOTAL_LAST)].flatMap((match) => ofMatch(piece, match, language));
  });
}

const VIETNAMESE = byBlock((block) => ofBlock(block, 'vi'));
const ENGLISH = byBlock((block) => ofBlock(block, 'en'));

/** Figures that do not come to the sum that the text, or the last row of a table, says they do. */
const sum: Rule = {
  id: 'sum.wrong',
  level: 'warning',
  codes: ['sum.wrong'],
  find: ({ story }: { story: Story }) => story.body.flatMap(/^vi\b/i.test(story.language) ? VIETNAMESE : ENGLISH),
};

export const sumRules: readonly Rule[] = [sum];
