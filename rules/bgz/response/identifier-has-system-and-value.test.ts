import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset } from '../../testing.ts';
import { identifierHasSystemAndValue as rule } from './identifier-has-system-and-value.ts';

const identified = (identifier: unknown) => probe('resource', { target: '/fhir/Condition', answer: searchset([condition({ identifier })]) });
test('passes system or type with value', () => {
  expect(kinds(rule, identified([{ system: 's', value: 'v' }]))).toEqual(['pass']);
  expect(kinds(rule, identified([{ type: { text: 't' }, value: 'v' }]))).toEqual(['pass']);
});
test('reports halves', () => {
  expect(paths(rule, identified([{ system: 's', value: 'v' }, { value: 'v' }]))).toEqual(['Bundle.entry[0].resource.identifier[1]']);
  expect(kinds(rule, identified([{ system: 's' }]))).toEqual(['violation']);
});
test('exempts a masked value, does not apply without identifiers', () => {
  expect(kinds(rule, identified([{ system: 's', _value: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason' }] } }]))).toEqual(['pass']);
  expect(kinds(rule, identified(undefined))).toEqual(['not-applicable']);
});
