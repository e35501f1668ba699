import type { Found } from '../finding.ts';
import { byBlock } from '../read/by-block.ts';
import { blockPieces, fieldPieces, type Piece } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

const START = '(?<![\\p{L}\\p{N}_])';
const END = '(?![\\p{L}\\p{N}_])';

/** What reporters leave for later. */
const MARKS = new RegExp(
  [
    // As editors shout them.
    `${START}(?:TK(?:TK)*|TODO|FIXME)${END}`,
    // xx, xxx; 20xx, xx/6; XX only where it stands for a figure, for XX is also twenty.
    `${START}(?:\\d{1,3})?x{2,}${END}`,
    `${START}X{2,}(?=\\s?(?:%|/\\d|/X|(?:người|tỷ|triệu|đồng|tuổi|hộ|km|people|percent|million|years old)${END}))`,
    `(?<=\\d/)X{2,}${END}`,
    // [check], [cần bổ sung], (bổ sung sau), [???]
    '[[(](?:cần |to )?(?:bổ sung|kiểm tra|xác minh|hỏi lại|điền|check|confirm|verify|fill in|tk|todo)(?:\\s[^\\])]{0,40})?[\\])]',
    '\\?{3,}|_{4,}|…{3,}',
    `${START}lorem ipsum${END}`,
  ].join('|'),
  'gu',
);
const ANY_CASE = /[[(](?:cần |to )?(?:bổ sung|kiểm tra|xác minh|hỏi lại|điền|check|confirm|verify|fill in|tk|todo)/iu;

/** `TK 0123` and `số TK` are bank accounts (tài khoản) in Vietnamese. */
function isAccount(text: string, from: number, to: number): boolean {
  if (text.slice(from, to) !== 'TK') return false;
  const after = text.slice(to, to + 24);
  const before = text.slice(Math.max(0, from - 16), from).toLowerCase();
  return (
    /^\s?(?:số|ngân hàng|cá nhân|nhận|mở)?\s?[:\-–]?\s?\d/iu.test(after) || /(?:số|chủ|qua|vào|mở)\s$/u.test(before)
  );
}

function marksIn(piece: Piece): Found[] {
  // Most texts have none of the letters.
  if (!/TK|TODO|FIXME|xx|XX|\?\?\?|____|………|lorem|[[(]/u.test(piece.text) && !ANY_CASE.test(piece.text)) return [];
  return [...piece.text.matchAll(MARKS)].flatMap(({ 0: text, index }) =>
    isAccount(piece.text, index, index + text.length)
      ? []
      : [{ code: 'placeholder.left', place: piece.at(index, index + text.length), about: { text } }],
  );
}

const inBlock = byBlock((block): Found[] => [
  ...blockPieces(block).flatMap(marksIn),
  ...(block.type === 'figure' ? block.photos : []).flatMap(({ id, alt, credit }): Found[] =>
    Object.entries({ alt, credit }).flatMap(([field, text]) => {
      const [mark] = text.matchAll(MARKS);
      const place = { in: 'photo' as const, block: block.id, photo: id, field: field as 'alt' | 'credit' };
      return mark ? [{ code: 'placeholder.left', place, about: { text: mark[0] } }] : [];
    }),
  ),
]);

/** Something that was to be filled in later. */
const left: Rule = {
  id: 'placeholder.left',
  level: 'error',
  codes: ['placeholder.left'],
  find: ({ story }) => [...fieldPieces(story).flatMap(marksIn), ...story.body.flatMap(inBlock)],
};

export const placeholderRules: readonly Rule[] = [left];
