import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { childItems } from './child-items.ts';
import { baseValidator, bundle, observation, patient, rootItem } from './testing.ts';

const plans = baseValidator().environment.base;
const found = (resource: FhirResource, name: string): unknown[] => childItems(plans, rootItem(resource), name).map((item) => [item.json, item.index, item.value, item.type]);

test('occurrences of an element', () => {
  expect(found(patient({ name: [{ text: 'a' }, { text: 'b' }] }), 'name')).toEqual([['name', 0, { text: 'a' }, 'HumanName'], ['name', 1, { text: 'b' }, 'HumanName']]);
  expect(found(patient(), 'name')).toEqual([]);
  expect(found(patient(), 'nonsense')).toEqual([]);
  expect(found(patient(), 'constructor')).toEqual([]);
  expect(found(observation({ valueString: 'x' }), 'value')).toEqual([['valueString', -1, 'x', 'string']]);
  expect(found(observation({ valueString: 'x' }), 'valueString')).toEqual([['valueString', -1, 'x', 'string']]);
  expect(found(observation({ valueString: 'x' }), 'valueQuantity')).toEqual([]);
});

test('shapes that base validation refuses are read as well as can be', () => {
  expect(found(patient({ name: { text: 'a' } }), 'name')).toEqual([['name', -1, { text: 'a' }, 'HumanName']]);
  expect(found(patient({ birthDate: ['2020'] }), 'birthDate')).toEqual([['birthDate', 0, '2020', 'date']]);
  expect(found(patient({ birthDate: null }), 'birthDate')).toEqual([['birthDate', -1, undefined, 'date']]);
  expect(found(patient({ name: [null, { text: 'a' }] }), 'name')).toEqual([['name', 1, { text: 'a' }, 'HumanName']]);
});

test('values and their underscored siblings belong together by place', () => {
  const [name] = childItems(plans, rootItem(patient({ name: [{ given: ['a', null], _given: [null, { id: 'x' }] }] })), 'name');
  expect(childItems(plans, name!, 'given').map((item) => [item.index, item.value, item.side])).toEqual([[0, 'a', undefined], [1, undefined, { id: 'x' }]]);
  expect(childItems(plans, rootItem(patient({ _birthDate: { id: 'x' } })), 'birthDate').map((item) => [item.value, item.side])).toEqual([[undefined, { id: 'x' }]]);
  expect(childItems(plans, rootItem(patient({ birthDate: '2020', _birthDate: 'x' })), 'birthDate').map((item) => item.side)).toEqual([undefined]);
});

test('a resource inside has its own type and scope, made once', () => {
  const all = rootItem(bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/1', resource: patient({ id: '1' }) }));
  const [entry] = childItems(plans, all, 'entry');
  const [first] = childItems(plans, entry!, 'resource');
  const [again] = childItems(plans, entry!, 'resource');
  expect(first).toMatchObject({ type: 'Patient', label: 'resource' });
  expect(first!.scope).toBe(again!.scope);
  expect(first!.scope.fullUrl).toBe('http://example.org/fhir/Patient/1');
  expect(first!.scope.bundle).not.toBeNull();
  const [contained] = childItems(plans, rootItem(patient({ contained: [{ resourceType: 'Organization', id: 'o' }] })), 'contained');
  expect(contained!.scope.container).not.toBeNull();
  expect(childItems(plans, rootItem(patient({ contained: [{ resourceType: 'Nonsense' }] })), 'contained')[0]).toMatchObject({ type: 'Nonsense' });
});
