import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packages, parse, serialize, validate } from './index.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'toetssteen-api-')), 'example.profiles-1.0.0');
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
const profile = 'http://example.org/fhir/StructureDefinition/patient-with-birth-date';

async function loaded() {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'example.profiles', version: '1.0.0', 'fhir-version-list': ['3.0.2'], dependencies: { 'example.other': '2.0.0' } }));
  writeFileSync(join(folder, 'profile.json'), JSON.stringify({
    resourceType: 'StructureDefinition', url: profile, name: 'P', status: 'active', fhirVersion: '3.0.2', kind: 'resource', abstract: false, type: 'Patient',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient', derivation: 'constraint',
    differential: { element: [{ id: 'Patient', path: 'Patient' }, { id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1 }] },
  }));
  return packages.load({ from: [folder] });
}
test('validates an object, text and bytes, without any packages', () => {
  expect(validate({ resourceType: 'Patient', birthDate: '1970-01-01' })).toEqual([]);
  expect(validate({ resourceType: 'Patient', birthDate: '1970-13-01' })).toMatchObject([{ code: 'illegal-value', expression: 'Patient.birthDate' }]);
  const text = '<Patient xmlns="http://hl7.org/fhir">\n  <birthDate value="x"/>\n</Patient>';
  for (const input of [text, new TextEncoder().encode(text)]) expect(validate(input)).toMatchObject([{ code: 'illegal-value', position: { line: 2 } }]);
  expect(validate({ resourceType: 'Encounter', status: 'finished' }, { fhir: 'r4' })).toMatchObject([{ code: 'element-missing' }, { code: 'invariant-violated', severity: 'warning', invariant: 'dom-6' }]);
});
test('loads packages from a folder, without installing them, and judges by their profiles', async () => {
  const zib = await loaded();
  expect(zib.packages.map((one) => one.id)).toEqual([{ name: 'example.profiles', version: '1.0.0' }]);
  expect(zib.missing).toMatchObject([{ name: 'example.other', version: '2.0.0' }]);
  const patient = { resourceType: 'Patient', meta: { profile: [profile] } };
  expect(validate(patient, { fhir: 'stu3', packages: zib })).toMatchObject([{ code: 'element-missing', severity: 'error', profile: expect.stringContaining(profile), element: 'Patient.birthDate' }]);
  expect(validate({ resourceType: 'Patient' }, { fhir: 'stu3', packages: zib, profiles: [profile] })).toHaveLength(1);
  expect(validate(patient, { fhir: 'stu3' })).toMatchObject([{ code: 'profile-unknown', severity: 'not-checked' }]);
});
test('XML to JSON and back, without loss', () => {
  const text = '<Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="gewicht"/></code><valueQuantity><value value="70.50"/></valueQuantity></Observation>';
  const { resource, findings } = parse(text, { fhir: 'stu3' });
  expect(findings).toEqual([]);
  const json = serialize(resource!, { fhir: 'stu3', format: 'json' });
  expect(json).toContain('"value":70.50');
  expect(serialize(parse(json, { fhir: 'stu3' }).resource!, { fhir: 'stu3', format: 'xml' })).toContain(text.slice(text.indexOf('<status')));
});
