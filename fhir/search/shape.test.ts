import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import { createParameters } from './parameters.ts';
import { shaped } from './shape.ts';

const parameters = createParameters(coreDefinitions('r4'), []);
const observation: FhirResource = { resourceType: 'Observation', id: 'o', text: { status: 'generated' }, status: 'final', _status: { id: 's' }, code: {}, valueQuantity: {}, valueless: 1, note: [] };
const members = (shape: Parameters<typeof shaped>[1]) => Object.keys(shaped(observation, shape, parameters)).sort().join();
test('what is asked and what is mandatory stays, with its extensions and choices', () => {
  expect(members({ kind: 'elements', elements: new Set(['value']) })).toBe('_status,code,id,meta,resourceType,status,valueQuantity');
  expect(members({ kind: 'text' })).toBe('_status,code,id,meta,resourceType,status,text');
  expect(members({ kind: 'data' })).toBe('_status,code,id,meta,note,resourceType,status,valueQuantity,valueless');
});
test('a whole one is left alone, a cut one says so', () => {
  expect(shaped(observation, { kind: 'whole' }, parameters)).toBe(observation);
  expect(shaped(observation, { kind: 'data' }, parameters)['meta']).toEqual({ tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] });
});
