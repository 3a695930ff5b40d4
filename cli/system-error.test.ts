import { existsSync, mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demo } from './commands/demo.ts';
import { init } from './commands/init.ts';
import { pki } from './commands/pki.ts';
import { sheets } from './commands/sheets.ts';
import { writingTo } from './system-error.ts';
import { UserError, exitCodeFor } from './user-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-system-error-'));
const file = join(folder, 'a-file');
writeFileSync(file, 'kept');
const out = (): void => {};

test.each([
  ['demo', () => demo({ lang: 'en', runs: join(file, 'x'), out })],
  ['pki', () => pki({ folder: file, out })],
  ['sheets', () => sheets({ folder: join(file, 'x'), out })],
  ['init', () => init({ config: join(folder, 'absent', 'toetssteen.yaml'), out })],
])('%s: a place that cannot be written is the user\'s: what was given, why, what to do; nothing is lost', async (_name, work) => {
  const error = await Promise.resolve().then(work).then(() => null, (one: unknown) => one);
  expect(error).toBeInstanceOf(UserError);
  expect(exitCodeFor(error)).toBe(2);
  expect((error as Error).message).toMatch(/Writing to .*(a-file|absent).* fails: .* \(E[A-Z]+\)\. (Choose|Make) /);
  expect(readFileSync(file, 'utf8')).toBe('kept');
  expect(existsSync(join(folder, 'absent'))).toBe(false);
});
test('init names a folder as what it is, and does not say that a configuration stands there', async () => {
  mkdirSync(join(folder, 'dir'));
  await expect(init({ config: join(folder, 'dir'), out })).rejects.toThrow(/this is a folder/);
});
test('in one language where it is known; errors of the harness stay what they are', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  await expect(writingTo('/x', 'nl', () => { throw full; })).rejects.toThrow('Schrijven naar /x lukt niet: de schijf is vol (ENOSPC). Maak ruimte en probeer het opnieuw.');
  await expect(writingTo('/x', 'en', () => { throw full; })).rejects.toThrow(/^Writing to/);
  const bug = new TypeError('x is undefined');
  await expect(writingTo('/x', 'nl', () => { throw bug; })).rejects.toBe(bug);
});
