import type { DatabaseSync, Statement } from 'node:sqlite';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import { openDatabase } from './database.ts';

/**
 * The list of stories, so that it need not be read from every story's files. A cache only: rows that are missing or
 * not settled (the program ended while the story was being changed) are made again from the stories.
 */
export class Catalogue {
  readonly notices: Notice[];
  readonly #database: DatabaseSync;
  readonly #list: Statement;
  readonly #put: Statement;
  readonly #unsettle: Statement;
  readonly #remove: Statement;

  constructor(home: string) {
    const { database, notices } = openDatabase(home);
    this.notices = notices;
    this.#database = database;
    this.#list = database.prepare('SELECT * FROM stories ORDER BY changed DESC, id');
    this.#put = database.prepare(
      `INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, language = excluded.language, words = excluded.words,
         updated_at = excluded.updated_at, changed = excluded.changed, is_settled = excluded.is_settled`,
    );
    this.#unsettle = database.prepare('UPDATE stories SET is_settled = 0 WHERE id = ? AND is_settled = 1');
    this.#remove = database.prepare('DELETE FROM stories WHERE id = ?');
  }

  /** All stories, last changed first, whatever the offsets that their times are written with. */
  list(): StorySummary[] {
    return this.#list.all().map((row) => ({
      id: String(row['id']),
      headline: String(row['headline']),
      language: String(row['language']),
      words: Number(row['words']),
      updatedAt: String(row['updated_at']),
    }));
  }

  /** The ids of the rows that can be believed. */
  settled(): Set<string> {
    const rows = this.#list.all();
    return new Set(rows.filter((row) => row['is_settled'] === 1).map((row) => String(row['id'])));
  }

  /** @param isSettled false while the story is being changed, so that the row is made again should the program end first */
  put({ id, headline, language, words, updatedAt }: StorySummary, isSettled: boolean): void {
    this.#put.run(id, headline, language, words, updatedAt, Date.parse(updatedAt), isSettled ? 1 : 0);
  }

  /** Notes that the story is about to change. */
  unsettle(id: string): void {
    this.#unsettle.run(id);
  }

  remove(id: string): void {
    this.#remove.run(id);
  }

  /** All of `work` at once, with one sync. */
  together(work: () => void): void {
    this.#database.exec('BEGIN');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}
