import { HeadingLevel, Paragraph, type FileChild } from 'docx';
import { plainText } from '../../story/runs.ts';
import type { Block, BlockOf, Run } from '../../story/schema.ts';
import { cleanLine, isBlank } from '../clean.ts';
import { linkAddress } from '../page/runs.ts';
import type { DocumentContext } from './context.ts';
import { listParagraphs } from './lists.ts';
import { photoParagraphs } from './photos.ts';
import { markOf } from './paragraph-mark.ts';
import { withMarkedWords } from './review.ts';
import { words } from './runs.ts';
import { STYLE } from './styles.ts';
import { tableOf } from './tables.ts';

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

function quote(block: BlockOf<'quote'> | BlockOf<'pull-quote'>, line: LineWriter): Paragraph[] {
  const style = block.type === 'quote' ? 'Quote' : 'IntenseQuote';
  const { language } = block;
  return [...line(block.text, style, language), ...line(block.attribution, STYLE.attribution, language)];
}

/** A link card: its title as a link, what it says, and where it leads. */
function card({ url, title, description }: BlockOf<'embed'>, line: LineWriter): Paragraph[] {
  const href = linkAddress(url);
  const name = isBlank(title) ? url : title;
  return [
    ...line(name === '' ? [] : [{ text: cleanLine(name) || ' ', ...(href === null ? {} : { href }) }], STYLE.card),
    ...line(description === '' ? [] : [{ text: description }], STYLE.card),
  ];
}

/** One paragraph of a style; none where there is nothing to read. */
type LineWriter = (runs: readonly Run[], style?: string, language?: string) => Paragraph[];

/** A block as what stands in a Word document. */
export function blockParagraphs(given: Block, context: DocumentContext): FileChild[] {
  const block = context.review ? withMarkedWords(given) : given;
  const bidirectional = context.isRightToLeft;
  const mark = markOf(block.suggested, context);
  const line: LineWriter = (runs, style, language) =>
    isBlank(plainText(runs))
      ? []
      : [
          new Paragraph({
            ...(style === undefined ? {} : { style }),
            ...mark,
            bidirectional,
            children: words(runs, context, language),
          }),
        ];
  switch (block.type) {
    case 'paragraph':
      return line(block.text, undefined, block.language);
    case 'heading':
      return isBlank(plainText(block.text))
        ? []
        : [
            new Paragraph({
              heading: HEADINGS[block.level],
              ...mark,
              bidirectional,
              children: words(block.text, context, block.language),
            }),
          ];
    case 'list':
      return listParagraphs(block, context);
    case 'quote':
    case 'pull-quote':
      return quote(block, line);
    case 'figure':
      return block.photos.flatMap((photo) => photoParagraphs(photo, context));
    case 'fact-box':
      return [
        ...line(block.title, STYLE.boxTitle),
        ...block.blocks.flatMap((part) =>
          part.type === 'list' ? listParagraphs(part, context) : line(part.text, STYLE.box, part.language),
        ),
      ];
    case 'table':
      // Two tables without a paragraph between them are one to Word.
      return [tableOf(block, context), new Paragraph({ spacing: { after: 0 } })];
    case 'divider':
      return [new Paragraph({ thematicBreak: true })];
    case 'embed':
      return card(block, line);
    case 'unknown':
      return line(block.fallback === '' ? [] : [{ text: block.fallback }]);
  }
}
