import { countGraphemes } from '../../base/text.ts';

/** What stands before the lines of a paragraph, as of a list's item: `- ` and then blanks. */
export interface Indent {
  first: string;
  rest: string;
}

/**
 * Text broken at blanks into lines of at most `columns` characters as readers count them (grapheme clusters). A longer
 * word, such as an address, has a line of its own: broken it would lead nowhere. Line ends in the text stay.
 */
export function wrap(text: string, columns: number, { first, rest }: Indent = { first: '', rest: '' }): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let width = 0;
    for (const word of paragraph.split(' ').filter(Boolean)) {
      const size = countGraphemes(word);
      const indent = lines.length === 0 ? first : rest;
      if (line !== '' && indent.length + width + 1 + size > columns) {
        lines.push(indent + line);
        line = '';
        width = 0;
      }
      width += size + (line === '' ? 0 : 1);
      line += line === '' ? word : ` ${word}`;
    }
    if (line !== '') lines.push((lines.length === 0 ? first : rest) + line);
  }
  return lines.map((line) => `${line}\n`).join('');
}
