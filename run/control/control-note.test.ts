import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { controlFile, writeControlNote } from './control-note.ts';

test('only the owner can read the secret, also where an open file stood before', () => {
  const folder = join(temporaryFolder(), 'up-1');
  mkdirSync(folder);
  writeFileSync(controlFile(folder), '{}');
  chmodSync(controlFile(folder), 0o644);
  writeControlNote(folder, { run: 'up-1', origin: 'http://127.0.0.1:4711', secret: 'een-lang-genoeg-geheim', pid: process.pid });
  expect((statSync(controlFile(folder)).mode & 0o777).toString(8)).toBe('600');
});
