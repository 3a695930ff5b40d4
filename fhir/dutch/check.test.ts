import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import { checkDutch, lookDutch, type DutchOptions } from './check.ts';

const stu3 = coreDefinitions('stu3');
const places = (resource: object, options?: DutchOptions, definitions = stu3): string[] => checkDutch(resource as FhirResource, definitions, options).map((one) => `${one.code} ${one.expression}`);
const display = 'x';
const meta = { profile: ['http://example.org/p'] };

test('places are told in FHIRPath and in JSON steps', () => {
  const patient = { resourceType: 'Patient', identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' }, { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '1' }] };
  const [finding] = checkDutch(patient, stu3);
  expect(finding).toMatchObject({ code: 'bsn-fails-eleven-test', path: ['identifier', 1], expression: 'Patient.identifier[1]' });
});
test('elements are known by their type, not by their name', () => {
  expect(places({ resourceType: 'Encounter', class: { code: 'IMP' } })).toEqual(['coding-incomplete Encounter.class']);
  // In R4 Consent.provision.class is a list of Coding, in Coverage.class an element of its own.
  expect(places({ resourceType: 'Coverage', class: [{ value: 'x', type: { text: 'plan' } }] }, {}, coreDefinitions('r4'))).toEqual([]);
  expect(places({ resourceType: 'Consent', provision: { class: [{ code: 'x' }] } }, {}, coreDefinitions('r4'))).toEqual(['coding-incomplete Consent.provision.class[0]']);
  expect(places({ resourceType: 'Task', owner: { identifier: { value: '1' } } })).toEqual(['reference-without-display Task.owner', 'identifier-incomplete Task.owner.identifier']);
});
test('choice elements, extensions and extensions of primitives are walked', () => {
  expect(places({ resourceType: 'Observation', valueCodeableConcept: { coding: [{ code: 'x', display }] } })).toEqual(['coding-incomplete Observation.value.coding[0]']);
  const specified = { extension: [{ url: 'http://nictiz.nl/fhir/StructureDefinition/code-specification', valueCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2.0.1.1', code: 'M', display }] } }] };
  expect(places({ resourceType: 'Patient', gender: 'male', _gender: specified })).toEqual(['value-set-oid-as-system Patient.gender.extension[0].value.coding[0]']);
  expect(places({ resourceType: 'Patient', name: [{ given: ['A', 'B'], _given: [null, specified] }] })).toEqual(['value-set-oid-as-system Patient.name[0].given[1].extension[0].value.coding[0]']);
  expect(places({ resourceType: 'Patient', extension: [{ url: 'a', extension: [{ url: 'b', valueReference: { reference: 'Patient/1' } }] }] })).toEqual(['reference-without-display Patient.extension[0].extension[0].value']);
});
test('entries of a searchset have id and profile; contained resources and other Bundles are no results', () => {
  const flag = { resourceType: 'Flag', contained: [{ resourceType: 'Patient' }] };
  expect(places({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { ...flag, id: 'f', meta } }, { resource: flag }, { fullUrl: 'urn:uuid:1', resource: { ...flag, meta } }] }))
    .toEqual(['id-missing Bundle.entry[1].resource', 'profile-not-stated Bundle.entry[1].resource']);
  expect(places({ resourceType: 'Bundle', type: 'transaction', entry: [{ resource: flag }] })).toEqual([]);
  expect(places({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { resourceType: 'OperationOutcome', id: 'o' } }] })).toEqual([]);
});
test('a resource that was read is a result, one that was sent is none', () => {
  expect(places({ resourceType: 'Flag' })).toEqual([]);
  expect(places({ resourceType: 'Flag' }, { served: true })).toEqual(['id-missing Flag', 'profile-not-stated Flag']);
});
test('inside an entry the place starts at the Bundle', () => {
  const resource = { resourceType: 'Flag', id: 'f', meta, subject: { reference: 'Patient/1' } };
  expect(checkDutch({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource }] }, stu3)).toMatchObject([{ path: ['entry', 0, 'resource', 'subject'], expression: 'Bundle.entry[0].resource.subject' }]);
});
test('nonsense is passed over, never thrown at', () => {
  expect(places({ resourceType: 'Nothing', identifier: [{}] })).toEqual([]);
  expect(places({ resourceType: 'Patient', identifier: 'x', name: [null, 3, []], contained: { resourceType: 4 }, unknown: { coding: [{}] } })).toEqual([]);
  expect(places({ resourceType: 'Bundle', type: 'searchset', entry: [null, 3, {}, { resource: 'x' }] })).toEqual([]);
  let deep: object = { url: 'x' };
  for (let depth = 0; depth < 100_000; depth += 1) deep = { url: 'x', extension: [deep] };
  expect(places({ resourceType: 'Patient', extension: [deep] })).toEqual([]);
});
test('it says how many elements of each type it looked at', () => {
  const flag = { resourceType: 'Flag', category: { coding: [{ system: 's', code: 'c', display }] }, subject: { reference: 'Patient/1', display } };
  expect(lookDutch(flag, stu3)).toEqual({ findings: [], looked: { Coding: 1, CodeableConcept: 1, Identifier: 0, Reference: 1 } });
});
