import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { compile } from './compile.ts';
import { loadDefinitions } from './load.ts';
import { sampleManifest, samplePackage, sampleProfile } from './sample.ts';
import { readPackageSource } from './source.ts';

const compiled = (name: string, version: string, resources: readonly { readonly [member: string]: unknown }[]) => compile(readPackageSource(samplePackage(sampleManifest(name, version), resources)));
const profile = 'http://example.org/p';

test('packages stand on top of core', () => {
  const gender = 'http://hl7.org/fhir/administrative-gender';
  const definitions = loadDefinitions('r4', [compiled('a', '1.0.0', [sampleProfile(profile), { resourceType: 'CodeSystem', url: gender, version: '9', content: 'complete', concept: [{ code: 'x' }] }])]);
  expect(definitions.structure(profile)).toMatchObject({ url: profile, differential: [{ path: 'Patient.birthDate', min: 1 }] });
  expect(definitions.type('Patient')).toBe(coreDefinitions('r4').type('Patient'));
  expect(definitions.codeSystem(gender)!.codes.map((one) => one.code)).toEqual(['x']);
  expect(definitions.codeSystem(`${gender}|4.0.1`)!.codes.map((one) => one.code)).toContain('male');
  expect([definitions.structure('http://example.org/none'), definitions.valueSet('http://example.org/none'), definitions.codeSystem('|')]).toEqual([null, null, null]);
  expect(definitions.canonicals()).toContain(profile);
  expect([definitions.packageOf(profile), definitions.packageOf('http://hl7.org/fhir/StructureDefinition/Patient')]).toEqual([{ name: 'a', version: '1.0.0' }, null]);
});
test('the newest answers without version, only the very version with one', () => {
  const packages = [compiled('a', '1.0.0', [sampleProfile(profile, '1.9.0', { name: 'Old' })]), compiled('b', '1.0.0', [sampleProfile(profile, '1.10.0', { name: 'New' })])];
  for (const order of [packages, [...packages].reverse()]) {
    const definitions = loadDefinitions('r4', order);
    expect(definitions.structure(profile)!.name).toBe('New');
    expect(definitions.structure(`${profile}|1.9.0`)!.name).toBe('Old');
    expect([definitions.structure(`${profile}|1.9`), definitions.structure(`${profile}|2.0.0`)]).toEqual([null, null]);
  }
});
test('where definitions have no version, or the same, that of the package decides', () => {
  const named = (version: string | undefined) => loadDefinitions('r4', [compiled('a', '2.0.0', [sampleProfile(profile, version, { name: 'New' })]), compiled('a', '1.9.9', [sampleProfile(profile, version, { name: 'Old' })])]).structure(profile)!.name;
  expect([named(undefined), named('1')]).toEqual(['New', 'New']);
});
test('no package changes the types of the specification', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/Patient';
  const definitions = loadDefinitions('r4', [compiled('evil', '9.0.0', [sampleProfile(url, '9', { derivation: 'specialization' })])]);
  expect(definitions.structure(url)).toBe(coreDefinitions('r4').structure(url));
});
test('packages of the other FHIR version are left out', () => {
  const definitions = loadDefinitions('stu3', [compiled('a', '1.0.0', [sampleProfile(profile)])]);
  expect([definitions.structure(profile), definitions.packages]).toEqual([null, []]);
});
test('search parameters of packages come with those of core, and win by code', () => {
  const definitions = loadDefinitions('r4', [compiled('a', '1.0.0', [
    { resourceType: 'SearchParameter', url: 'http://example.org/own', code: 'own', type: 'token', base: ['Patient'] }, { resourceType: 'SearchParameter', url: 'http://example.org/name', code: 'name', type: 'token', base: ['Patient'] },
  ])]);
  const parameters = definitions.searchParameters('Patient');
  expect(parameters.filter((one) => one.code === 'name').map((one) => one.url)).toEqual(['http://example.org/name']);
  expect(parameters.map((one) => one.code)).toEqual(expect.arrayContaining(['own', 'birthdate', '_id']));
  expect(definitions.searchParameters('Task').some((one) => one.code === 'own')).toBe(false);
});
test('supplements are found by the system that they add to', () => {
  const definitions = loadDefinitions('r4', [compiled('a', '1.0.0', [{ resourceType: 'CodeSystem', url: 'http://example.org/nl', supplements: 'http://loinc.org|2.7', content: 'supplement', concept: [{ code: 'x', display: 'X' }] }])]);
  expect(definitions.supplementsOf('http://loinc.org').map((one) => one.url)).toEqual(['http://example.org/nl']);
  expect(definitions.supplementsOf('http://snomed.info/sct')).toEqual([]);
});

const shared = join(import.meta.dirname, '../../../shared/fhir');
test.skipIf(!existsSync(shared)).each([
  ['nictiz.fhir.nl.stu3.zib2017-2.2.18', 'stu3', 214, 261, 'http://nictiz.nl/fhir/StructureDefinition/zib-BloodPressure'],
  ['nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1', 'r4', 354, 272, 'http://nictiz.nl/fhir/StructureDefinition/zib-BloodPressure'],
  ['nictiz.fhir.nl.r4.medicationprocess9-2.0.0-rc.7', 'r4', 47, 25, 'http://nictiz.nl/fhir/StructureDefinition/mp-MedicationAgreement'],
] as const)('%s (skipped without ../shared/fhir: published packages as test data) is read whole, without a note', (name, fhir, structures, valueSets, example) => {
  const one = compile(readPackageSource(join(shared, `${name}.xml.tgz`)));
  expect(one.fhir).toBe(fhir);
  expect(one.notes).toEqual([]);
  expect(one.table.rows.filter((row) => row.kind === 'structure')).toHaveLength(structures);
  expect(one.table.rows.filter((row) => row.kind === 'value-set')).toHaveLength(valueSets);
  expect(loadDefinitions(fhir, [one]).structure(example)!.differential!.length).toBeGreaterThan(3);
});
