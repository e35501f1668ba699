import { countWords, fold } from '../../base/text.ts';
import { plainText } from '../../story/runs.ts';
import type { Block, Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Found } from '../finding.ts';
import { blockPieces } from '../read/pieces.ts';
import { byBlock } from '../read/by-block.ts';
import type { Rule } from '../rule.ts';

/** Fewer words in quotation marks are a title, a nickname or a word held at arm's length. */
const SHORTEST = 8;
const QUOTED = /“[^“”]{20,}”|«[^«»]{20,}»|(?<![\p{L}\p{N}])"[^"]{20,}"/gu;

/** Folded. Whoever speaks, does one of these, or is named by them. */
const SPEAKING =
  /\b(?:noi|cho biet|chia se|khang dinh|nhan manh|cho hay|ke|bay to|nhan dinh|danh gia|yeu cau|phat bieu|tra loi|theo|cho rang|tam su|boc bach|than|hoi|giai thich|thong tin|luu y|ket luan|de nghi|nhan xet|canh bao|tuyen bo|viet|nhac lai|nho lai|bao|dap|thot|tinh|trich|loi|quy dinh|neu ro|says?|said|saying|told|tells?|asks?|asked|adds?|added|according|writes?|wrote|reads?|explain(?:s|ed)?|recall(?:s|ed)?|note[sd]?|insist(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|announce[sd]?|call(?:s|ed|ing)?|repl(?:y|ies|ied)|state[sd]?|continue[sd]?|remember(?:s|ed)?|conclude[sd]?|shout(?:s|ed)?|joke[sd]?|think(?:s)?|thought|describe[sd]?|quote[sd]?|words|statement|put it)\b/;

/** The paragraph's words outside of its quotation marks. */
const outside = byBlock((block) => fold(blockText(block).replace(QUOTED, ' ')));
const speaks = (block: Block | undefined): boolean => block !== undefined && SPEAKING.test(outside(block));

const longQuotes = byBlock((block) =>
  block.type !== 'paragraph'
    ? []
    : blockPieces(block).flatMap((piece) =>
        [...piece.text.matchAll(QUOTED)].flatMap(({ 0: text, index }) =>
          countWords(text) < SHORTEST ? [] : [{ text, place: piece.at(index, index + text.length) }],
        ),
      ),
);

const excerpt = (text: string): string => {
  const bare = text.replace(/^[“«"]|[”»"]$/gu, '');
  return bare.length <= 40 ? bare : `${bare.slice(0, bare.lastIndexOf(' ', 40)).trimEnd()}…`;
};

function ofParagraph(block: Block, before: Block | undefined, after: Block | undefined): Found[] {
  const quotes = longQuotes(block);
  if (quotes.length === 0 || [block, before, after].some(speaks)) return [];
  // A name and a colon before the words, or a dash and a name behind them, say who speaks too.
  if (/:\s*$|[—–-]\s*\p{Lu}/mu.test(blockText(block).replace(QUOTED, '\n'))) return [];
  return quotes.map(({ text, place }) => ({ code: 'quote.speaker', place, about: { text: excerpt(text) } }));
}

function ofQuoteBlock(block: Block, story: Story, before: Block | undefined, after: Block | undefined): Found[] {
  if (block.type !== 'quote' && block.type !== 'pull-quote') return [];
  const text = plainText(block.text).trim();
  if (text === '' || plainText(block.attribution).trim() !== '') return [];
  // A pull quote repeats the story's own words, where they have their speaker.
  const isRepeated = (other: Block): boolean => other !== block && fold(blockText(other)).includes(bareOf(text));
  if (block.type === 'pull-quote' && story.body.some(isRepeated)) return [];
  if (speaks(before) || speaks(after)) return [];
  const [piece] = blockPieces(block);
  return piece ? [{ code: 'quote.speaker', place: piece.at(), about: { text: excerpt(text) } }] : [];
}
const bareOf = (text: string): string => fold(text).replace(/^[“"«\s]+|[”"».,\s]+$/gu, '');

/** Somebody's words with nobody who says them, in this paragraph or beside it. */
const speaker: Rule = {
  id: 'quote.speaker',
  level: 'warning',
  codes: ['quote.speaker'],
  find: ({ story }) =>
    story.body.flatMap((block, index) => {
      const [before, after] = [story.body[index - 1], story.body[index + 1]];
      return [...ofParagraph(block, before, after), ...ofQuoteBlock(block, story, before, after)];
    }),
};

export const quoteRules: readonly Rule[] = [speaker];
