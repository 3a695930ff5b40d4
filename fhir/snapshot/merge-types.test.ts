import { expect, test } from 'vitest';
import type { TypeFacts } from '../definitions/structure.ts';
import { mergeTypes } from './merge-types.ts';
import { knows, listener } from './testing.ts';

const knowledge = knows({ Age: ['Age', 'Quantity'], Patient: ['Patient', 'DomainResource', 'Resource'], Device: ['Device', 'Resource'] }, { patient: 'Patient', device: 'Device', resource: 'Resource', 'my-patient': 'Patient' });
const merged = (base: readonly TypeFacts[] | undefined, given: readonly TypeFacts[] | undefined): { types: readonly TypeFacts[] | undefined; told: string[] } => {
  const { told, tell } = listener();
  return { types: mergeTypes(base, given, knowledge, tell), told };
};

test('of one side alone, that side', () => {
  const types = [{ code: 'string' }];
  expect(merged(types, undefined).types).toBe(types);
  expect(merged(undefined, types).types).toBe(types);
});
test('a list of types narrows', () => {
  expect(merged([{ code: 'string' }, { code: 'code' }], [{ code: 'code' }])).toEqual({ types: [{ code: 'code' }], told: [] });
});
test('what is not repeated of a type stays, what is given takes its place', () => {
  expect(merged([{ code: 'Reference', targets: ['patient'], aggregation: ['bundled'] }], [{ code: 'Reference', profiles: ['mine'] }]).types).toEqual([{ code: 'Reference', targets: ['patient'], aggregation: ['bundled'], profiles: ['mine'] }]);
  expect(merged([{ code: 'Reference', targets: ['patient', 'device'] }], [{ code: 'Reference', targets: ['my-patient'] }])).toEqual({ types: [{ code: 'Reference', targets: ['my-patient'] }], told: [] });
});
test('a type that specialises an allowed one is allowed, and brings none of the profiles of that', () => {
  expect(merged([{ code: 'Quantity', profiles: ['simple'] }], [{ code: 'Age' }])).toEqual({ types: [{ code: 'Age' }], told: [] });
});
test('the same type is found before one that it specialises', () => {
  expect(merged([{ code: 'Quantity', profiles: ['simple'] }, { code: 'Age', profiles: ['years'] }], [{ code: 'Age' }]).types).toEqual([{ code: 'Age', profiles: ['years'] }]);
});
test('a type that is not allowed is told and left out', () => {
  expect(merged([{ code: 'string' }, { code: 'code' }], [{ code: 'Period' }, { code: 'code' }])).toEqual({ types: [{ code: 'code' }], told: ['type-added: Period'] });
});
test('when none would remain the types of the base hold', () => {
  expect(merged([{ code: 'string' }], [{ code: 'Period' }])).toEqual({ types: [{ code: 'string' }], told: ['type-added: Period'] });
});
test.each([
  ['another type', ['patient'], ['device'], ['target-added: device']],
  ['the same', ['patient'], ['patient'], []],
  ['a profile on an allowed type', ['patient'], ['my-patient'], []],
  ['anything, where the base allows all resources', ['resource'], ['device', 'patient'], []],
  ['a target that is not loaded', ['patient'], ['unknown'], []],
  ['beside a base target that is not loaded', ['patient', 'unknown'], ['device'], []],
])('reference targets: %s', (_, base, given, told) => {
  expect(merged([{ code: 'Reference', targets: base }], [{ code: 'Reference', targets: given }])).toEqual({ types: [{ code: 'Reference', targets: given }], told });
});
test('a base that allows any target, and a differential that names none, tell nothing', () => {
  expect(merged([{ code: 'Reference' }], [{ code: 'Reference', targets: ['device'] }]).told).toEqual([]);
  expect(merged([{ code: 'Reference', targets: ['device'] }], [{ code: 'Reference' }]).types).toEqual([{ code: 'Reference', targets: ['device'] }]);
});
