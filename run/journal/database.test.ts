import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { openDatabase } from './database.ts';

const pragma = (database: ReturnType<typeof openDatabase>, name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get()!)[0];

test('writes ahead, survives the death of the process by default and a loss of power when asked, and waits for others', () => {
  const folder = temporaryFolder();
  const normal = openDatabase(join(folder, 'a.sqlite'));
  const full = openDatabase(join(folder, 'b.sqlite'), 'FULL');
  expect(['journal_mode', 'synchronous', 'busy_timeout', 'wal_autocheckpoint'].map((name) => pragma(normal, name))).toEqual(['wal', 1, 5000, 8000]);
  expect(pragma(full, 'synchronous')).toBe(2);
  normal.close();
  full.close();
});
test('opened again it holds what it held, for its owner only, whoever could read it before', () => {
  const file = join(temporaryFolder(), 'journal.sqlite');
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  const first = openDatabase(file);
  first.prepare("INSERT INTO meta (key, value) VALUES ('port', '1')").run();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  first.close();
  const second = openDatabase(file);
  expect(second.prepare('SELECT value FROM meta').all()).toEqual([{ value: '1' }]);
  second.close();
});
test('numbers of entries are never used again, also when the last one is gone', () => {
  const database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  const add = () => database.prepare("INSERT INTO entries (kind, head) VALUES ('trigger', '{}')").run().lastInsertRowid;
  expect(add()).toBe(1);
  database.exec('DELETE FROM entries');
  expect(add()).toBe(2);
  database.close();
});
