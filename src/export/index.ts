import type { ExportFormat } from './format.ts';
import { htmlFolder, htmlSingle } from './html/index.ts';

/** Every form in which a story can leave, in the order in which they are offered. To add one, write its folder and its line here. */
export const exportFormats: readonly ExportFormat[] = [htmlFolder, htmlSingle];

/** The format of that id. */
export function exportFormat(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id);
}
