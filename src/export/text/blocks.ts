import { plainText } from '../../story/runs.ts';
import type { Block, BlockOf, ListItem, Photo, Run } from '../../story/schema.ts';
import { cleanText, isBlank } from '../clean.ts';
import { creditToPrint } from '../credit.ts';
import type { ExportWords } from '../words.ts';
import { wrap, type Indent } from './wrap.ts';

/** What a line of this file may be. */
export interface Sheet {
  columns: number;
  words: ExportWords;
}

/** Text without what would turn the direction of the lines after it. */
export const plain = (text: string): string => cleanText(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
const said = (runs: readonly Run[]): string => plain(plainText(runs));
const indented = (by: string): Indent => ({ first: by, rest: by });

function listText({ columns }: Sheet, isOrdered: boolean, items: readonly ListItem[], indent: string): string {
  let number = 0;
  return items
    .map((item) => {
      const mark = isOrdered ? `${(number += 1)}. ` : '- ';
      const rest = indent + ' '.repeat(mark.length);
      const own = wrap(said(item.text), columns, { first: indent + mark, rest });
      const sub = item.sub ? listText({ columns } as Sheet, item.sub.ordered, item.sub.items, rest) : '';
      return own === '' && sub === '' ? '' : (own || `${indent}${mark.trimEnd()}\n`) + sub;
    })
    .join('');
}

function quoteText({ columns }: Sheet, { text, attribution }: BlockOf<'quote'> | BlockOf<'pull-quote'>): string {
  const who = said(attribution);
  const speaker = isBlank(who) ? '' : wrap(who, columns, { first: '    -- ', rest: '       ' });
  return wrap(said(text), columns, indented('    ')) + speaker;
}

/** `[Boats at the quay. Photo: Ann Roe]`: caption and credit, or what the picture shows where it has no caption. */
function photoText({ columns, words }: Sheet, photo: Photo): string {
  const caption = said(photo.caption).trim();
  const credit = creditToPrint(photo);
  const shown = [caption || plain(photo.alt).trim(), credit === '' ? '' : `${words.credit}${plain(credit)}`];
  const text = shown.filter(Boolean).join(' ');
  return wrap(`[${text || words.photo}]`, columns, { first: '', rest: ' ' });
}

const partText = (sheet: Sheet, part: BlockOf<'fact-box'>['blocks'][number]): string =>
  part.type === 'list'
    ? listText(sheet, part.ordered, part.items, '  ')
    : wrap(said(part.text), sheet.columns, indented('  '));

/** A block as lines of plain text; empty where it says nothing. */
export function blockLines(block: Block, sheet: Sheet): string {
  const { columns } = sheet;
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wrap(said(block.text), columns);
    case 'list':
      return listText(sheet, block.ordered, block.items, '');
    case 'quote':
    case 'pull-quote':
      return quoteText(sheet, block);
    case 'figure':
      return block.photos.map((photo) => photoText(sheet, photo)).join('\n');
    case 'fact-box':
      return [
        wrap(said(block.title), columns, indented('  ')),
        ...block.blocks.map((part) => partText(sheet, part)),
      ].join('');
    case 'table':
      return block.rows
        .map(({ cells }) =>
          wrap(cells.map(({ text }) => said(text).replace(/\n/g, ' ')).join(' | '), columns, { first: '', rest: '  ' }),
        )
        .join('');
    case 'divider':
      return '* * *\n';
    case 'embed':
      return [block.title, block.description, block.url].map((text) => wrap(plain(text), columns)).join('');
    case 'unknown':
      return wrap(plain(block.fallback), columns);
  }
}
