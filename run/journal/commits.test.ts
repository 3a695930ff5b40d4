import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { openCommits, type Commits } from './commits.ts';
import { openDatabase } from './database.ts';
import { databaseStore } from './store.ts';

let file: string;
let database: DatabaseSync;
let commits: Commits;
beforeEach(() => { file = join(temporaryFolder(), 'journal.sqlite'); database = openDatabase(file); commits = openCommits(database); });
afterEach(() => { database.close(); });
/** What another process would find now. */
function onDisk(): number {
  const other = new DatabaseSync(file);
  try { return Number(other.prepare('SELECT count(*) AS n FROM store').get()!['n']); } finally { other.close(); }
}

test('what is written in one turn becomes visible to others at once, when it is settled', async () => {
  const store = databaseStore(database);
  commits.open();
  store.put('a', '1', 1);
  const settled = commits.settled();
  commits.open();
  store.put('a', '2', 2);
  expect(onDisk()).toBe(0);
  expect(store.get('a', '1')).toBe(1);
  await settled;
  expect(onDisk()).toBe(2);
});
test('flush commits now, and nothing open is settled already', async () => {
  commits.open();
  databaseStore(database).put('a', '1', 1);
  commits.flush();
  expect(onDisk()).toBe(1);
  await commits.settled();
  databaseStore(database).put('a', '2', 2);
  expect(onDisk()).toBe(2);
});
test('who waits hears when it could not be written, and the next turn works again', async () => {
  database.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (of INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED); PRAGMA foreign_keys = ON');
  commits.open();
  databaseStore(database).put('a', '1', 1);
  // Checked at the commit, which so fails.
  database.exec('INSERT INTO child VALUES (7)');
  await expect(commits.settled()).rejects.toThrow(/FOREIGN KEY/);
  expect(onDisk()).toBe(0);
  commits.open();
  databaseStore(database).put('a', '2', 2);
  await commits.settled();
  expect(onDisk()).toBe(1);
});
test('a database that was closed in between is left alone', async () => {
  const other = openDatabase(join(temporaryFolder(), 'other.sqlite'));
  const own = openCommits(other);
  own.open();
  own.flush();
  other.close();
  expect(() => own.flush()).not.toThrow();
});
