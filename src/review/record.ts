import { fitting } from '../base/text.ts';
import type { Deed, ReviewState } from '../story/review.ts';
import type { Story } from '../story/schema.ts';
import { recordWords } from './record-words.ts';
import { openSuggestions } from './resolve.ts';
import type { Suggestion } from './suggestion.ts';

type Recorded = Pick<Story, 'id' | 'headline' | 'record' | 'people'>;
type Language = keyof typeof recordWords;

/** One line of a story's record with the people's names in it. */
export interface RecordLine {
  /** RFC 3339. */
  at: string;
  /** Their name; empty where they never said it. */
  by: string;
  did: Deed['did'];
  /** The words concerned, the state reached, the name assigned, whose copy was merged. */
  what: string;
}

/** A story's record, oldest first: who suggested, accepted, rejected, commented, settled, handed over and approved what, and when. */
export function recordOf({ record = [], people = {} }: Pick<Story, 'record' | 'people'>): RecordLine[] {
  return record
    .map(({ at, by, did, what }) => ({ at, by: people[by]?.name ?? '', did, what }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A line as a sentence: `Minh rejected “cầu mới”`. */
export function sayDeed({ by, did, what }: RecordLine, language: Language): string {
  const words = recordWords[language];
  const said = did === 'state' ? ((words.states[what as ReviewState] as string | undefined) ?? what) : what;
  const about: Record<string, string> = { name: by || words.nobody, what: said || words.nobody };
  return words.did[did].replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? '');
}

/** What a suggestion is about, in short: a blank that stays where words went is not worth telling. */
export function inShort({ before, after }: Suggestion): string {
  const said = [before, after].filter((text) => text.trim() !== '').map((text) => text.trim());
  return fitting(said.length > 0 ? said.join(' → ') : before + after, 500);
}

/**
 * Lines for suggestions that the record does not tell of yet, each under the name of who made it and when. They are written when a
 * story is handed over and when something is decided, not while one writes; a suggestion has one line, whoever writes it.
 */
export function suggestedDeeds(story: Story): Deed[] {
  const told = new Set((story.record ?? []).map(({ id }) => id));
  const deeds = openSuggestions(story).map((one): Deed => {
    const { id, at, by } = one;
    return { id: `s${id}`.slice(0, 40), at, by, did: 'suggested', what: inShort(one) };
  });
  const fresh = deeds.filter(({ id }) => !told.has(id));
  return [...new Map(fresh.map((deed) => [deed.id, deed])).values()];
}

const recordJson = (story: Recorded): string =>
  `${JSON.stringify({ story: story.id, headline: story.headline, record: recordOf(story) }, null, 2)}\n`;

const escape = (text: string): string =>
  text
    // What could steer a terminal that it is printed on.
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem;border-bottom:1px solid #ccc}td:first-child{white-space:nowrap}';

function recordHtml(story: Recorded, language: Language): string {
  const words = recordWords[language];
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const rows = recordOf(story).map(
    (line) =>
      `<tr><td><time datetime="${escape(line.at)}">${escape(clock.format(new Date(line.at)))}</time></td><td>${escape(line.by || words.nobody)}</td><td>${escape(sayDeed(line, language))}</td></tr>\n`,
  );
  const title = escape(words.title.replace('{headline}', story.headline));
  const heads = [words.when, words.who, words.deed].map((head) => `<th scope="col">${escape(head)}</th>`).join('');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>
<table><thead><tr>${heads}</tr></thead>
<tbody>
${rows.join('')}</tbody></table></body></html>
`;
}

/**
 * The record as a file: a page of HTML with one table, its sentences in this language, or JSON (`story`, `headline`, `record`: lines of
 * `at`, `by`, `did`, `what`).
 */
export const recordFile = (story: Recorded, as: 'html' | 'json', language: Language): string =>
  as === 'json' ? recordJson(story) : recordHtml(story, language);
