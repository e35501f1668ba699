import { utf8 } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import { safeLink } from '../../story/links.ts';
import { slugify } from '../../story/slug.ts';
import { blockTexts } from '../../story/walk.ts';
import type { Story } from '../../story/schema.ts';
import { isBlank } from '../clean.ts';
import type { ExportFormat } from '../format.ts';
import { printedByline, printedDateline } from '../printed.ts';
import { chosen, COLUMNS, END } from '../options.ts';
import { exportWords } from '../words.ts';
import { blockLines, plain, type Sheet } from './blocks.ts';
import { wrap } from './wrap.ts';

/** The story's links, each once: what the text calls them, and where they lead. */
function linkLines({ body }: Story, { columns }: Sheet): string {
  const links = new Map<string, string>();
  for (const { text, href } of body.flatMap(blockTexts).flat()) {
    const address = href === undefined ? null : safeLink(href);
    if (address !== null) links.set(address, (links.get(address) ?? '') + text);
  }
  return Array.from(links, ([address, text]) =>
    wrap(`${plain(text).replace(/\s+/g, ' ').trim()}: ${plain(address).replace(/\s/g, encodeURIComponent)}`, columns, {
      first: '',
      rest: '  ',
    }),
  ).join('');
}

/**
 * The story as a wire sends it: plain text in UTF-8 (NFC), the slug line first, a blank line between paragraphs, lines
 * of `columns` characters, links listed after the text, and `-30-` where `end` is chosen. Pictures stay behind; their
 * captions and credits stand in brackets.
 */
export const wireText: ExportFormat = {
  id: 'text',
  writes: 'file',
  mediaType: 'text/plain',
  extension: 'txt',
  pictures: 'none',
  options: [COLUMNS, END],
  failures: [],
  write({ story, words = exportWords(story.language), options }) {
    const sheet: Sheet = { columns: chosen(COLUMNS, options), words };
    const line = (text: string): string => wrap(plain(text), sheet.columns);
    const parts = [
      line(slugify(story.slug || story.headline) || 'story'),
      line(story.kicker) + line(isBlank(story.headline) ? words.untitled : story.headline),
      line(story.standfirst),
      line(printedByline(story)) + line(printedDateline(story, words)),
      ...story.body.map((block) => blockLines(block, sheet)),
      line(story.sourceCredit),
      linkLines(story, sheet),
      chosen(END, options) ? '-30-\n' : '',
    ];
    return Promise.resolve(ok([{ path: 'story.txt', bytes: utf8(parts.filter(Boolean).join('\n')) }]));
  },
};
