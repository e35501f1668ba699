import { byBlock } from './by-block.ts';
import { blockPieces, type Piece } from './pieces.ts';

/** A name as printed: two or more words with capitals, or one after a form of address. */
export interface Name {
  text: string;
  words: string[];
  from: number;
  to: number;
  /** Up to 80 characters before it and behind it, within its text. */
  before: string;
  after: string;
  /** The form of address right before it (`ông`, `Mr.`), lower case; empty without. */
  address: string;
  /** Which sentence of its text it stands in. */
  sentence: number;
  piece: Piece;
}

const WORD = "\\p{Lu}[\\p{Ll}\\p{M}]+(?:['’-]\\p{Lu}?[\\p{Ll}\\p{M}]+|\\p{Lu}[\\p{Ll}]+)*";
const INITIAL = '\\p{Lu}\\.';
const SEQUENCE = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])${WORD}(?: (?:(?:de|van|von|der|bin|al|la|le|du|da|dos|del) )?(?:${WORD}|${INITIAL}))*(?![\\p{L}])`,
  'gu',
);

/** Forms of address and kinship by which Vietnamese and English call people. */
const ADDRESS = new Set(
  'ông bà anh chị em cụ cô chú bác cậu mợ dì ngài mr mr. mrs mrs. ms ms. miss dr dr. sir'.split(' '),
);
/** Words that have a capital because a sentence, or a title, begins with them. */
const OPENERS = new Set(
  (
    'the a an in on at when after before but and or he she they it his her their this that these those if as by for from with while then not no our we i you to of what who where why how yesterday today tomorrow last next once since until under over near about also even only just both each some many most one two three first second monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december so yet still there here now later meanwhile however asked said according photo ' +
    'theo tại ở khi sau trước trong ngoài ngày sáng trưa chiều tối đêm hiện còn nhưng và các những một hai ba đây đó với cùng để do vì nếu từ đến trên dưới đoàn đại phó chủ giám bí trưởng ban sở công tỉnh huyện xã phường thành thị quận trường bệnh viện đội hội kết đồng cả mỗi nhiều tuy ngay được bị là có không riêng đặc cũng vừa mới năm tháng thứ gia nhân người nhà bên ảnh dự lãnh đạo thông tin phát biểu trao như song mặc dù nhờ thêm'
  ).split(' '),
);

/** English puts an office before the name, with a capital: it is no part of the name. */
const OFFICES = new Set(
  'deputy vice assistant acting mayor president governor minister director chairman chairwoman chair secretary principal commissioner superintendent manager chief senator judge captain sergeant officer professor'.split(
    ' ',
  ),
);

const lower = (text: string): string => text.toLowerCase();
/** `Penhallow’s` is Penhallow. */
const bare = (text: string): string => text.replace(/['’]s$/u, '');

function sentenceOf(text: string, at: number): number {
  return (text.slice(0, at).match(/[.!?…]["”’)]?\s/gu) ?? []).length;
}

function namesOf(piece: Piece): Name[] {
  const names: Name[] = [];
  for (const { 0: sequence, index } of piece.text.matchAll(SEQUENCE)) {
    let words = bare(sequence).split(' ');
    let from = index;
    let address = '';
    const drop = (): void => {
      from += (words[0]?.length ?? 0) + 1;
      words = words.slice(1);
    };
    const startsSentence = /(?:^|[.!?…:;“"(]\s?)$/u.test(piece.text.slice(0, index).trimEnd());
    while (words.length > 0) {
      const first = lower(words[0] ?? '');
      if (ADDRESS.has(first)) address = first;
      else if (OFFICES.has(first) && words.length > 2) address = '';
      else if (!(startsSentence && from === index && OPENERS.has(first) && words.length > 1)) break;
      drop();
    }
    const before = piece.text.slice(Math.max(0, from - 80), from);
    const said = /(?:^|[^\p{L}])(?<word>[\p{L}]+\.?)\s$/u.exec(before)?.groups?.word ?? '';
    if (address === '' && ADDRESS.has(lower(said))) address = lower(said);
    if (words.length === 0 || (words.length === 1 && address === '')) continue;
    const text = words.join(' ');
    const to = from + text.length;
    const after = piece.text.slice(to, to + 80);
    names.push({ text, words, from, to, before, after, address, sentence: sentenceOf(piece.text, from), piece });
  }
  return names;
}

/** The names in a block, read once for each state of it. */
export const blockNames = byBlock((block): Name[] => blockPieces(block).flatMap(namesOf));

/** The names in a text that belongs to no block. */
export const pieceNames = namesOf;
