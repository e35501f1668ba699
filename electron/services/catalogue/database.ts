import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import { breakSeal } from './seal.ts';
import { DROP_SEARCH, MAKE_SEARCH } from './search.ts';

/** The number of the tables below; a file with another one is kept aside and made anew. */
const TABLES = 5;

const MAKE = `
  CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    headline TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    changed INTEGER NOT NULL,
    state TEXT NOT NULL,
    section TEXT NOT NULL,
    authors TEXT NOT NULL,
    photo TEXT,
    assignee TEXT NOT NULL,
    deadline TEXT,
    open_comments INTEGER NOT NULL,
    is_pinned INTEGER NOT NULL DEFAULT 0,
    binned_at TEXT,
    is_settled INTEGER NOT NULL
  ) STRICT;
  ${MAKE_SEARCH}
  CREATE INDEX stories_by_change ON stories (changed DESC, id);
  PRAGMA user_version = ${TABLES};
`;

/** SQLite's own words for a file that is no database, or a broken one. */
const isSqlites = (error: unknown): error is Error => error instanceof Error && 'errcode' in error;

function tryOpen(path: string): DatabaseSync | null {
  const state = breakSeal(path);
  if (state === 'changed') return null;
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const isEmpty = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;
    // It reads all of the file once more, which the seal has done.
    const health = state === 'whole' ? 'ok' : database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    // An earlier Copydesk's tables hold nothing that is not in the stories, and give way to today's.
    const isEarlier = health === 'ok' && typeof version === 'number' && version > 0 && version < TABLES;
    if (isEarlier) database.exec(`DROP TABLE IF EXISTS stories; ${DROP_SEARCH}`);
    if (isEmpty || isEarlier) database.exec(MAKE);
    if (health === 'ok' && (isEmpty || isEarlier || version === TABLES)) return database;
  } catch (error) {
    if (!isSqlites(error)) throw error;
  }
  database.close();
  return null;
}

/** Keeps the database and SQLite's two files beside it under one number. */
function setDatabaseAside(path: string): void {
  let n = 1;
  while (existsSync(`${path}.damaged-${n}`)) n++;
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(path + part)) renameSync(path + part, `${path}.damaged-${n}${part}`);
  }
}

/**
 * Opens `<home>/copydesk.db`. A damaged one, or one with other tables, is kept aside as `.damaged-<n>` and made anew:
 * nothing in it is the only copy. Where the folder cannot be written it lives in memory, for as long as the program.
 *
 * `path` is where it lies, null where in memory. The notice is `catalogue.rebuilt` or `catalogue.in-memory`; both name
 * the `file`.
 */
export function openDatabase(home: string): { database: DatabaseSync; path: string | null; notices: Notice[] } {
  const path = join(home, 'copydesk.db');
  const told = (code: string): Notice[] => [{ code, about: { file: path } }];
  try {
    const good = tryOpen(path);
    if (good) return { database: good, path, notices: [] };
    setDatabaseAside(path);
    const anew = tryOpen(path);
    if (anew) return { database: anew, path, notices: told('catalogue.rebuilt') };
  } catch (error) {
    // No file can be opened or moved here; whoever writes next hears of it in a save's own words.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
  const database = new DatabaseSync(':memory:');
  database.exec(MAKE);
  return { database, path: null, notices: told('catalogue.in-memory') };
}
