import { expect, test } from 'vitest';
import { detectVersion } from './detect-version.ts';
import type { Definitions } from './definitions/definitions.ts';
import { coreDefinitions } from './tables/core.ts';

const profile = 'http://example.org/StructureDefinition/only-r4';
const r4: Definitions = { ...coreDefinitions('r4'), structure: (canonical) => (canonical === profile ? {} as never : coreDefinitions('r4').structure(canonical)) };
const known = { stu3: coreDefinitions('stu3'), r4 };

test('the media type says it', () => {
  expect(detectVersion('{}', known, 'application/fhir+json; fhirVersion=4.0')).toEqual({ fhir: 'r4', by: 'media-type' });
  expect(detectVersion('{}', known, 'application/fhir+xml;fhirversion="3.0"')).toEqual({ fhir: 'stu3', by: 'media-type' });
});
test('a stated profile that one version knows says it, in JSON and XML', () => {
  expect(detectVersion(`{"resourceType":"Patient","meta":{"profile":["http://other","${profile}"]}}`, known)).toEqual({ fhir: 'r4', by: 'profile' });
  expect(detectVersion(`<Patient xmlns="http://hl7.org/fhir"><meta><profile value="${profile}"/></meta></Patient>`, known)).toEqual({ fhir: 'r4', by: 'profile' });
});
test('a type of one version says it', () => {
  expect(detectVersion('{"resourceType":"ProcedureRequest"}', known)).toEqual({ fhir: 'stu3', by: 'resource-type' });
  expect(detectVersion('<?xml version="1.0"?><ServiceRequest xmlns="http://hl7.org/fhir"/>', known)).toEqual({ fhir: 'r4', by: 'resource-type' });
});
test('otherwise it is an assumption, and said so', () => {
  expect(detectVersion('{"resourceType":"Patient"}', known)).toEqual({ fhir: 'stu3', by: 'assumption' });
  expect(detectVersion('not FHIR at all', known)).toEqual({ fhir: 'stu3', by: 'assumption' });
});
