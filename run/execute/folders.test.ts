import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { latestRun, newRun, writeNote } from './folders.ts';

const noon = Date.UTC(2026, 10, 25, 12, 0, 0, 7);
test('a new run has a folder with its kind and time, for its owner only, and a note of what it is', () => {
  const root = join(temporaryFolder(), 'runs');
  const { folder, note } = newRun(root, 'run', noon);
  expect(folder).toBe(join(root, 'run-2026-11-25T12-00-00-007Z'));
  expect(note).toEqual({ id: 'run-2026-11-25T12-00-00-007Z', startedAt: noon, continuations: 0, kind: 'run' });
  expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toEqual(note);
  expect([statSync(folder).mode & 0o777, statSync(join(folder, 'run.json')).mode & 0o777]).toEqual([0o700, 0o600]);
});
test('the latest of its kind is gone on with, as its note was written last; what is no run is passed over', () => {
  const root = temporaryFolder();
  const first = newRun(root, 'run', noon);
  const second = newRun(root, 'run', noon + 1000);
  newRun(root, 'demo', noon + 9000);
  mkdirSync(join(root, 'run-9999'));
  mkdirSync(join(root, 'run-9998'));
  writeFileSync(join(root, 'run-9998', 'run.json'), '{half');
  writeNote(second.folder, { ...second.note, continuations: 2 });
  expect(latestRun(root, 'run')).toEqual({ folder: second.folder, note: { ...second.note, continuations: 2 } });
  expect(first.folder).not.toBe(second.folder);
  expect([latestRun(root, 'up'), latestRun(join(root, 'nowhere'), 'run')]).toEqual([null, null]);
});
test('a run whose note is damaged is still the latest when it has a journal: an older one is never gone on with in its place', () => {
  const root = temporaryFolder();
  newRun(root, 'run', noon);
  const { folder, note } = newRun(root, 'run', noon + 1000);
  writeFileSync(join(folder, 'run.json'), '{half');
  writeFileSync(join(folder, 'journal.sqlite'), '');
  expect(latestRun(root, 'run')).toEqual({ folder, note });
});
