import { plainText } from '../../story/runs.ts';
import type { Block, ListItem, Run } from '../../story/schema.ts';
import { isBlank } from '../clean.ts';
import { inline } from './inline.ts';

const isBlankText = (runs: readonly Run[]): boolean => isBlank(plainText(runs));

/** Lines after the first moved to the right, so that they belong to the item before them. */
const hanging = (text: string, by: number): string => text.replace(/\n(?!\n)/g, `\n${' '.repeat(by)}`);

function listMarkdown(isOrdered: boolean, items: readonly ListItem[]): string {
  const written = items.flatMap((item) => {
    const sub = item.sub ? listMarkdown(item.sub.ordered, item.sub.items) : '';
    const own = isBlankText(item.text) ? '' : inline(item.text);
    return own === '' && sub === '' ? [] : [[own, sub].filter(Boolean).join('\n')];
  });
  return written
    .map((item, index) => {
      const mark = isOrdered ? `${index + 1}. ` : '- ';
      return mark + hanging(item, mark.length);
    })
    .join('\n');
}

const quoted = (text: string): string => `> ${text.replace(/\n/g, '\n> ')}`;

/**
 * A block as Markdown, without a line end after it; empty where it says nothing. `html` writes what CommonMark has no
 * form for, as the story's page has it.
 */
export function blockMarkdown(block: Block, html: (block: Block) => string): string {
  // CommonMark cannot say in what language a block is; its HTML can.
  if ('language' in block && block.language !== undefined) return html(block);
  switch (block.type) {
    case 'paragraph':
      return isBlankText(block.text) ? '' : inline(block.text);
    case 'heading':
      return isBlankText(block.text)
        ? ''
        : `${'#'.repeat(block.level)} ${inline(block.text, '<br>').replace(/#$/, '\\#')}`;
    case 'list':
      return listMarkdown(block.ordered, block.items);
    case 'quote':
      if (!isBlankText(block.attribution)) return html(block);
      return isBlankText(block.text) ? '' : quoted(inline(block.text));
    case 'divider':
      return '---';
    case 'pull-quote':
    case 'figure':
    case 'fact-box':
    case 'table':
    case 'embed':
    case 'unknown':
      return html(block);
  }
}
