import { fail, ok } from '../../base/result.ts';
import type { ExportFormat } from '../format.ts';
import { chosen, PAPER } from '../options.ts';
import { htmlPage } from '../page/page.ts';
import { imagesAt, pictureFiles, picturesOf } from '../pictures.ts';
import { exportWords } from '../words.ts';
import { settledPdf } from './settled.ts';
import { sheetStyle } from './sheet.ts';

/**
 * The story's page as PDF, tagged, with its title and language, running heads and page numbers. Laid out by a window of
 * Copydesk (`ExportInput.print`), which the command line has not.
 *
 * The same bytes for the same story from the same Chromium and fonts: the time of its making is that of the story's last change.
 *
 * Fails with `export.media-missing`, `export.needs-window`, `export.print-failed` (`reason`).
 */
export const pdf: ExportFormat = {
  id: 'pdf',
  writes: 'file',
  mediaType: 'application/pdf',
  extension: 'pdf',
  pictures: 'inside',
  options: [PAPER],
  failures: ['export.media-missing', 'export.needs-window', 'export.print-failed'],
  async write(input) {
    const { story, print, options, words = exportWords(story.language) } = input;
    if (!print) return fail('export.needs-window', 'a PDF is laid out by a window, and there is none here');
    const found = picturesOf(input);
    if (!found.ok) return found;
    const style = sheetStyle(story, chosen(PAPER, options), words);
    const page = await htmlPage({ story, words, style, images: imagesAt(found.value), loadsAtOnce: true });
    const printed = await print({ page, pictures: pictureFiles(found.value.files) });
    return printed.ok ? ok([{ path: 'story.pdf', bytes: settledPdf(printed.value, story.updatedAt) }]) : printed;
  },
};
