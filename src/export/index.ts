import { docx } from './docx/index.ts';
import type { ExportFormat } from './format.ts';
import { htmlFolder, htmlFragmentFolder, htmlSingle } from './html/index.ts';
import { markdown } from './markdown/index.ts';
import { newsmlG2 } from './newsml-g2/index.ts';
import { pdf } from './pdf/index.ts';
import { ninjs } from './ninjs/index.ts';
import { leavingStory } from './printed.ts';
import { rssItem } from './rss-item/index.ts';
import { wireText } from './text/index.ts';

/**
 * Every form in which a story can leave, in the order in which they are offered; an export dialog is drawn from this list
 * and each format's `options`. To add one, write its folder, its id in FORMAT_IDS and its line here.
 */
export const exportFormats: readonly ExportFormat[] = [
  htmlFolder,
  htmlSingle,
  htmlFragmentFolder,
  docx,
  pdf,
  markdown,
  wireText,
  ninjs,
  newsmlG2,
  rssItem,
].map((format) =>
  format.mayReview
    ? format
    : { ...format, write: (input) => format.write({ ...input, story: leavingStory(input.story) }) },
);

/** The format of that id. */
export function exportFormat(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id);
}
