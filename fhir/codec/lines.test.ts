import { expect, test } from 'vitest';
import { lineReader } from './lines.ts';

test('lines and columns count from one; LF, CR LF and CR end a line', () => {
  const at = lineReader('ab\ncd\r\nef\rg');
  expect(at(0)).toEqual({ line: 1, column: 1 });
  expect(at(2)).toEqual({ line: 1, column: 3 });
  expect(at(3)).toEqual({ line: 2, column: 1 });
  expect(at(7)).toEqual({ line: 3, column: 1 });
  expect(at(10)).toEqual({ line: 4, column: 1 });
});
test('an offset at the very end stands on the last line', () => {
  expect(lineReader('a\n')(2)).toEqual({ line: 2, column: 1 });
  expect(lineReader('')(0)).toEqual({ line: 1, column: 1 });
});
