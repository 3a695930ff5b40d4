import { expect, test } from 'vitest';
import type { PrimitiveRule } from './primitives.ts';
import { primitiveText, range, say, shown } from './texts.ts';

test('a value is shown on one line, cut at 120 characters', () => {
  expect(shown(undefined)).toBe('');
  expect(shown('a\n\u0000b')).toBe('a b');
  expect(shown({ a: 1 })).toBe('{"a":1}');
  expect(shown(1.5)).toBe('1.5');
  expect(shown('x'.repeat(120))).toBe('x'.repeat(120));
  expect(shown('x'.repeat(121))).toBe(`${'x'.repeat(117)}...`);
});

test('both languages, cardinality and lexical rules in words', () => {
  expect(say('ja', 'yes')).toEqual({ nl: 'ja', en: 'yes' });
  expect(range(0, Infinity)).toBe('0..*');
  expect(range(1, 1)).toBe('1..1');
  expect(primitiveText('positiveInt', 'positive')).toEqual({ nl: 'positiveInt: een geheel getal van 1 tot en met 2147483647', en: 'positiveInt: a whole number from 1 to 2147483647' });
});

test('each lexical rule is told in both languages, and no two alike', () => {
  const rules: readonly PrimitiveRule[] = ['boolean', 'number', 'text', 'integer', 'integer-range', 'positive', 'unsigned', 'not-empty', 'control-character', 'code', 'id', 'no-spaces', 'exponent', 'string-size', 'oid', 'uuid', 'base64', 'date', 'dateTime', 'instant', 'time', 'calendar', 'urn'];
  for (const rule of rules) for (const words of Object.values(primitiveText('x', rule))) expect([rule, words]).toEqual([rule, expect.stringMatching(/^x: .{4,}$/)]);
  for (const language of ['nl', 'en'] as const) expect(new Set(rules.map((rule) => primitiveText('x', rule)[language])).size).toBe(rules.length);
});
