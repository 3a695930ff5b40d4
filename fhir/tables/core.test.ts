import { expect, test } from 'vitest';
import { coreDefinitions, readTable } from './core.ts';
import { packStructure, unpackStructure, writeLine } from './lines.ts';

test.each(['stu3', 'r4'] as const)('%s: types have snapshots in which min, max and base are never absent', (fhir) => {
  const definitions = coreDefinitions(fhir);
  for (const name of ['Observation', 'Patient', 'Task', 'Bundle', 'HumanName', 'Quantity', 'dateTime', 'Extension']) {
    const elements = definitions.type(name)!.snapshot!;
    expect(elements[0]!.path).toBe(name);
    for (const element of elements) expect([element.id, element.min, element.max, element.base?.path].every((fact) => fact !== undefined), `${name} ${element.path}`).toBe(true);
  }
});
test('the versions differ where the specification does', () => {
  expect(coreDefinitions('stu3').type('ProcedureRequest')).not.toBeNull();
  expect(coreDefinitions('r4').type('ProcedureRequest')).toBeNull();
  const subject = (fhir: 'stu3' | 'r4'): unknown => coreDefinitions(fhir).type('Observation')!.snapshot!.find((element) => element.path === 'Observation.subject')!.types;
  expect(subject('stu3')).toEqual(subject('r4'));
  expect(coreDefinitions('r4').type('Patient')!.snapshot!.find((element) => element.path === 'Patient.id')!.types).toEqual([{ code: 'string' }]);
});
test('values of primitives carry their system type and lexical rule', () => {
  for (const fhir of ['stu3', 'r4'] as const) {
    const value = (name: string) => coreDefinitions(fhir).type(name)!.snapshot!.find((element) => element.path === `${name}.value`)!;
    expect(value('boolean').types).toEqual([{ code: 'System.Boolean' }]);
    expect(value('id').regex).toBe('[A-Za-z0-9\\-\\.]{1,64}');
  }
});
test('code lists, value sets and search parameters are there', () => {
  const stu3 = coreDefinitions('stu3');
  expect(stu3.codeSystem('http://hl7.org/fhir/administrative-gender')!.codes.map((one) => one.code)).toEqual(['male', 'female', 'other', 'unknown']);
  expect(stu3.valueSet('http://hl7.org/fhir/ValueSet/administrative-gender')!.include).toEqual([{ system: 'http://hl7.org/fhir/administrative-gender' }]);
  expect(stu3.searchParameters('Flag').map((one) => one.code)).toEqual(expect.arrayContaining(['patient', '_id', 'identifier']));
  expect(stu3.searchParameters('MedicationDispense').some((one) => one.code === 'category')).toBe(false);
});
test('a canonical may carry a version of the same FHIR release, not another', () => {
  const r4 = coreDefinitions('r4');
  expect(r4.structure('http://hl7.org/fhir/StructureDefinition/Patient|4.0.1')).not.toBeNull();
  expect(r4.structure('http://hl7.org/fhir/StructureDefinition/Patient|3.0.1')).toBeNull();
  expect(r4.structure('http://example.org/none')).toBeNull();
});
test('a structure survives packing', () => {
  const structure = coreDefinitions('r4').type('Observation')!;
  expect(unpackStructure(JSON.parse(JSON.stringify(packStructure(structure))))).toEqual(structure);
  expect(readTable('r4', writeLine({ kind: 'structure', facts: structure })).type('Observation')).toEqual(structure);
});
