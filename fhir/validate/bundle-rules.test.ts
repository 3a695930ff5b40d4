import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { baseValidator, bundle, patient, says, saysStu3 } from './testing.ts';

const at = (fullUrl: string, resource: JsonObject = patient({ id: 'a' })): JsonObject => ({ fullUrl, resource });

test('a full URL agrees with the resource', () => {
  const judge = (entry: JsonObject): string[] => says(bundle('collection', entry));
  expect(judge(at('http://example.org/fhir/Patient/a'))).toEqual([]);
  expect(judge(at('urn:uuid:0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10'))).toEqual([]);
  expect(judge(at('http://example.org/fhir/Patient/b'))).toEqual(['error full-url-mismatch Bundle.entry[0].fullUrl']);
  expect(judge(at('http://example.org/fhir/Organization/a'))).toEqual(['error full-url-mismatch Bundle.entry[0].fullUrl']);
  // Without an id, only the type can disagree; what is not RESTful is left alone.
  expect(judge(at('http://example.org/fhir/Patient/b', patient()))).toEqual([]);
  expect(judge(at('http://example.org/some/thing'))).toEqual([]);
  expect(judge(at('http://example.org/fhir/Nonsense/b'))).toEqual([]);
  expect(judge(at('Patient/a'))).toEqual(['error url-not-absolute Bundle.entry[0].fullUrl']);
  expect(judge(at(''))).toEqual(['error empty-string Bundle.entry[0].fullUrl']);
  expect(baseValidator().validate(bundle('collection', at('http://example.org/fhir/Patient/b'))).find((one) => one.code === 'full-url-mismatch')).toMatchObject({ path: ['entry', 0, 'fullUrl'], expected: { en: '…/Patient/a' }, element: 'Bundle.entry.fullUrl' });
});

test('a resource that has an id has a full URL, but in transactions and batches', () => {
  const entry = { resource: patient({ id: 'a' }) };
  for (const type of ['collection', 'searchset']) expect(says(bundle(type, entry))).toEqual(['warning bundle-rule Bundle.entry[0]']);
  expect(says(bundle('collection', { resource: patient() }))).toEqual([]);
  expect(says(bundle('transaction', { ...entry, request: { method: 'POST', url: 'Patient' } }))).toEqual([]);
});

test('one full URL, one entry', () => {
  const twice = bundle('collection', at('http://example.org/fhir/Patient/a'), at('http://example.org/fhir/Patient/a'));
  expect(says(twice)).toEqual(['error duplicate-full-url Bundle bdl-7']);
  expect(saysStu3(twice)).toEqual(['error duplicate-full-url Bundle bdl-7']);
});

test('documents and messages start with what they are', () => {
  const composition = { resourceType: 'Composition', id: 'c', status: 'final', type: { text: 'x' }, subject: { display: 'x' }, date: '2020', author: [{ display: 'x' }], title: 'x' };
  const document = (...entry: readonly JsonObject[]): JsonObject => ({ ...bundle('document', ...entry), identifier: { system: 'http://example.org', value: '1' } });
  const first = at('http://example.org/fhir/Composition/c', composition);
  const second = at('http://example.org/fhir/Patient/a');
  expect(saysStu3(document(first, second))).toEqual([]);
  expect(saysStu3(document(second, first))).toEqual(['error bundle-rule Bundle.entry[0]']);
  expect(saysStu3(bundle('message', second))).toEqual(['error bundle-rule Bundle.entry[0]']);
  expect(says({ ...document(second, first), timestamp: '2020-01-01T10:00:00Z' })).toEqual(['error bundle-rule Bundle bdl-11']);
});

test('parts of entries belong to types of Bundles', () => {
  const request = { request: { method: 'POST', url: 'Patient' } };
  expect(says(bundle('collection', { ...at('http://example.org/fhir/Patient/a'), ...request }))).toEqual(['error bundle-rule Bundle bdl-3']);
  expect(says(bundle('transaction', { resource: patient() }))).toEqual(['error bundle-rule Bundle bdl-3']);
  expect(says(bundle('collection', { ...at('http://example.org/fhir/Patient/a'), search: { mode: 'match' } }))).toEqual(['error bundle-rule Bundle bdl-2']);
  expect(says(bundle('collection', { ...at('http://example.org/fhir/Patient/a'), response: { status: '200' } }))).toEqual(['error bundle-rule Bundle bdl-4']);
  expect(says({ ...bundle('collection'), total: 0 })).toEqual(['error bundle-rule Bundle bdl-1']);
  expect(says(bundle('collection', { link: [{ relation: 'self', url: 'http://example.org' }] }))).toEqual(['error bundle-rule Bundle.entry[0] bdl-5']);
  expect(says(bundle('history', { ...at('http://example.org/fhir/Patient/a/_history/1'), request: { method: 'GET', url: 'Patient/a' }, response: { status: '200' } }))).toContain('error bundle-rule Bundle.entry[0] bdl-8');
});

test('entries of the wrong form do no harm', () => {
  expect(says({ resourceType: 'Bundle', type: 'collection', entry: 'x' })).toContain('error not-a-list Bundle.entry');
  expect(says({ resourceType: 'Bundle', type: 'collection', entry: [null, 1] })).toEqual(['error null-value Bundle.entry[0]', 'error wrong-json-type Bundle.entry[1]']);
});
