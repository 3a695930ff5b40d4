import { chmodSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { controlFile, findControlNotes, removeControlNote, writeControlNote } from './control-note.ts';

const value = (run: string, pid = process.pid) => ({ run, origin: 'http://127.0.0.1:4711', secret: 'een-lang-genoeg-geheim', pid });
function folders(...names: string[]): { root: string; of: (name: string) => string } {
  const root = temporaryFolder();
  for (const name of names) mkdirSync(join(root, name));
  return { root, of: (name) => join(root, name) };
}

test('only the owner can read the secret, also where an open file stood before', () => {
  const { of } = folders('up-1');
  writeFileSync(controlFile(of('up-1')), '{}');
  chmodSync(controlFile(of('up-1')), 0o644);
  writeControlNote(of('up-1'), value('up-1'));
  expect((statSync(controlFile(of('up-1'))).mode & 0o777).toString(8)).toBe('600');
});
test('the run that was opened last comes first; a name chooses', () => {
  const { root, of } = folders('run-9', 'up-1');
  writeControlNote(of('run-9'), value('run-9'));
  writeControlNote(of('up-1'), value('up-1'));
  utimesSync(controlFile(of('run-9')), 1000, 1000);
  expect(findControlNotes(root).map((one) => one.run)).toEqual(['up-1', 'run-9']);
  expect(findControlNotes(root, 'run-9').map((one) => one.run)).toEqual(['run-9']);
  expect(findControlNotes(root, '../up-1')).toEqual([]);
});
test('what a killed process left, what is not a note and what points elsewhere is passed over', () => {
  const { root, of } = folders('dead', 'broken', 'elsewhere', 'closed');
  // No process has a number above the largest that Linux gives out.
  writeControlNote(of('dead'), value('dead', 4_194_305));
  writeFileSync(controlFile(of('broken')), '{"run":');
  writeFileSync(controlFile(of('elsewhere')), JSON.stringify({ ...value('elsewhere'), origin: 'http://192.0.2.1:80' }));
  writeControlNote(of('closed'), value('closed'));
  removeControlNote(of('closed'));
  expect(findControlNotes(root)).toEqual([]);
  expect(findControlNotes(join(root, 'nothing-here'))).toEqual([]);
});
