import { expect, test } from 'vitest';
import { compareDecimals, halfUnit, minus, parseDecimal, plus, tenth } from './decimal.ts';

const of = (text: string) => parseDecimal(text)!.value;
test.each([['1', '1.0', 0], ['0.1', '0.11', -1], ['-1', '1', -1], ['1e2', '100', 0], ['1E-2', '0.01', 0], ['0.30000000000000004', '0.3', 1], ['+5', '5', 0]])('%s against %s', (one, other, order) => { expect(compareDecimals(of(one), of(other))).toBe(order); });
test.each(['', '.', '1.', '.5', 'x', '1e100', '--1', '1,5', '1'.repeat(41)])('%j is none', (text) => { expect(parseDecimal(text)).toBeNull(); });
test('half a unit in the last place', () => {
  for (const [text, half] of [['100', '0.5'], ['5.40', '0.005'], ['1e2', '50']] as const) expect(compareDecimals(halfUnit(parseDecimal(text)!.significantScale), of(half)), text).toBe(0);
});
test('sums', () => {
  expect(compareDecimals(plus(of('0.1'), of('0.2')), of('0.3'))).toBe(0);
  expect(compareDecimals(minus(of('1'), of('0.25')), of('0.75'))).toBe(0);
  expect(compareDecimals(tenth(of('-25')), of('2.5'))).toBe(0);
});
