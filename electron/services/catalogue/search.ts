import type { DatabaseSync, Statement } from 'node:sqlite';
import { fold, stripAccents } from '../../../src/base/text.ts';
import type { Snippet } from '../../../src/ipc/calls/stories.ts';
import { placeTone } from '../../../src/language/vietnamese/syllable.ts';
import { marked, searchTerms, snippetOf, type SearchText, type Term } from '../../../src/story/search.ts';

/** The tables of the search: each story's text, and the index over its folded words (which keeps no text of its own). */
export const MAKE_SEARCH = `
  CREATE TABLE texts (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    headline TEXT NOT NULL,
    rest TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE found USING fts5(
    headline, rest, content='', contentless_delete=1, prefix='1 2', tokenize='unicode61 remove_diacritics 0'
  );
`;

/** So many of the best are put in order by their accents; reading all of ten thousand texts would take too long. */
const BY_ACCENTS = 200;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A headline counts so many times what the text does. */
const HEADLINE_WEIGHT = 10;

/** Finds stories by their words. A cache, like the catalogue it lives in. */
export class SearchIndex {
  readonly #put: Statement;
  readonly #drop: Statement;
  readonly #index: Statement;
  readonly #place: Statement;
  readonly #text: Statement;
  readonly #remove: Statement;
  readonly #find: Statement;

  constructor(database: DatabaseSync) {
    this.#put = database.prepare(
      `INSERT INTO texts (id, headline, rest) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, rest = excluded.rest`,
    );
    this.#place = database.prepare('SELECT place FROM texts WHERE id = ?');
    this.#text = database.prepare('SELECT headline, rest FROM texts WHERE id = ?');
    this.#drop = database.prepare('DELETE FROM found WHERE rowid = ?');
    this.#index = database.prepare('INSERT INTO found (rowid, headline, rest) VALUES (?, ?, ?)');
    this.#remove = database.prepare('DELETE FROM texts WHERE id = ?');
    this.#find = database.prepare(
      `SELECT texts.id FROM found JOIN texts ON texts.place = found.rowid
       WHERE found MATCH ? ORDER BY bm25(found, ${HEADLINE_WEIGHT}, 1)`,
    );
  }

  /** The story says this now. */
  put(id: string, { headline, rest }: SearchText): void {
    const before = this.#text.get(id);
    if (before?.['headline'] === headline && before['rest'] === rest) return;
    this.#put.run(id, headline, rest);
    const place = this.#place.get(id)?.['place'] ?? null;
    if (before) this.#drop.run(place);
    this.#index.run(place, fold(headline), fold(rest));
  }

  remove(id: string): void {
    const place = this.#place.get(id)?.['place'];
    if (place === undefined) return;
    this.#drop.run(place);
    this.#remove.run(id);
  }

  /**
   * The ids of the stories that hold every word, the best first. Accents don't count, but where they are typed, those of
   * the best that are spelt so come before the others.
   */
  find(text: string): string[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const found = this.#find.all(query(terms)).map((row) => String(row['id']));
    const accented = accentedWords(text);
    if (accented.length === 0) return found;
    const best = found.slice(0, BY_ACCENTS);
    const spelt = new Set(best.filter((id) => this.#isSpelt(id, accented)));
    return [...spelt, ...best.filter((id) => !spelt.has(id)), ...found.slice(BY_ACCENTS)];
  }

  #isSpelt(id: string, accented: readonly RegExp[]): boolean {
    const row = this.#text.get(id);
    const text = `${row?.['headline']}\n${row?.['rest']}`.normalize('NFC');
    return accented.every((word) => word.test(text));
  }

  /** Where in these stories the words stand: in the headline, else the text round the first of them. */
  snippets(text: string, ids: readonly string[]): Snippet[] {
    const terms = searchTerms(text);
    return ids.flatMap((id) => {
      const row = this.#text.get(id);
      if (!row) return [];
      return [{ id, pieces: snippetOf(String(row['rest']), terms), headline: marked(String(row['headline']), terms) }];
    });
  }
}

/** The words that were typed with accents, each in both ways of writing its tone; the last of the text may be unfinished. */
function accentedWords(text: string): RegExp[] {
  const typed = text.normalize('NFC').match(WORD) ?? [];
  return typed.flatMap((word, index) => {
    if (stripAccents(word) === word) return [];
    const ways = [...new Set([word, placeTone(word, 'old'), placeTone(word, 'new')])].join('|');
    return new RegExp(`(?<!\\p{L})(?:${ways})${index === typed.length - 1 ? '' : '(?!\\p{L})'}`, 'iu');
  });
}

/** The terms in FTS5's language. They are folded words, of letters and digits alone. */
function query(terms: readonly Term[]): string {
  return terms.map(({ words, isUnfinished }) => `"${words.join(' ')}"${isUnfinished ? ' *' : ''}`).join(' AND ');
}
