import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { expressionOf } from './expression.ts';

const r4 = coreDefinitions('r4');
const bundle = {
  resourceType: 'Bundle',
  entry: [{ resource: { resourceType: 'Observation', valueQuantity: { value: 1 }, contained: [{ resourceType: 'Patient', _birthDate: { extension: [{ url: 'x', valueString: 'y' }] } }] } }],
};

test.each([
  [[], 'Bundle'],
  [['entry', 0, 'resource', 'valueQuantity', 'value'], 'Bundle.entry[0].resource.value.value'],
  [['entry', 0, 'resource', 'contained', 0, '_birthDate', 'extension', 0, 'valueString'], 'Bundle.entry[0].resource.contained[0].birthDate.extension[0].value'],
  [['entry', 7, 'resource', 'status'], 'Bundle.entry[7].resource.status'],
  [['entry', 0, 'resource', 'valueFoo'], 'Bundle.entry[0].resource.valueFoo'],
  [['constructor', 'name'], 'Bundle.constructor.name'],
])('%j is %s', (path, expression) => {
  expect(expressionOf(r4, bundle, path)).toBe(expression);
});
test('a choice without its value in the resource is named by the definitions', () => {
  expect(expressionOf(r4, { resourceType: 'Observation' }, ['effectiveDateTime'])).toBe('Observation.effective');
});
test('without a known type the names stay', () => {
  expect(expressionOf(r4, null, ['a', 0, 'valueString'])).toBe('a[0].valueString');
  expect(expressionOf(r4, { resourceType: 'Nothing' }, ['_a'])).toBe('Nothing.a');
});
