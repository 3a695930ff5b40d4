import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import { createWalker } from './elements.ts';

const walker = createWalker(coreDefinitions('stu3'));
const at = (resource: FhirResource, ...path: string[]) => path.reduce((elements, name) => elements.flatMap((one) => walker.step(one, name)), [walker.root(resource)]).map(({ type, value }) => [type, value]);
test('values have their types, choices too', () => {
  const observation: FhirResource = { resourceType: 'Observation', status: 'final', valueQuantity: { value: 1, unit: 'kg' }, component: [{ valueString: 'x' }, { valueDateTime: '2020' }, { valueBoolean: false }] };
  expect(at(observation, 'value')).toEqual([['Quantity', { value: 1, unit: 'kg' }]]);
  expect(at(observation, 'value', 'unit')).toEqual([['string', 'kg']]);
  expect(at(observation, 'component', 'value')).toEqual([['string', 'x'], ['dateTime', '2020']]);
  expect([at(observation, 'valueQuantity'), at(observation, 'colour'), at(observation, 'value', 'constructor')]).toEqual([[], [], []]);
});
test('resources in resources keep their own type, elements that reuse others their children', () => {
  const bundle: FhirResource = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', gender: 'other' }, link: [{ url: 'http://x' }] }] };
  expect(at(bundle, 'entry', 'resource', 'gender')).toEqual([['code', 'other']]);
  expect(at(bundle, 'entry', 'link', 'url')).toEqual([['uri', 'http://x']]);
});
test('codes know the systems that they may come from', () => {
  expect(walker.step(walker.root({ resourceType: 'Patient', gender: 'other' }), 'gender')[0]?.systems).toEqual(['http://hl7.org/fhir/administrative-gender']);
});
test('what is no resource of this version has no elements', () => { expect(at({ resourceType: 'Colour', name: 'x' }, 'name')).toEqual([]); });
test('holes in arrays are no values', () => { expect(at({ resourceType: 'Organization', alias: [null, 'x'] }, 'alias')).toEqual([['string', 'x']]); });
