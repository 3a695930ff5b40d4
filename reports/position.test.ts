import { expect, test } from 'vitest';
import { positionWords } from './position.ts';

test('line and column where they are known', () => {
  expect(positionWords({ position: { line: 3, column: 9 } }, 'nl')).toBe(' (regel 3, kolom 9)');
  expect(positionWords({ position: { line: 3, column: 9 } }, 'en')).toBe(' (line 3, column 9)');
  expect(positionWords({}, 'en')).toBe('');
});
