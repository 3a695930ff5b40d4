import { expect, test } from 'vitest';
import { SystemView } from './system-view.ts';

const codes = [{ code: 'a' }, { code: 'b', parent: 'a' }, { code: 'c', parent: 'b', alsoUnder: ['d'] }, { code: 'd' }, { code: 'B' }];
const view = new SystemView({ url: 's', content: 'complete', codes });

test('codes by name, with case', () => {
  expect([view.get('b')!.parent, view.get('B'), view.get('A'), view.get('constructor'), view.size]).toEqual(['a', { code: 'B' }, undefined, undefined, 5]);
});
test('what stands below and above, by every parent', () => {
  expect([[...view.below('a')].sort(), [...view.below('d')], [...view.below('c')]]).toEqual([['b', 'c'], ['c'], []]);
  expect([[...view.above('c')].sort(), [...view.above('a')]]).toEqual([['a', 'b', 'd'], []]);
});
test('where case does not matter, the first of alike codes counts', () => {
  const folded = new SystemView({ url: 's', content: 'complete', caseSensitive: false, codes });
  expect([folded.get('B')!.parent, folded.get('A')!.code, [...folded.below('A')].sort()]).toEqual(['a', 'a', ['b', 'c']]);
});
test('a circle ends', () => {
  const circle = new SystemView({ url: 's', content: 'complete', codes: [{ code: 'a', alsoUnder: ['b'] }, { code: 'b', parent: 'a' }] });
  expect([[...circle.below('a')].sort(), [...circle.above('a')].sort()]).toEqual([['a', 'b'], ['a', 'b']]);
});
