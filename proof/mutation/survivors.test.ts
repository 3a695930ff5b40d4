import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compare, readExplained, type Explained } from './survivors.ts';

const one: Explained = { file: 'rules/f.ts', line: 'if (a > 1) {', mutant: 'a > 1 → a >= 1', why: 'a is never 1: its only caller adds 2' };
test('a survivor is explained by its own entry only', () => {
  expect(compare([one], [one])).toEqual({ explained: [one], unexplained: [], stale: [] });
  for (const other of [{ file: 'rules/g.ts' }, { line: 'if (a > 1) return;' }, { mutant: 'a > 1 → true' }]) {
    const survivor = { ...one, ...other };
    expect(compare([survivor], [one])).toEqual({ explained: [], unexplained: [survivor], stale: [one] });
  }
});
test('the same mutant twice needs two entries', () => {
  expect(compare([one, one], [one])).toMatchObject({ unexplained: [one] });
  expect(compare([one, one], [one, one])).toMatchObject({ unexplained: [], stale: [] });
});
test('an explanation of what no longer survives is stale', () => {
  expect(compare([], [one]).stale).toEqual([one]);
});
test('each explanation of the project names a file and a line that are there', () => {
  const root = resolve(import.meta.dirname, '../..');
  const lost = readExplained().filter(({ file, line }) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').split('\n').some((text) => text.trim() === line));
  expect(lost).toEqual([]);
});
