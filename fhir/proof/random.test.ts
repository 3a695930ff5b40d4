import { expect, it } from 'vitest';
import { random, sampleOf } from './random.ts';

it('gives the same numbers for a seed, other ones for another', () => {
  const one = random(1);
  const numbers = Array.from({ length: 100 }, () => one.next());
  const again = random(1);
  expect(Array.from({ length: 100 }, () => again.next())).toEqual(numbers);
  expect(random(2).next()).not.toBe(numbers[0]);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(new Set(numbers).size).toBe(100);
});
it('shuffles without losing anything', () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  const shuffled = random(3).shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
});
it('samples in order, a number of its own for each seed', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const chosen = sampleOf(items, 10);
  expect(chosen).toHaveLength(10);
  expect([...chosen].sort((a, b) => a - b)).toEqual(chosen);
  expect(sampleOf(items, 10, 2)).not.toEqual(chosen);
  expect(sampleOf(items, 50)).toEqual(items);
});
