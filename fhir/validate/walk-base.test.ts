import { expect, test } from 'vitest';
import { parse } from '../codec/parse.ts';
import type { FhirVersion } from '../version.ts';
import type { JsonObject } from '../json.ts';
import { createValidator } from './validator.ts';
import { baseValidator, bundle, coded, div, json, observation, patient, says, saysStu3 } from './testing.ts';

test('what is right says nothing, in both versions', () => {
  const one = patient({ id: 'a', name: [{ family: 'x', given: ['a', 'b'] }], birthDate: '2020-01-01', deceasedBoolean: false, text: { status: 'generated', div: div() } });
  expect(says(one)).toEqual([]);
  expect(saysStu3(one)).toEqual([]);
  expect(says(observation({ valueQuantity: { value: 1.5, unit: 'mg' } }))).toEqual([]);
});

test('what is no resource of the version', () => {
  expect(says({ resourceType: 'Nonsense' })).toEqual(['error unknown-resource-type Nonsense']);
  expect(says({ resourceType: 'DomainResource' })).toEqual(['error unknown-resource-type DomainResource']);
  expect(says({ resourceType: 'HumanName' })).toEqual(['error unknown-resource-type HumanName']);
  expect(says({ resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: { display: 'x' } })).toEqual([]);
  expect(saysStu3({ resourceType: 'ServiceRequest' })).toEqual(['error unknown-resource-type ServiceRequest']);
  expect(says(patient({ contained: [{ id: 'a' }] }))).toEqual(['error not-a-resource Patient.contained[0]', 'error invariant-violated Patient dom-3']);
});

test('required elements', () => {
  expect(says({ resourceType: 'Observation' })).toEqual(['error element-missing Observation.status', 'error element-missing Observation.code']);
  // An extension in the place of the value is enough for presence.
  expect(says({ resourceType: 'Observation', _status: { extension: [{ url: 'http://example.org/x', valueString: 'x' }] }, code: { text: 'x' } })).toEqual(['information unknown-extension Observation.status.extension[0]']);
  expect(says(observation({ component: [{ valueString: 'x' }] }))).toEqual(['error element-missing Observation.component[0].code']);
});

test('unknown members, with the right case when that is near', () => {
  expect(says(patient({ birthdate: '2020' }))).toEqual(['error unknown-element Patient.birthdate']);
  const [near] = baseValidator().validate(patient({ birthdate: '2020' })).filter((one) => one.code === 'unknown-element');
  expect(near).toMatchObject({ expected: { en: 'birthDate; case matters' }, path: ['birthdate'], profile: 'http://hl7.org/fhir/StructureDefinition/Patient' });
  expect(says(observation({ valueNonsense: 1 }))).toEqual(['error unknown-element Observation.valueNonsense']);
  expect(says(patient({ name: [{ surname: 'x' }] }))).toEqual(['error unknown-element Patient.name[0].surname']);
  expect(baseValidator().validate(patient({ name: [{ surname: 'x' }] })).find((one) => one.code === 'unknown-element')).toMatchObject({ path: ['name', 0, 'surname'], profile: 'http://hl7.org/fhir/StructureDefinition/HumanName', expected: { nl: 'een element van HumanName', en: 'an element of HumanName' } });
  // A member that a program left undefined is not there.
  expect(says({ resourceType: 'Patient', birthDate: undefined, nonsense: undefined } as unknown as JsonObject)).toEqual([]);
  expect(says(patient({ name: [{ resourceType: 'x', family: 'x' }] }))).toEqual(['error unknown-element Patient.name[0].resourceType']);
  for (const name of ['constructor', 'toString', '__proto__', '_constructor', '___proto__', 'hasOwnProperty']) {
    expect(says(JSON.parse(`{"resourceType":"Patient","${name}":{"a":1}}`) as JsonObject)).toEqual([`error unknown-element Patient.${name}`]);
  }
});

test('lists and single values', () => {
  expect(says(patient({ name: { family: 'x' } }))).toEqual(['error not-a-list Patient.name']);
  expect(says(patient({ name: [] }))).toEqual(['error empty-array Patient.name']);
  expect(says(patient({ birthDate: ['2020'] }))).toEqual(['error wrong-json-type Patient.birthDate']);
  expect(says(patient({ birthDate: ['2020', '2021x'] }))).toEqual(['error too-many Patient.birthDate', 'error illegal-value Patient.birthDate[1]']);
  expect(says(patient({ name: [{ given: ['a'], _given: 'x' }] }))).toEqual(['error not-a-list Patient.name[0]._given', 'error wrong-json-type Patient.name[0]._given']);
});

test('at most so many', () => {
  expect(says(observation({ subject: [{ display: 'a' }, { display: 'b' }] }))).toEqual(['error too-many Observation.subject']);
  expect(baseValidator().validate(observation({ subject: [{ display: 'a' }, { display: 'b' }] })).find((one) => one.code === 'too-many')).toMatchObject({ actual: '2', expected: { en: 'one value, no array' } });
  // No core list has a maximum but 1 and *; another is judged by what it is.
  const { definitions, snapshots } = baseValidator().environment;
  const known = definitions.type('Patient')!;
  const two = { ...known, snapshot: known.snapshot!.map((one) => (one.path === 'Patient.name' ? { ...one, max: 2 } : one)) };
  const limited = createValidator({ definitions: { ...definitions, type: (name) => (name === 'Patient' ? two : definitions.type(name)) }, snapshots });
  expect(says(patient({ name: [{ text: 'a' }, { text: 'b' }] }), limited)).toEqual([]);
  expect(limited.validate(patient({ name: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] })).find((one) => one.code === 'too-many')).toMatchObject({ severity: 'error', path: ['name'], actual: '3', expected: { nl: 'hooguit 2', en: 'at most 2' }, element: 'Patient.name' });
});

test('choices have one type', () => {
  expect(says(observation({ valueString: 'x', valueInteger: 1 }))).toEqual(['error several-choice-types Observation.valueInteger']);
  expect(says(observation({ valueString: 'x', _valueString: { id: 'a' } }))).toEqual([]);
  expect(baseValidator().validate(observation({ valueString: 'x', valueInteger: 1 })).find((one) => one.code === 'several-choice-types')).toMatchObject({ path: ['valueInteger'], actual: 'valueString, valueInteger', expected: { nl: 'één value[x]', en: 'one value[x]' }, element: 'Observation.value[x]' });
  expect(says(observation({ valueAddress: { text: 'x' } }))).toEqual(['error unknown-element Observation.valueAddress']);
});

test('JSON types of values', () => {
  expect(says(patient({ active: 'true' }))).toEqual(['error wrong-json-type Patient.active']);
  expect(says(patient({ birthDate: { value: '2020' } }))).toEqual(['error wrong-json-type Patient.birthDate']);
  expect(says(patient({ maritalStatus: 'M' }))).toEqual(['error wrong-json-type Patient.maritalStatus']);
  expect(says(patient({ name: ['x'] }))).toEqual(['error wrong-json-type Patient.name[0]']);
  expect(says(patient({ name: [[]] }))).toEqual(['error wrong-json-type Patient.name[0]']);
});

test('nulls, empty objects and elements with an id only', () => {
  expect(says(patient({ birthDate: null }))).toEqual(['error null-value Patient.birthDate']);
  expect(says(patient({ _birthDate: null }))).toEqual(['error null-value Patient._birthDate']);
  expect(says(patient({ name: [null] }))).toEqual(['error null-value Patient.name[0]']);
  expect(says(patient({ name: [{ given: ['a', null] }] }))).toEqual(['error null-value Patient.name[0].given[1]']);
  expect(says(patient({ name: [{ given: ['a', null], _given: [null, { id: 'x', extension: [{ url: 'http://example.org/x', valueCode: 'a' }] }] }] }))).toEqual(['information unknown-extension Patient.name[0].given[1].extension[0]']);
  expect(says(patient({ name: [{}] }))).toEqual(['error empty-object Patient.name[0] ele-1']);
  expect(says(patient({ name: [{ id: 'a' }] }))).toEqual(['error empty-element Patient.name[0] ele-1']);
  expect(says(patient({ _birthDate: { id: 'a' } }))).toEqual(['error empty-element Patient.birthDate ele-1']);
  expect(says(patient({ birthDate: '2020', _birthDate: { id: 'a' } }))).toEqual([]);
  // A resource may be no more than its id, or less.
  expect(says(patient())).toEqual([]);
});

test('the members with an underscore', () => {
  expect(says(patient({ _name: [{ id: 'a' }] }))).toEqual(['error misplaced-primitive-extension Patient._name']);
  expect(says(patient({ birthDate: '2020', _birthDate: 'x' }))).toEqual(['error wrong-json-type Patient._birthDate']);
  expect(says(patient({ name: [{ given: ['a', 'b'], _given: [null] }] }))).toEqual(['warning array-lengths-differ Patient.name[0]._given']);
  expect(says(patient({ birthDate: '2020', _birthDate: { value: 'x' } }))).toEqual(['error unknown-element Patient.birthDate.value']);
});

test('lexical rules, bindings and ranges at their place', () => {
  expect(says(patient({ birthDate: '2020-02-30' }))).toEqual(['error illegal-value Patient.birthDate']);
  expect(says(patient({ gender: 'm' }))).toEqual(['error code-not-in-value-set Patient.gender']);
  // What is only suspect of its form is judged further.
  expect(says(patient({ gender: 'male\u00a0' }))).toEqual(['warning illegal-value Patient.gender', 'error code-not-in-value-set Patient.gender']);
  expect(says(patient({ id: 'a_b' }))).toEqual(['error illegal-value Patient.id']);
  expect(says(patient({ name: [{ id: 'any string' , family: 'x' }] }))).toEqual([]);
  expect(says(patient({ telecom: [{ system: 'phone', value: '1', rank: 0 }] }))).toEqual(['error value-out-of-range Patient.telecom[0].rank']);
});

test('the text of a number is judged where the message came as text', () => {
  const judge = (text: string, fhir: FhirVersion = 'r4'): string[] => {
    const validator = baseValidator(fhir);
    const document = parse(text, { definitions: validator.environment.definitions });
    return [...document.findings.map((one) => one.code), ...says(document.resource!, validator, { document })];
  };
  const contact = (rank: string): string => `{"resourceType":"Patient","telecom":[{"system":"phone","value":"1","rank":${rank}}]}`;
  expect(judge(contact('1'))).toEqual([]);
  expect(judge(contact('1.0'))).toEqual(['error illegal-value Patient.telecom[0].rank']);
  expect(judge(contact('1e0'))).toEqual(['error illegal-value Patient.telecom[0].rank']);
  const value = (text: string): string => `{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":${text}}}`;
  expect(judge(value('1.50'))).toEqual([]);
  expect(judge(value('1e3'))).toEqual([]);
  expect(judge(value('1e3'), 'stu3')).toEqual(['error illegal-value Observation.value.value']);
  expect(judge('<Patient xmlns="http://hl7.org/fhir"><active value="ja"/></Patient>')).toEqual(['error illegal-value Patient.active']);
});

test('narrative', () => {
  const text = (inside: unknown): JsonObject => patient({ text: { status: 'generated', div: json(inside) } });
  expect(says(text(div('<b>x</b>')))).toEqual([]);
  expect(says(text(div('<script>x</script>')))).toEqual(['error invariant-violated Patient.text.div txt-1']);
  expect(says(text(div(' ')))).toEqual(['error invariant-violated Patient.text.div txt-2']);
  expect(says(text(1))).toEqual(['error wrong-json-type Patient.text.div']);
  expect(says(patient({ text: { status: 'generated', _div: { id: 'a' } } })).filter((one) => one.includes('wrong-json-type'))).toEqual([]);
  expect(says(patient({ text: { status: 'generated' } }))).toContain('error element-missing Patient.text.div');
});

test('rules of a type and rules of an element', () => {
  expect(says(patient({ telecom: [{ value: '1' }] }))).toEqual(['error invariant-violated Patient.telecom[0] cpt-2']);
  expect(says(patient({ contact: [{ gender: 'male' }] }))).toEqual(['error invariant-violated Patient.contact[0] pat-1']);
  expect(says(observation({ valueString: 'x', dataAbsentReason: { text: 'x' } }))).toEqual(['error invariant-violated Observation obs-6']);
  expect(says(observation({ effectivePeriod: { start: '2021', end: '2020' } }))).toEqual(['error invariant-violated Observation.effective per-1']);
});

test('a content reference brings the rules of where it points along', () => {
  const contains = (more: JsonObject): JsonObject => ({ resourceType: 'ValueSet', status: 'draft', expansion: { timestamp: '2020-01-01T10:00:00Z', contains: [{ code: 'a', system: 'http://example.org/s', display: 'x', contains: [more] }] } });
  expect(says(contains({ code: 'b', system: 'http://example.org/s' }))).toEqual([]);
  expect(says(contains({ code: 'b' }))).toEqual(['error invariant-violated ValueSet.expansion.contains[0].contains[0] vsd-10']);
  expect(says(contains({ code: 'b', system: 'http://example.org/s', nonsense: 1 }))).toEqual(['error unknown-element ValueSet.expansion.contains[0].contains[0].nonsense']);
  const part = { name: 'x', use: 'in', min: 0, max: '1', type: 'nonsense' };
  const operation = { resourceType: 'OperationDefinition', name: 'X', status: 'draft', kind: 'operation', code: 'x', system: true, type: false, instance: false, parameter: [{ name: 'x', use: 'in', min: 0, max: '1', part: [part] }] };
  expect(says(operation)).toEqual(['error code-not-in-value-set OperationDefinition.parameter[0].part[0].type']);
});

test('SimpleQuantity has no comparator', () => {
  const low = (more: JsonObject): JsonObject => observation({ referenceRange: [{ low: { value: 1, ...more } }] });
  expect(says(low({}))).toEqual([]);
  expect(says(low({ comparator: '<' }))).toEqual(['error invariant-violated Observation.referenceRange[0].low sqty-1', 'error too-many Observation.referenceRange[0].low.comparator']);
  expect(saysStu3(low({ comparator: '<' }))).toContain('error too-many Observation.referenceRange[0].low.comparator');
  expect(says(observation({ valueQuantity: { value: 1, comparator: '<' } }))).toEqual([]);
});

test('resources inside are judged by their own type', () => {
  expect(says(bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/a', resource: patient({ id: 'a', gender: 'x' }) }))).toEqual(['error code-not-in-value-set Bundle.entry[0].resource.gender']);
  expect(says(patient({ generalPractitioner: [{ reference: '#a' }], contained: [{ resourceType: 'Organization', id: 'a' }] }))).toEqual(['error invariant-violated Patient.contained[0] org-1']);
});

test('what nests deeper than messages do is told and not followed', () => {
  let extension: JsonObject = { url: 'http://example.org/x', valueString: 'x' };
  for (let depth = 0; depth < 130; depth += 1) extension = { url: 'http://example.org/x', extension: [extension] };
  const deep = baseValidator().validate(patient({ extension: [extension] })).filter((one) => one.severity === 'error');
  expect(deep.map((one) => one.code)).toEqual(['nested-too-deep']);
});
