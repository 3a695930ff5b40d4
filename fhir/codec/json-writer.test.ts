import { expect, test } from 'vitest';
import { writeJson } from './json-writer.ts';
import { setLexical } from './lexical.ts';

const value = { resourceType: 'Patient', name: [{ family: 'de "Vries"\n', given: ['A', null] }], active: true, empty: {}, none: [], skip: undefined, nothing: null, size: 1e21, small: 1e-7 };

test('writes what JSON.stringify writes, plain and pretty', () => {
  expect(writeJson(value)).toBe(JSON.stringify(value));
  expect(writeJson(value, true)).toBe(JSON.stringify(value, null, 2));
  expect(writeJson([undefined, () => 1, Number.NaN])).toBe(JSON.stringify([undefined, () => 1, Number.NaN]));
  expect(writeJson('\ud800')).toBe(JSON.stringify('\ud800'));
});
test('numbers have the text of the message', () => {
  const quantity = { value: 1.5, list: [100], huge: Infinity };
  setLexical(quantity, 'value', '1.50');
  setLexical(quantity.list, 0, '1E2');
  setLexical(quantity, 'huge', '1e400');
  expect(writeJson(quantity)).toBe('{"value":1.50,"list":[1E2],"huge":1e400}');
});
test('a text that JSON does not know gives way to the number', () => {
  const range = { low: 1 };
  setLexical(range, 'low', '+1');
  expect(writeJson(range)).toBe('{"low":1}');
});
test('what refers to itself is refused with a clear error', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => writeJson(circle)).toThrow(/refer to itself/);
});
