import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { indexOf } from './store-index.ts';

const store: FhirResource[] = [{ resourceType: 'Patient', id: '1' }, { resourceType: 'Group', id: '1' }, { resourceType: 'Patient', id: '2' }, { resourceType: 'Basic' }];
const index = indexOf(store);
test('by type and id, in the order of the list', () => {
  expect([index.ofType('Patient').map(({ id }) => id), index.ofType('Colour'), index.types(), index.typesWithId('1'), index.find('Group', '1')]).toEqual([['1', '2'], [], ['Patient', 'Group', 'Basic'], ['Patient', 'Group'], store[1]]);
  expect(indexOf(store)).toBe(index);
});
test.each([['Patient/1', 0], ['https://x/fhir/Patient/1', 0], ['Patient/1/_history/4', 0], ['https://y/fhir/Patient/1', null], ['Patient/9', null], ['1', null], ['#c', 'c'], ['#d', null]])('%s is resolved to %s', (reference, expected) => {
  const container = { resourceType: 'Condition', contained: [{ resourceType: 'Patient', id: 'c' }] };
  const found = index.resolve(reference, container, 'https://x/fhir');
  expect(found?.id ?? null).toBe(expected === null ? null : typeof expected === 'number' ? store[expected]!.id : expected);
});
