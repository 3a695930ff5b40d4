import { expect, test } from 'vitest';
import { inRounds, ofPairs, quantile } from './rounds.ts';

test('each is measured once a round, in turn first', async () => {
  const order: string[] = [];
  const found = await inRounds(['a', 'b', 'c'], 3, async (name) => order.push(name));
  expect(order.join('')).toBe('abcbcacab');
  expect(found).toEqual({ a: [1, 6, 8], b: [2, 4, 9], c: [3, 5, 7] });
});
test('quantiles', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 2, 3], 0.95)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});
test('pairs of a round are compared, and the median is of what came out', () => {
  expect(ofPairs([2, 9, 10], [1, 3, 2], (our, their) => our / their)).toEqual({ median: 3, lowest: 2, highest: 5 });
});
