import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { controlFile, removeControlNote, writeControlNote } from './control-note.ts';
import { findControlNotes } from './find-control-notes.ts';

const value = (run: string, pid = process.pid) => ({ run, origin: 'http://127.0.0.1:4711', secret: 'een-lang-genoeg-geheim', pid });
function folders(...names: string[]): { root: string; of: (name: string) => string } {
  const root = temporaryFolder();
  for (const name of names) mkdirSync(join(root, name));
  return { root, of: (name) => join(root, name) };
}

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
