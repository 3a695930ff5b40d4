import { expect, test } from 'vitest';
import { BundleIndex, restfulReference } from './bundle-index.ts';
import { bundle, patient } from './testing.ts';

test('parts of a RESTful reference', () => {
  expect(restfulReference('Patient/1')).toEqual({ base: '', type: 'Patient', id: '1' });
  expect(restfulReference('https://example.org/fhir/Patient/1/_history/2')).toEqual({ base: 'https://example.org/fhir/', type: 'Patient', id: '1', version: '2' });
  expect(restfulReference('Patient/1#part')).toEqual({ base: '', type: 'Patient', id: '1' });
  for (const other of ['urn:uuid:1', 'Patient', 'Patient/', 'patient/1', '/Patient/1', 'Patient/a_b', `Patient/${'x'.repeat(65)}`, 'Patient?identifier=1', 'ftp://example.org/Patient/1', 'https://example.org/fhir?a=/Patient/1']) expect([other, restfulReference(other)]).toEqual([other, null]);
});

const one = patient({ id: '1', meta: { versionId: '2' } });
const two = patient({ id: '2' });
const urn = 'urn:uuid:0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10';
const index = new BundleIndex(bundle('collection', { fullUrl: 'https://a.example/fhir/Patient/1', resource: one }, { fullUrl: urn, resource: two }, { fullUrl: 'https://a.example/fhir/Patient/nothing' }));
const from = 'https://a.example/fhir/Observation/9';

test('absolute references and urns are found by full URL', () => {
  expect(index.resolve('https://a.example/fhir/Patient/1', undefined)).toEqual({ kind: 'bundled', resource: one });
  expect(index.resolve(urn, undefined)).toEqual({ kind: 'bundled', resource: two });
  expect(index.resolve(`${urn}#part`, undefined)).toEqual({ kind: 'bundled', resource: two });
  expect(index.resolve('urn:uuid:1c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10', undefined)).toEqual({ kind: 'missing' });
  expect(index.resolve('urn:oid:1.2.3', undefined)).toEqual({ kind: 'missing' });
  expect(index.resolve('https://b.example/fhir/Patient/1', undefined)).toEqual({ kind: 'unknown' });
  expect(index.resolve('https://a.example/other', undefined)).toEqual({ kind: 'unknown' });
});

test('relative references are read from the full URL around them, else by type and id', () => {
  expect(index.resolve('Patient/1', from)).toEqual({ kind: 'bundled', resource: one });
  expect(index.resolve('Patient/2', from)).toEqual({ kind: 'bundled', resource: two });
  expect(index.resolve('Patient/2', undefined)).toEqual({ kind: 'bundled', resource: two });
  expect(index.resolve('Organization/2', undefined)).toEqual({ kind: 'unknown' });
  const twice = new BundleIndex(bundle('collection', { resource: two }, { resource: patient({ id: '2' }) }));
  expect(twice.resolve('Patient/2', undefined)).toEqual({ kind: 'unknown' });
});

test('a version is respected where the resource states one', () => {
  expect(index.resolve('Patient/1/_history/2', from)).toEqual({ kind: 'bundled', resource: one });
  expect(index.resolve('Patient/1/_history/3', from)).toEqual({ kind: 'unknown' });
  expect(index.resolve('Patient/2/_history/3', from)).toEqual({ kind: 'bundled', resource: two });
  const older = patient({ id: '1', meta: { versionId: '1' } });
  const both = new BundleIndex(bundle('history', { fullUrl: 'https://a.example/fhir/Patient/1', resource: one }, { fullUrl: 'https://a.example/fhir/Patient/1', resource: older }));
  expect(both.resolve('https://a.example/fhir/Patient/1/_history/1', undefined)).toEqual({ kind: 'bundled', resource: older });
});

test('what is no entry does no harm', () => {
  expect(new BundleIndex({ resourceType: 'Bundle', entry: 'x' }).resolve('Patient/1', undefined)).toEqual({ kind: 'unknown' });
  expect(new BundleIndex({ resourceType: 'Bundle', entry: [null, 'x', { resource: {} }, { fullUrl: 1, resource: { resourceType: 'Patient', id: 1 } }] }).resolve('Patient/1', undefined)).toEqual({ kind: 'unknown' });
});

test('the same type and id on two servers are two resources', () => {
  const here = patient({ id: '1', active: true });
  const there = patient({ id: '1', active: false });
  const both = new BundleIndex(bundle('collection', { fullUrl: 'https://a.example/fhir/Patient/1', resource: here }, { fullUrl: 'https://b.example/fhir/Patient/1', resource: there }));
  expect(both.resolve('Patient/1', 'https://a.example/fhir/Observation/1')).toEqual({ kind: 'bundled', resource: here });
  expect(both.resolve('Patient/1', 'https://b.example/fhir/Observation/1')).toEqual({ kind: 'bundled', resource: there });
  // From an entry on neither, it can't be told which is meant.
  expect(both.resolve('Patient/1', urn)).toEqual({ kind: 'unknown' });
});
