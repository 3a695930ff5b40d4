import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../run/journal/database.ts';
import { withJournalOf } from './damaged-journal.ts';
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
