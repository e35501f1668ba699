import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableExtension,
  TableNode,
} from '@lexical/table';
import { $createParagraphNode, configExtension } from 'lexical';
import type { BlockOf, TableCell } from '../../../../src/story/schema.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import type { BlockKind } from '../kind.ts';

type Row = BlockOf<'table'>['rows'][number];

export const table: BlockKind<'table'> = {
  extension: configExtension(TableExtension, { hasCellBackgroundColor: false, hasHorizontalScroll: true }),
  node: TableNode,
  $toNode: (block) =>
    $createTableNode().append(
      ...block.rows.map((row) =>
        $createTableRowNode().append(
          ...row.cells.map((cell) => {
            const header = cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
            const node = $createTableCellNode(header, cell.colspan ?? 1);
            if (cell.rowspan) node.setRowSpan(cell.rowspan);
            return node.append($appendRuns($createParagraphNode(), cell.text));
          }),
        ),
      ),
    ),
  $toBlock: (node, id) => {
    if (!$isTableNode(node)) return null;
    const rows = node
      .getChildren()
      .filter($isTableRowNode)
      .map((row): Row => ({
        cells: row
          .getChildren()
          .filter($isTableCellNode)
          .map((cellNode): TableCell => {
            const cell: TableCell = { text: $readRuns(cellNode) };
            if (cellNode.hasHeader()) cell.header = true;
            if (cellNode.getColSpan() > 1) cell.colspan = cellNode.getColSpan();
            if (cellNode.getRowSpan() > 1) cell.rowspan = cellNode.getRowSpan();
            return cell;
          }),
      }));
    const filled = rows.filter((row) => row.cells.length > 0);
    return filled.length > 0 ? { type: 'table', id, rows: filled } : null;
  },
};
