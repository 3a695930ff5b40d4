import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../run/journal/database.ts';
import { withJournalOf, withRoomFor } from './journal-trouble.ts';
import { exitCodeFor } from './user-error.ts';

function runFolder(spoil: (file: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-journal-'));
  const file = join(folder, 'journal.sqlite');
  const database = openDatabase(file);
  const add = database.prepare('INSERT INTO entries (kind, head) VALUES (?, ?)');
  for (let n = 0; n < 200; n += 1) add.run('exchange', 'x'.repeat(1000));
  database.close();
  spoil(file);
  return folder;
}
const look = (folder: string) => withJournalOf(folder, 'en', () => {
  const database = openDatabase(join(folder, 'journal.sqlite'));
  try { return database.prepare('SELECT count(head) AS n FROM entries').get()!['n']; } finally { database.close(); }
});

test('a whole journal is worked with', async () => {
  expect(await look(runFolder(() => {}))).toBe(200);
});
test.each([
  ['cut short', (file: string) => truncateSync(file, 60_000), /is damaged/],
  ['other bytes', (file: string) => writeFileSync(file, 'no database '.repeat(5000)), /is damaged/],
  ['emptied', (file: string) => truncateSync(file, 0), /is missing or empty/],
])('%s: said in a sentence with what to do, exit code 2, the file left as it is', async (_name, spoil, why) => {
  const folder = runFolder(spoil);
  const before = readFileSync(join(folder, 'journal.sqlite'));
  const error = await look(folder).then(() => null, (one: unknown) => one);
  expect(exitCodeFor(error)).toBe(2);
  expect((error as Error).message).toMatch(why);
  expect((error as Error).message).toContain('without --continue');
  expect(readFileSync(join(folder, 'journal.sqlite')).equals(before)).toBe(true);
});
test('any other error stays what it is', async () => {
  const bug = new Error('database is locked');
  await expect(withJournalOf(runFolder(() => {}), 'nl', () => { throw bug; })).rejects.toBe(bug);
});
test.each([
  ['SQLite', Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })],
  ['the system', Object.assign(new Error('no space left'), { code: 'ENOSPC' })],
])('a full disk, as %s says it: what is kept and how to go on, exit code 2', async (_name, thrown) => {
  const error = await withRoomFor('/runs/x', 'en', ' --runs /runs', () => Promise.reject(thrown)).then(() => null, (one: unknown) => one);
  expect(exitCodeFor(error)).toBe(2);
  expect((error as Error).message).toContain('Make room and go on with `toetssteen run --continue --runs /runs`');
  expect(await withRoomFor('/runs/x', 'en', '', async () => 4)).toBe(4);
  const bug = Object.assign(new Error('locked'), { errcode: 5 });
  await expect(withRoomFor('/runs/x', 'en', '', () => Promise.reject(bug))).rejects.toBe(bug);
});
test('a database that has no room says it with the code that is looked for', () => {
  const database = openDatabase(join(runFolder(() => {}), 'journal.sqlite'));
  database.exec('PRAGMA max_page_count = 1');
  try { database.prepare('INSERT INTO entries (kind, head) VALUES (?, ?)').run('exchange', 'x'.repeat(1_000_000)); expect.unreachable(); } catch (error) { expect(error).toMatchObject({ errcode: 13 }); } finally { database.close(); }
});
