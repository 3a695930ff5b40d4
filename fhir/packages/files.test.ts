import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readIfPresent, replaceFile } from './files.ts';
import { sampleFolder } from './sample.ts';

const { folder, clear } = sampleFolder();
afterAll(clear);
test('files are replaced as a whole, for their owner, with nothing left beside them', () => {
  const file = join(folder, 'a', 'b');
  expect(readIfPresent(file)).toBeUndefined();
  replaceFile(file, 'one');
  replaceFile(file, 'two');
  expect(readIfPresent(file)!.toString()).toBe('two');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
});
test('other errors are thrown, and leave nothing half', () => {
  mkdirSync(join(folder, 'c', 'd'), { recursive: true });
  expect(() => readIfPresent(join(folder, 'c'))).toThrow();
  expect(() => replaceFile(join(folder, 'c', 'd'), 'x')).toThrow();
  expect(readdirSync(join(folder, 'c'))).toEqual(['d']);
});
