import { expect, test } from 'vitest';
import { deepestWritten } from './too-deep.ts';

test('a thousand levels may be written, no more', () => {
  expect(() => deepestWritten(1000)).not.toThrow();
  expect(() => deepestWritten(1001)).toThrow(RangeError);
});
