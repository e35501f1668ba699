import type { Story } from '../story/schema.ts';

/** One line of a story's record with the people's names in it. */
export interface RecordLine {
  /** RFC 3339. */
  at: string;
  by: string;
  did: string;
  what: string;
}

/** A story's record, oldest first: who suggested, accepted, rejected, commented, settled, handed over and approved what, and when. */
export function recordOf({ record = [], people = {} }: Pick<Story, 'record' | 'people'>): RecordLine[] {
  return record.map(({ at, by, did, what }) => ({ at, by: people[by]?.name || by, did, what }));
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The record as JSON: the story's id and headline, and its lines. */
export const recordJson = (story: Pick<Story, 'id' | 'headline' | 'record' | 'people'>): string =>
  `${JSON.stringify({ story: story.id, headline: story.headline, record: recordOf(story) }, null, 2)}\n`;

/**
 * The record as a page of HTML with one table.
 *
 * @param say one line's sentence in the reader's language
 */
export function recordHtml(
  story: Pick<Story, 'headline' | 'record' | 'people'>,
  say: (line: RecordLine) => string,
): string {
  const rows = recordOf(story).map(
    (line) =>
      `<tr><td><time datetime="${escape(line.at)}">${escape(line.at)}</time></td><td>${escape(say(line))}</td></tr>`,
  );
  const title = escape(story.headline);
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>\n<table>\n${rows.join('\n')}\n</table></body></html>\n`;
}
