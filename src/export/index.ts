import type { ExportFormat } from './format.ts';
import { withMark } from './printed.ts';
import { wireText } from './text/index.ts';
import { htmlFolder, htmlFragmentFolder, htmlSingle } from './html/index.ts';

/**
 * Every form in which a story can leave, in the order in which they are offered; an export dialog is drawn from this list
 * and each format's `options`. To add one, write its folder, its id in FORMAT_IDS and its line here.
 */
export const exportFormats: readonly ExportFormat[] = [htmlFolder, htmlSingle, htmlFragmentFolder, wireText].map(
  (format) => ({ ...format, write: (input) => format.write({ ...input, story: withMark(input.story) }) }),
);

/** The format of that id. */
export function exportFormat(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id);
}
