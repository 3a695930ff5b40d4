import { expect, test } from 'vitest';
import { answers, prefixOf } from './prefixes.ts';
import type { Prefix, Range } from './prefixes.ts';

const compare = (one: number, other: number): number => one - other;
const range = (low: number | null, high: number | null, closed = false): Range<number> => ({ low, high, closed });
/** Prefixes under which a target answers the search range from 10 up to 20. */
const under = (target: Range<number>): string => (['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] as Prefix[]).filter((prefix) => answers(prefix, target, range(10, 20), compare)).join(' ');
test.each([
  [range(12, 15), 'eq ge le ap'], [range(10, 20), 'eq ge le ap'], [range(5, 15), 'ne lt le ap'], [range(15, 25), 'ne gt ge ap'], [range(5, 25), 'ne gt lt ge le ap'], [range(20, 30), 'ne gt ge sa'], [range(0, 10), 'ne lt le eb'],
  [range(null, 10), 'ne lt le eb'], [range(15, null), 'ne gt ge ap'], [range(25, null), 'ne gt ge sa'], [range(null, null), 'ne gt lt ge le ap'],
])('%j answers %s', (target, expected) => { expect(under(target)).toBe(expected); });
test('points', () => {
  const five = range(5, 5, true);
  expect((['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] as Prefix[]).filter((prefix) => answers(prefix, five, five, compare))).toEqual(['eq', 'ge', 'le', 'ap']);
});
test('a prefix stands in front', () => { expect([prefixOf('ge2013'), prefixOf('2013'), prefixOf('zz1')]).toEqual([{ prefix: 'ge', rest: '2013' }, { prefix: 'eq', rest: '2013' }, { prefix: 'eq', rest: 'zz1' }]); });
