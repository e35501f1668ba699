import type { EditorThemeClasses } from 'lexical';

/** Class names for Lexical's own nodes; their looks are in editor.css. */
export const theme: EditorThemeClasses = {
  text: {
    bold: 'mark-strong',
    italic: 'mark-emphasis',
    underline: 'mark-underline',
    strikethrough: 'mark-strike',
    underlineStrikethrough: 'mark-underline-strike',
    subscript: 'mark-sub',
    superscript: 'mark-sup',
    code: 'mark-code',
  },
  list: { nested: { listitem: 'nested-item' } },
  hr: 'block-divider',
  table: 'block-table',
  tableScrollableWrapper: 'table-scroll',
  tableCellHeader: 'cell-header',
  tableCellSelected: 'cell-selected',
  tableSelection: 'table-selection',
  blockCursor: 'block-cursor',
};
