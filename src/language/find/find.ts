import { ok, type Result } from '../../base/result.ts';
import { stripWithPlaces } from '../../base/text.ts';
import { compileQuery, type Query } from './query.ts';
import { expandTemplate } from './template.ts';

/** One place where the query was found: from `start` to `end` in text number `text`, in UTF-16 units. */
export interface Found {
  text: number;
  start: number;
  end: number;
  /** What would stand there instead; '' takes it out. */
  replacement: string;
}

export interface FindJob {
  query: Query;
  /** What each place becomes; with a pattern $1, $<name>, $& stand for what was found. */
  template: string;
  texts: readonly string[];
}

/** More are not looked for: whoever has more looks for something else. */
export const MOST_FOUND = 10_000;

/**
 * Every place in the texts where the query is found, in order, none within another. An empty query finds nothing, and so
 * does a pattern where it matches nothing (`x*`).
 *
 * Fails with `find.bad-pattern`.
 */
export function findAll({ query, template, texts }: FindJob): Result<Found[]> {
  if (query.text === '') return ok([]);
  const compiled = compileQuery(query);
  if (!compiled.ok) return compiled;
  const found: Found[] = [];
  for (const [number, text] of texts.entries()) {
    const searched = query.matchAccents ? { text, origin: (place: number) => place } : stripWithPlaces(text);
    for (const match of searched.text.matchAll(compiled.value)) {
      if (match[0] === '') continue;
      const places = (match.indices ?? []).map((pair) =>
        pair ? text.slice(searched.origin(pair[0]), searched.origin(pair[1])) : '',
      );
      const names = Object.keys(match.groups ?? {});
      const named = Object.fromEntries(
        names.map((name) => {
          const pair = match.indices?.groups?.[name];
          return [name, pair ? text.slice(searched.origin(pair[0]), searched.origin(pair[1])) : ''];
        }),
      );
      found.push({
        text: number,
        start: searched.origin(match.index),
        end: searched.origin(match.index + match[0].length),
        replacement: query.isPattern ? expandTemplate(template, places, named) : template,
      });
      if (found.length === MOST_FOUND) return ok(found);
    }
  }
  return ok(found);
}
