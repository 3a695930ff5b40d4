import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset } from '../../testing.ts';
import { referenceHasDisplay as rule } from './reference-has-display.ts';

const about = (subject: unknown) => probe('resource', { target: '/fhir/Condition', answer: searchset([condition({ subject })]) });
test('passes a display or a reason for absence', () => {
  expect(kinds(rule, about({ reference: 'Patient/p1', display: 'P' }))).toEqual(['pass']);
  expect(kinds(rule, about({ reference: 'Patient/p1', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor', valueCode: 'MSK' }] }))).toEqual(['pass']);
});
test('reports a literal or logical reference without', () => {
  expect(paths(rule, about({ reference: 'Patient/p1' }))).toEqual(['Bundle.entry[0].resource.subject']);
  expect(paths(rule, about({ identifier: { system: 's', value: 'v' } }))).toEqual(['Bundle.entry[0].resource.subject']);
});
test('does not apply without references', () => { expect(kinds(rule, about(undefined))).toEqual(['not-applicable']); });
test('a refusal, an empty answer and silence are no answer to judge', () => {
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: 403, answer: searchset([condition()]) }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition' }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { status: null }))).toEqual(['not-tested']);
});
