import { expect, test } from 'vitest';
import { openEngines } from './engine.ts';
import { judgeDocument } from './judge-document.ts';

const engines = openEngines();
const codes = (text: string | Uint8Array, options = {}): string[] => judgeDocument(engines, text, options).findings.map((one) => one.code);

test('text, FHIR itself and Dutch checks are told together, each with its place', () => {
  const judged = judgeDocument(engines, '{ "resourceType": "Patient",\n "identifier": [{ "system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "123456789" }],\n "gender": "m",\n "gender": "male", "colour": "red" }', { fhir: 'stu3' });
  expect(judged).toMatchObject({ detected: { fhir: 'stu3', by: 'asked' }, format: 'json', resource: { resourceType: 'Patient' } });
  expect(judged.findings.map(({ code, position }) => [code, position?.line])).toEqual([['duplicate-key', 4], ['unknown-element', 4], ['bsn-fails-eleven-test', 2]]);
});
test('both formats and both versions', () => {
  expect(codes('<Patient xmlns="http://hl7.org/fhir"><gender value="m"/></Patient>', { fhir: 'stu3' })).toEqual(['code-not-in-value-set']);
  // Encounter.class: a Coding with 0..1 in STU3, required in R4.
  const encounter = '{ "resourceType": "Encounter", "status": "finished" }';
  expect(codes(encounter, { fhir: 'stu3' })).toEqual([]);
  expect(codes(encounter, { fhir: 'r4' })).toEqual(['element-missing', 'invariant-violated']);
});
test('the version is looked for when nobody says it', () => {
  expect(judgeDocument(engines, '{ "resourceType": "ServiceRequest" }').detected).toEqual({ fhir: 'r4', by: 'resource-type' });
  expect(judgeDocument(engines, new TextEncoder().encode('{ "resourceType": "Patient" }'), { contentType: 'application/fhir+json; fhirVersion=4.0' }).detected).toEqual({ fhir: 'r4', by: 'media-type' });
});
test('a profile that nobody loaded is not checked, whether stated or asked', () => {
  const stated = judgeDocument(engines, '{ "resourceType": "Patient", "meta": { "profile": ["http://example.org/p"] } }', { fhir: 'stu3', profiles: ['http://example.org/q'] });
  expect(stated.findings).toMatchObject([{ code: 'profile-unknown', severity: 'not-checked', actual: 'http://example.org/p' }, { code: 'profile-unknown', severity: 'not-checked', actual: 'http://example.org/q' }]);
});
test('what answers a request should have an id and a profile', () => {
  expect(codes('{ "resourceType": "Patient" }', { fhir: 'stu3', served: true }).sort()).toEqual(['id-missing', 'profile-not-stated']);
});
test.each(['', 'no FHIR', '[]', '{}', '{"resourceType":"Nothing"}', '<a/>', '<!DOCTYPE a><a/>', '\u0000', '{"resourceType":"Bundle","entry":[null]}'])('anything is told and nothing throws: %j', (text) => {
  expect(codes(text).length).toBeGreaterThan(0);
  expect(codes(new TextEncoder().encode(text)).length).toBeGreaterThan(0);
});
test('codes that cannot be checked here are kept for a terminology server', () => {
  const judged = judgeDocument(engines, '{ "resourceType": "Binary", "contentType": "xml", "content": "eA==" }', { fhir: 'stu3' });
  expect(judged.findings).toMatchObject([{ code: 'value-set-unknown', severity: 'not-checked', actual: 'xml' }]);
  expect(judged.pending).toMatchObject([{ expression: 'Binary.contentType', codes: [{ code: 'xml' }] }]);
});
