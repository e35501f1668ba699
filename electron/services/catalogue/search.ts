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
  -- A name without the text that stands beside it in the table.
  CREATE INDEX texts_names ON texts (place, id);
  CREATE VIRTUAL TABLE found USING fts5(
    headline, rest, content='', contentless_delete=1, prefix='1 2', tokenize='unicode61 remove_diacritics 0'
  );
`;

/** So many of the best are put in order by their accents; reading all of ten thousand texts would take too long. */
const BY_ACCENTS = 200;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words that more stories have than this tell none of them apart: ranking ten thousand would take longer than a frame. */
const RANKED = 1500;

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
  readonly #first: Statement;
  readonly #ranked: Statement;
  readonly #newest: Statement;

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
    const named = 'SELECT texts.id FROM found JOIN texts INDEXED BY texts_names ON texts.place = found.rowid';
    this.#first = database.prepare(`SELECT rowid FROM found WHERE found MATCH ? LIMIT ${RANKED + 1}`);
    this.#ranked = database.prepare(`${named} WHERE found MATCH ? ORDER BY bm25(found, ${HEADLINE_WEIGHT}, 1)`);
    this.#newest = database.prepare(
      `${named} JOIN stories ON stories.id = texts.id WHERE found MATCH ? ORDER BY stories.changed DESC`,
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
   * The ids of the stories that hold every word, the best first; where they are very many, those that have it in the
   * headline before the others, each part by its last change. Accents don't count, but where they are typed, those of
   * the best that are spelt so come before the others.
   */
  find(text: string): string[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const found = this.#found(query(terms));
    const accented = accentedWords(text);
    if (accented.length === 0) return found;
    const best = found.slice(0, BY_ACCENTS);
    const spelt = new Set(best.filter((id) => this.#isSpelt(id, accented)));
    return [...spelt, ...best.filter((id) => !spelt.has(id)), ...found.slice(BY_ACCENTS)];
  }

  #found(wanted: string): string[] {
    const ids = (statement: Statement, asked: string): string[] => statement.all(asked).map((row) => String(row['id']));
    if (this.#first.all(wanted).length <= RANKED) return ids(this.#ranked, wanted);
    const inHeadline = ids(this.#newest, `{headline} : (${wanted})`);
    const seen = new Set(inHeadline);
    return [...inHeadline, ...ids(this.#newest, wanted).filter((id) => !seen.has(id))];
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
