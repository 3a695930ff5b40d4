import { expect, test } from 'vitest';
import { readManifest } from './manifest.ts';

const read = (value: unknown) => readManifest(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
test('name, version, dependencies and FHIR versions', () => {
  expect(read({ name: 'a', version: '1', dependencies: { b: '2', a: '1', c: 3 }, fhirVersions: ['4.0.1', '5.0.0'] })).toEqual({ name: 'a', version: '1', dependencies: { b: '2' }, fhir: ['r4'] });
  expect(read({ 'fhir-version-list': ['3.0.2'] })).toEqual({ dependencies: {}, fhir: ['stu3'] });
});
test('members of other types count as absent; what is no object is no manifest', () => {
  expect(read({ name: 1, version: [], dependencies: [], fhirVersions: 'x' })).toEqual({ dependencies: {}, fhir: [] });
  expect([read('[1]'), read('{'), read('null')]).toEqual([null, null, null]);
});
