import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * The one file of a run: messages, simulators' state, cases, findings. WAL with synchronous=NORMAL survives the death of
 * the process (kill -9); FULL also survives the loss of power, at a price that `npm run bench` shows. The log may grow to
 * some 32 MB before it is moved to the file, which takes long.
 */
export function openDatabase(file: string, synchronous: 'NORMAL' | 'FULL' = 'NORMAL'): DatabaseSync {
  // For the owner only, before anything stands in it; SQLite gives its side files (-wal, -shm) the same mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${synchronous};
    PRAGMA busy_timeout = 5000;
    PRAGMA wal_autocheckpoint = 8000;
    CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS entries (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, case_id TEXT, attempt INTEGER,
      head TEXT NOT NULL, request BLOB, tail TEXT, response BLOB, judged INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX IF NOT EXISTS entries_case ON entries (case_id, attempt);
    CREATE TABLE IF NOT EXISTS store (collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS keys (kind TEXT NOT NULL, value TEXT NOT NULL, case_id TEXT NOT NULL, attempt INTEGER NOT NULL, PRIMARY KEY (kind, value)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS cases (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `);
  return database;
}
