import { expect, test } from 'vitest';
import { baseName, safePath } from './source-file.ts';

test('safe paths are made plain', () => {
  expect(safePath('./a/b.json')).toBe('a/b.json');
  expect(safePath('a//b.json')).toBe('a/b.json');
});
test.each(['', '/', '/a', '../a', 'a/../b', 'a/./b', 'a\\b', 'C:/a', 'a\u0000b', 'x'.repeat(1001)])('%j is not a safe path', (path) => {
  expect(safePath(path)).toBeNull();
});
test('the last part is the file name', () => {
  expect([baseName('a/b.json'), baseName('b.json')]).toEqual(['b.json', 'b.json']);
});
