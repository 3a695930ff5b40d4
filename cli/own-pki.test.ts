import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPki } from './own-pki.ts';
import { UserError } from './user-error.ts';

const now = Date.UTC(2026, 10, 25);
const place = (): string => mkdtempSync(join(tmpdir(), 'toetssteen-own-pki-'));
const failure = (directory: string, lang: 'nl' | 'en' | null): Promise<Error> => ownPki({ directory, now }, lang).then(() => expect.unreachable(), (error: Error) => error);

test.each([
  ['a file that is no JSON', '{"x'],
  ['a file of another version', '{"version":99}'],
  ['a file without identities', '{"version":1,"identities":{}}'],
])('%s: told with its place and what to do, and left alone', async (_name, text) => {
  const directory = place();
  const file = join(directory, 'pki.json');
  writeFileSync(file, text);
  const dutch = await failure(directory, 'nl');
  expect(dutch).toBeInstanceOf(UserError);
  expect(dutch.message).toContain(`De test-PKI ${file} is beschadigd`);
  expect(dutch.message).toContain('Verwijder dat bestand');
  expect((await failure(directory, 'en')).message).toMatch(/^The test PKI .*Remove that file/);
  expect((await failure(directory, null)).message).toMatch(/Verwijder dat bestand.* \/ .*Remove that file/);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
test('a home that is a file is told as a place that cannot be written', async () => {
  const file = join(place(), 'home');
  writeFileSync(file, '');
  const error = await failure(join(file, 'pki'), 'nl');
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toContain('een deel van het pad is een bestand');
});
test('a new place gets a PKI, and the next opening reads it', async () => {
  const directory = join(place(), 'new');
  mkdirSync(directory);
  const made = await ownPki({ directory, now }, null);
  expect((await ownPki({ directory, now }, null)).anchors).toBe(made.anchors);
});
