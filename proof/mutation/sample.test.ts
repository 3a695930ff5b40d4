import { expect, test } from 'vitest';
import { draw } from './sample.ts';

const names = Array.from({ length: 200 }, (_, at) => `mutant ${at}`);
test('draws as many as asked, the same ones for one seed and others for another', () => {
  const first = draw(names, 20, 7);
  expect(first.size).toBe(20);
  expect([...draw(names.toReversed(), 20, 7)].toSorted()).toEqual([...first].toSorted());
  expect([...draw(names, 20, 8)].toSorted()).not.toEqual([...first].toSorted());
});
test('asked for more than there are, it takes all', () => {
  expect(draw(names, 1000, 1)).toEqual(new Set(names));
});
