import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { lineageOf } from './type-lineage.ts';

test('a type and all that it specialises, nearest first', () => {
  expect(lineageOf(coreDefinitions('r4'), 'Patient')).toEqual(['Patient', 'DomainResource', 'Resource']);
  expect(lineageOf(coreDefinitions('stu3'), 'Age')).toEqual(['Age', 'Quantity', 'Element']);
  expect(lineageOf(coreDefinitions('r4'), 'id')).toEqual(['id', 'string', 'Element']);
});
test('an unknown type has only itself', () => {
  expect(lineageOf(coreDefinitions('r4'), 'Nothing')).toEqual(['Nothing']);
});
test('types that specialise each other come to an end', () => {
  const type = (name: string): never => ({ base: `x/${name === 'A' ? 'B' : 'A'}` }) as never;
  expect(lineageOf({ ...coreDefinitions('r4'), type }, 'A')).toEqual(['A', 'B']);
});
