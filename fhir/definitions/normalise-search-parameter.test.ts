import { expect, test } from 'vitest';
import { normaliseSearchParameter } from './normalise-search-parameter.ts';

test('components by reference (STU3) and by canonical (R4) come to the same', () => {
  const parameter = (definition: unknown) => normaliseSearchParameter({ resourceType: 'SearchParameter', url: 'u', code: 'c', type: 'composite', base: ['Observation'], component: [{ definition, expression: 'code' }] } as never);
  expect(parameter({ reference: 'd' })).toEqual(parameter('d'));
});
test('without a type it is refused', () => {
  expect(() => normaliseSearchParameter({ resourceType: 'SearchParameter', url: 'u', code: 'c' } as never)).toThrow(TypeError);
});
