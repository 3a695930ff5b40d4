import { expect, test } from 'vitest';
import { actuals, kinds, notification, paths, task, told } from '../../testing.ts';
import { organisationsAreNamedByUra as rule } from './organisations-are-named-by-ura.ts';

const requester = (identifier: object) => ({ requester: { ...task().requester as object, onBehalfOf: { identifier } } });
test('passes a URA for both organisations, or for the one that is named', () => {
  expect(kinds(rule, notification())).toEqual(['pass']);
  expect(kinds(rule, notification({ owner: undefined }))).toEqual(['pass']);
});
test('reports another system, and a URA of another form', () => {
  expect(actuals(rule, notification(requester({ system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '20000010' })))).toEqual(['system http://fhir.nl/fhir/NamingSystem/agb-z']);
  expect(paths(rule, notification({ owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '22' } } }))).toEqual(['Task.owner.identifier']);
});
test('does not apply where nobody is named', () => {
  expect(kinds(rule, notification({ owner: {}, requester: {} }))).toEqual(['not-applicable']);
  expect(kinds(rule, notification({}, { body: '[]' }))).toEqual(['not-applicable']);
});
test('tells each, with its place', () => {
  const ura = 'http://fhir.nl/fhir/NamingSystem/ura';
  expect(told(rule, notification({ ...requester({ system: ura, value: '9000001' }), owner: { identifier: { value: 'x' } } }))).toEqual([
    'violation request Task.requester.onBehalfOf.identifier: a URA without 8 digits', 'violation request Task.owner.identifier: system none',
  ]);
  expect(told(rule, notification({ owner: [{ identifier: { system: ura, value: '1' } }, {}] }))).toEqual(['pass']);
});
