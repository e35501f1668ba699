import type { DatabaseSync, Statement, Value } from 'node:sqlite';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import type { ShelfPlace } from '../shelf.ts';
import type { StoryFacts } from '../summary.ts';
import { openDatabase } from './database.ts';
import { seal } from './seal.ts';
import { SearchIndex } from './search.ts';

/**
 * The list of stories and the search in their texts, so that they need not be read from every story's files. A cache
 * only: rows that are missing or not settled (the program ended while the story was being changed) are made again from
 * the stories.
 */
export class Catalogue {
  readonly notices: Notice[];
  readonly search: SearchIndex;
  readonly #database: DatabaseSync;
  readonly #path: string | null;
  readonly #list: Statement;
  readonly #all: Statement;
  readonly #newest: Statement;
  readonly #row: Statement;
  readonly #put: Statement;
  readonly #place: Statement;
  readonly #unsettle: Statement;
  readonly #settle: Statement;
  readonly #remove: Statement;

  constructor(home: string) {
    const { database, path, notices } = openDatabase(home);
    this.#path = path;
    this.notices = notices;
    this.#database = database;
    this.search = new SearchIndex(database);
    this.#list = database.prepare('SELECT * FROM stories WHERE (binned_at IS NOT NULL) = ? ORDER BY changed DESC, id');
    this.#all = database.prepare('SELECT id, is_settled FROM stories');
    this.#newest = database.prepare('SELECT * FROM stories ORDER BY changed DESC LIMIT 1');
    this.#row = database.prepare('SELECT * FROM stories WHERE id = ?');
    this.#put = database.prepare(
      `INSERT INTO stories (id, headline, language, words, created_at, updated_at, changed, state, section, authors, photo,
         assignee, deadline, open_comments, is_settled)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, language = excluded.language, words = excluded.words,
         created_at = excluded.created_at, updated_at = excluded.updated_at, changed = excluded.changed,
         state = excluded.state, section = excluded.section, authors = excluded.authors, photo = excluded.photo,
         assignee = excluded.assignee, deadline = excluded.deadline, open_comments = excluded.open_comments, is_settled = excluded.is_settled`,
    );
    this.#place = database.prepare('UPDATE stories SET is_pinned = ?, binned_at = ? WHERE id = ?');
    this.#unsettle = database.prepare('UPDATE stories SET is_settled = 0 WHERE id = ? AND is_settled = 1');
    this.#settle = database.prepare('UPDATE stories SET is_settled = 1 WHERE id = ?');
    this.#remove = database.prepare('DELETE FROM stories WHERE id = ?');
  }

  /** The stories in the bin, or all others; last changed first, whatever the offsets that their times are written with. */
  list(isBinned: boolean): StorySummary[] {
    return this.#list.all(isBinned ? 1 : 0).map(summaryOf);
  }

  /** One story's row; null where there is none. */
  get(id: string): StorySummary | null {
    const row = this.#row.get(id);
    return row ? summaryOf(row) : null;
  }

  /** The story that was changed last, by the times that stories bear; null where there is none. */
  newest(): StorySummary | null {
    const row = this.#newest.get();
    return row ? summaryOf(row) : null;
  }

  /** The ids of all rows, with whether each can be believed. */
  ids(): Map<string, boolean> {
    return new Map(this.#all.all().map((row) => [String(row['id']), row['is_settled'] === 1]));
  }

  /** @param isSettled false while the story is being changed, so that the row is made again should the program end first */
  put(facts: StoryFacts, isSettled: boolean): void {
    const {
      id,
      headline,
      language,
      words,
      createdAt,
      updatedAt,
      state,
      section,
      authors,
      photo,
      assignee,
      deadline,
      openComments,
    } = facts;
    const changed = Date.parse(updatedAt);
    this.#put.run(
      ...[id, headline, language, words, createdAt, updatedAt, changed, state, section],
      ...[JSON.stringify(authors), photo, assignee, deadline, openComments, isSettled ? 1 : 0],
    );
    this.search.move(id, changed);
  }

  /** Whether it is pinned, or in the bin. */
  putPlace(id: string, { isPinned, binnedAt }: ShelfPlace): void {
    this.#place.run(isPinned ? 1 : 0, binnedAt, id);
  }

  /**
   * Notes that the story is about to change, and answers when the disk has it: all else that is written here may be lost
   * with the power, and is then made again.
   */
  unsettle(id: string): void {
    this.#database.exec('PRAGMA synchronous = FULL');
    try {
      this.#unsettle.run(id);
    } finally {
      this.#database.exec('PRAGMA synchronous = NORMAL');
    }
  }

  /** The row can be believed again. */
  settle(id: string): void {
    this.#settle.run(id);
  }

  remove(id: string): void {
    this.#remove.run(id);
    this.search.remove(id);
  }

  /** All of `work` at once, or nothing of it. */
  together(work: () => void): void {
    this.#database.exec('BEGIN');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      this.search.forget();
      throw error;
    }
  }

  /** Closes and seals it. */
  close(): void {
    this.#database.close();
    if (this.#path !== null) seal(this.#path);
  }
}

function summaryOf(row: Record<string, Value>): StorySummary {
  return {
    id: String(row['id']),
    headline: String(row['headline']),
    language: String(row['language']),
    words: Number(row['words']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    state: String(row['state']) as StorySummary['state'],
    section: String(row['section']),
    authors: JSON.parse(String(row['authors'])) as string[],
    photo: row['photo'] === null ? null : String(row['photo']),
    assignee: String(row['assignee']),
    deadline: row['deadline'] === null ? null : String(row['deadline']),
    openComments: Number(row['open_comments']),
    isPinned: row['is_pinned'] === 1,
    binnedAt: row['binned_at'] === null ? null : String(row['binned_at']),
  };
}
