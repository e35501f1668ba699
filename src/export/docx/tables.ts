import { Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { BlockOf } from '../../story/schema.ts';
import type { DocumentContext } from './context.ts';
import { words } from './runs.ts';

/** A table over the text's width; rows of head cells at the top are repeated on each page. */
export function tableOf({ rows }: BlockOf<'table'>, context: DocumentContext): Table {
  const { isRightToLeft } = context;
  const body = rows.findIndex(({ cells }) => !cells.every(({ header }) => header));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: isRightToLeft,
    rows: rows.map(
      ({ cells }, index) =>
        new TableRow({
          tableHeader: index < body,
          cantSplit: true,
          children: cells.map(
            ({ text, header, colspan, rowspan }) =>
              new TableCell({
                ...(colspan === undefined ? {} : { columnSpan: colspan }),
                // A cell that reaches below the last row is one that Word calls damaged.
                ...(rowspan === undefined ? {} : { rowSpan: Math.min(rowspan, rows.length - index) }),
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: [
                  new Paragraph({
                    spacing: { after: 0 },
                    bidirectional: isRightToLeft,
                    ...(header ? { run: { bold: true } } : {}),
                    children: words(
                      header
                        ? text.map((run) => ({
                            ...run,
                            marks: ['strong' as const, ...(run.marks ?? []).filter((mark) => mark !== 'strong')],
                          }))
                        : text,
                      context,
                    ),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}
