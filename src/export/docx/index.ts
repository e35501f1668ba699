import type { ExportFormat } from '../format.ts';
import { PAPER, REVIEW } from '../options.ts';

/**
 * A Word document (Office Open XML): real styles (Title, Subtitle, Heading 2 to 4, Quote, Caption and the story's own),
 * pictures with alt text and caption, lists, tables with head rows, the language. With `review`, what is open in review too: comments
 * as Word's comments with their answers, suggestions as tracked changes. Fails with `export.media-missing`.
 */
export const docx: ExportFormat = {
  id: 'docx',
  writes: 'file',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  pictures: 'inside',
  options: [PAPER, REVIEW],
  mayReview: true,
  failures: ['export.media-missing'],
  async write(given) {
    const { writeDocument } = await import('./document.ts');
    return writeDocument(given);
  },
};
