import { expect, test } from 'vitest';
import { containsPattern, firstDifference, sameValue } from './equality.ts';

test('a fixed value is the value, whatever the order of members', () => {
  expect(sameValue('a', 'a')).toBe(true);
  expect(sameValue('a', 'b')).toBe(false);
  expect(sameValue(1, '1')).toBe(false);
  expect(sameValue(undefined, 'a')).toBe(false);
  expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameValue({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameValue([1, 2], [1, 2])).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue([1], [1, 2])).toBe(false);
  expect(sameValue([1], { 0: 1 })).toBe(false);
  expect(sameValue({ constructor: 1 }, {})).toBe(false);
  expect(sameValue({}, { constructor: 1 })).toBe(false);
  expect(sameValue({ a: {} }, { b: {} })).toBe(false);
});

test('a pattern is at least in the value; each of its array elements in some element', () => {
  expect(containsPattern({ a: 1, b: 2 }, { a: 1 })).toBe(true);
  expect(containsPattern({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(containsPattern({ a: 2 }, { a: 1 })).toBe(false);
  expect(containsPattern([{ code: 'b' }, { code: 'a', system: 's' }], [{ code: 'a' }])).toBe(true);
  expect(containsPattern([{ code: 'b' }], [{ code: 'a' }])).toBe(false);
  expect(containsPattern([{ code: 'a' }], [{ code: 'a' }, { code: 'b' }])).toBe(false);
  expect(containsPattern({ code: 'a' }, [{ code: 'a' }])).toBe(false);
  expect(containsPattern('a', { code: 'a' })).toBe(false);
  expect(containsPattern({ code: 'a' }, 'a')).toBe(false);
  expect(containsPattern({}, { toString: 'a' })).toBe(false);
  expect(containsPattern({}, { a: undefined })).toBe(true);
});

test('the first difference is named by its step', () => {
  expect(firstDifference('a', 'a', true)).toBeNull();
  expect(firstDifference({ a: 1, b: 2 }, { a: 1 }, false)).toBeNull();
  expect(firstDifference({ coding: [{ code: 'b' }] }, { coding: [{ code: 'a' }] }, false)).toEqual({ at: 'coding.code', wanted: 'a', found: 'b' });
  expect(firstDifference({ system: 's' }, { system: 's', code: 'a' }, true)).toEqual({ at: 'code', wanted: 'a', found: undefined });
  expect(firstDifference({ system: 's', code: 'a' }, { system: 's' }, true)).toEqual({ at: '', wanted: { system: 's' }, found: { system: 's', code: 'a' } });
  expect(firstDifference([1, 2], [1, 3], true)).toEqual({ at: '', wanted: [1, 3], found: [1, 2] });
  expect(firstDifference(undefined, 'x', true)).toEqual({ at: '', wanted: 'x', found: undefined });
});
