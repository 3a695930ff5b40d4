import { expect, test } from 'vitest';
import { differencesOf } from './compare.ts';
import type { Observed } from './observe.ts';

const seen = (over: Partial<Observed> = {}): Observed => ({ status: 200, kind: 'Bundle', pages: [['a', 'b']], days: ['2026-01-01', '2026-01-02'], includes: ['p'], total: 2, self: ['Condition'], ...over });
const aspects = (target: string, one: Observed, other: Observed): string => differencesOf(target, one, other).map(({ aspect }) => aspect).join();
test('equal answers have no differences, whatever the order when none was asked', () => {
  expect(aspects('Condition', seen(), seen())).toBe('');
  expect(aspects('Condition', seen(), seen({ pages: [['b', 'a']], days: ['2026-01-02', '2026-01-01'] }))).toBe('');
});
test('each aspect is seen', () => {
  expect(aspects('Condition', seen(), seen({ pages: [['a']] }))).toBe('matches,pages');
  expect(aspects('Condition', seen(), seen({ pages: [['a'], ['b']] }))).toBe('pages');
  expect(aspects('Condition', seen(), seen({ pages: [['a', 'a', 'b']] }))).toBe('matches,pages');
  expect(aspects('Condition?_sort=-date', seen(), seen({ days: ['2026-01-02', '2026-01-01'] }))).toBe('order');
  expect(aspects('Condition', seen(), seen({ includes: [] }))).toBe('includes');
  expect(aspects('Condition', seen(), seen({ total: null }))).toBe('total');
  expect(aspects('Condition', seen(), seen({ self: null }))).toBe('self');
  expect(aspects('Condition', seen(), seen({ status: 404, kind: 'OperationOutcome', total: null }))).toBe('status');
});
