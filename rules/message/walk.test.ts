import { expect, test } from 'vitest';
import { elementsOf } from './walk.ts';

test('every object inside is told with path, name and the type that holds it', () => {
  const resource = { resourceType: 'A', text: 'x', one: { two: [7, { three: { s: '' } }] }, contained: [{ resourceType: 'B', four: {} }, { five: {} }] };
  expect(elementsOf(resource, 'root').map((one) => [one.path, one.name, one.resourceType])).toEqual([
    ['root.one', 'one', 'A'], ['root.one.two[1]', 'two', 'A'], ['root.one.two[1].three', 'three', 'A'],
    ['root.contained[0]', 'contained', 'B'], ['root.contained[0].four', 'four', 'B'], ['root.contained[1]', 'contained', 'A'], ['root.contained[1].five', 'five', 'A'],
  ]);
  expect(elementsOf(resource, 'root')[2]!.value).toEqual({ s: '' });
  expect(elementsOf({ resourceType: 7, a: { resourceType: 'C', b: {} } }, 'r').map((one) => one.resourceType)).toEqual(['', '']);
});
