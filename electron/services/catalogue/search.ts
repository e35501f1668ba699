import type { DatabaseSync, Statement } from 'node:sqlite';
import { fold, stripAccents } from '../../../src/base/text.ts';
import type { Snippet } from '../../../src/ipc/calls/stories.ts';
import { placeTone } from '../../../src/language/vietnamese/syllable.ts';
import { marked, searchTerms, snippetOf, type SearchText, type Term } from '../../../src/story/search.ts';
import { Places } from './places.ts';

/**
 * The tables of the search: each story's text; the index over its folded words; and one over those of its words that bear
 * accents. The indices keep no text of their own.
 */
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
  CREATE VIRTUAL TABLE spelt USING fts5(
    words, content='', contentless_delete=1, detail=none, prefix='1 2', tokenize='unicode61 remove_diacritics 0'
  );
`;
export const DROP_SEARCH = ['texts', 'found', 'spelt'].map((table) => `DROP TABLE IF EXISTS ${table};`).join('');

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words that more stories have than this tell none of them apart: ranking ten thousand would take longer than a frame. */
const RANKED = 500;

/** A headline counts so many times what the text does. */
const HEADLINE_WEIGHT = 10;

/** Finds stories by their words. A cache, like the catalogue it lives in. */
export class SearchIndex {
  readonly #places: Places;
  readonly #put: Statement;
  readonly #drop: readonly Statement[];
  readonly #index: Statement;
  readonly #indexSpelt: Statement;
  readonly #text: Statement;
  readonly #changed: Statement;
  readonly #remove: Statement;
  readonly #found: Statement;
  readonly #spelt: Statement;
  readonly #ranked: Statement;

  constructor(database: DatabaseSync) {
    this.#places = new Places(database);
    this.#put = database.prepare(
      `INSERT INTO texts (id, headline, rest) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, rest = excluded.rest`,
    );
    this.#text = database.prepare('SELECT place, headline, rest FROM texts WHERE id = ?');
    this.#changed = database.prepare('SELECT changed FROM stories WHERE id = ?');
    this.#drop = ['found', 'spelt'].map((table) => database.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
    this.#index = database.prepare('INSERT INTO found (rowid, headline, rest) VALUES (?, ?, ?)');
    this.#indexSpelt = database.prepare('INSERT INTO spelt (rowid, words) VALUES (?, ?)');
    this.#remove = database.prepare('DELETE FROM texts WHERE id = ?');
    // One long text of numbers comes out of SQLite many times faster than as many rows.
    const all = (table: string): string => `SELECT group_concat(rowid) AS places FROM ${table} WHERE ${table} MATCH ?`;
    this.#found = database.prepare(all('found'));
    this.#spelt = database.prepare(all('spelt'));
    this.#ranked = database.prepare(
      `SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, ${HEADLINE_WEIGHT}, 1)`,
    );
  }

  /** The story says this now. Its row in the list comes first. */
  put(id: string, { headline, rest }: SearchText): void {
    const before = this.#text.get(id);
    if (before?.['headline'] === headline && before['rest'] === rest) return;
    this.#put.run(id, headline, rest);
    const place = Number(this.#text.get(id)?.['place']);
    if (before) for (const drop of this.#drop) drop.run(place);
    this.#index.run(place, fold(headline), fold(rest));
    this.#indexSpelt.run(place, [...new Set(accentedWords(`${headline}\n${rest}`))].join(' '));
    this.#places.put(id, place, Number(this.#changed.get(id)?.['changed'] ?? 0));
  }

  /** The story was changed at this time (milliseconds since 1970). */
  move(id: string, changed: number): void {
    this.#places.move(id, changed);
  }

  remove(id: string): void {
    const place = this.#text.get(id)?.['place'];
    if (place === undefined) return;
    for (const drop of this.#drop) drop.run(place);
    this.#remove.run(id);
    this.#places.forget();
  }

  /** What was written since the last `together` did not come to be. */
  forget(): void {
    this.#places.forget();
  }

  /**
   * The ids of the stories that hold every word, the best first; where they are very many, those that have it in the
   * headline before the others, each part by its last change. Accents don't count, but where they are typed, the stories
   * that are spelt so come before the others.
   */
  find(text: string): string[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const wanted = query(terms);
    const found = placesOf(this.#found, wanted);
    const speltSo = speltQuery(text);
    const spelt = speltSo === '' ? [] : placesOf(this.#spelt, speltSo);
    if (found.length <= RANKED) {
      const isSpelt = new Set(spelt);
      const ranked = this.#ranked.all(wanted).map(({ rowid }) => Number(rowid));
      return this.#places.named([
        ...ranked.filter((at) => isSpelt.has(at)),
        ...ranked.filter((at) => !isSpelt.has(at)),
      ]);
    }
    return this.#places.newestFirst(found, [spelt, placesOf(this.#found, `{headline} : (${wanted})`)]);
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

function placesOf(statement: Statement, wanted: string): number[] {
  const places = statement.get(wanted)?.['places'];
  return typeof places === 'string' ? places.split(',').map(Number) : [];
}

const isAccented = (word: string): boolean => stripAccents(word) !== word;

/** The words of a text that bear accents, each with its tone where the old way puts it: both ways are one word. */
function accentedWords(text: string): string[] {
  const words = new Set(text.normalize('NFC').toLowerCase().match(WORD));
  return [...words].filter(isAccented).map((word) => placeTone(word, 'old'));
}

/** The words that were typed with accents, in FTS5's language; the last of the text may be unfinished, in both ways. */
function speltQuery(text: string): string {
  const typed = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  return typed
    .flatMap((word, index) => {
      if (!isAccented(word)) return [];
      const old = placeTone(word, 'old');
      if (index < typed.length - 1) return [`"${old}"`];
      return [`("${old}" * OR "${word}" *)`];
    })
    .join(' AND ');
}

/** The terms in FTS5's language. They are folded words, of letters and digits alone. */
function query(terms: readonly Term[]): string {
  return terms.map(({ words, isUnfinished }) => `"${words.join(' ')}"${isUnfinished ? ' *' : ''}`).join(' AND ');
}
