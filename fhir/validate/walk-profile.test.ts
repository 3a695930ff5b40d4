import { expect, test } from 'vitest';
import type { FhirFinding } from '../finding.ts';
import type { JsonObject } from '../json.ts';
import type { ValueSetFacts } from '../definitions/terminology.ts';
import { brief, coded, core, observation, own, patient, profile, validatorWith } from './testing.ts';

/** What a profile on a type, made of these elements, says of a resource beyond base FHIR. */
function judge(type: string, elements: readonly JsonObject[], resource: JsonObject, more: readonly ReturnType<typeof profile>[] = [], valueSets: readonly ValueSetFacts[] = []): string[] { return full(type, elements, resource, more, valueSets).map(brief); }
function full(type: string, elements: readonly JsonObject[], resource: JsonObject, more: readonly ReturnType<typeof profile>[] = [], valueSets: readonly ValueSetFacts[] = []): FhirFinding[] {
  const validator = validatorWith({ structures: [...more, profile('p', type, [{ path: type }, ...elements])], valueSets });
  return validator.validate({ resourceType: type, ...resource }, { profiles: [own('p')] }).filter((one) => one.invariant !== 'dom-6');
}
const onPatient = (elements: readonly JsonObject[], resource: JsonObject, ...more: readonly ReturnType<typeof profile>[]): string[] => judge('Patient', elements, resource, more);

test('cardinality', () => {
  const one = [{ path: 'Patient.name', min: 1, max: '2' }];
  expect(onPatient(one, {})).toEqual(['error element-missing Patient.name']);
  expect(onPatient(one, { name: [{ text: 'a' }] })).toEqual([]);
  expect(onPatient(one, { name: [{ text: 'a' }, { text: 'b' }] })).toEqual([]);
  expect(onPatient(one, { name: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] })).toEqual(['error too-many Patient.name']);
  expect(full('Patient', one, {})[0]).toMatchObject({ path: ['name'], profile: own('p'), element: 'Patient.name', expected: { en: 'name (1..2)' }, actual: '' });
  expect(full('Patient', [{ path: 'Patient.name', min: 2 }], { name: [{ text: 'a' }] })[0]).toMatchObject({ code: 'element-missing', actual: '1' });
  const none = [{ path: 'Patient.photo', max: '0' }];
  expect(full('Patient', none, { photo: [{ title: 'x' }] })).toMatchObject([{ code: 'too-many', severity: 'error', expression: 'Patient.photo', actual: '1', expected: { en: 'no photo' } }]);
  // Below what is absent nothing is asked; where it is present, it is.
  expect(onPatient([{ path: 'Patient.contact.name', min: 1 }], {})).toEqual([]);
  expect(onPatient([{ path: 'Patient.contact.name', min: 1 }], { contact: [{ name: { text: 'x' } }, { telecom: [{ system: 'phone', value: '1' }] }] })).toEqual(['error element-missing Patient.contact[1].name']);
});

test('a primitive with an extension only is there', () => {
  expect(onPatient([{ path: 'Patient.birthDate', min: 1 }], { _birthDate: { extension: [{ url: 'http://example.org/x', valueString: 'x' }] } })).toEqual(['information unknown-extension Patient.birthDate.extension[0]']);
});

test('fixed values and patterns', () => {
  const fixed = [{ path: 'Patient.maritalStatus', fixedCodeableConcept: coded('http://example.org/s', 'M') }];
  expect(onPatient(fixed, { maritalStatus: coded('http://example.org/s', 'M') })).toEqual(['information code-not-in-value-set Patient.maritalStatus']);
  expect(onPatient(fixed, { maritalStatus: { ...coded('http://example.org/s', 'M'), text: 'x' } })).toContain('error fixed-value-differs Patient.maritalStatus');
  const pattern = [{ path: 'Patient.maritalStatus', patternCodeableConcept: coded('http://example.org/s', 'M') }];
  expect(onPatient(pattern, { maritalStatus: { ...coded('http://example.org/s', 'M'), text: 'x' } })).toEqual(['information code-not-in-value-set Patient.maritalStatus']);
  expect(full('Patient', pattern, { maritalStatus: coded('http://example.org/s', 'S') }).find((one) => one.code === 'pattern-differs')).toMatchObject({ severity: 'error', expression: 'Patient.maritalStatus', actual: 'S', expected: { en: 'coding.code = M' } });
  const gender = [{ path: 'Patient.gender', fixedCode: 'female' }];
  expect(onPatient(gender, { gender: 'female' })).toEqual([]);
  expect(onPatient(gender, { gender: 'male' })).toEqual(['error fixed-value-differs Patient.gender']);
  expect(onPatient(gender, {})).toEqual([]);
});

test('types, ranges and lengths', () => {
  const bool = [{ path: 'Patient.deceased[x]', type: [{ code: 'boolean' }] }];
  expect(onPatient(bool, { deceasedBoolean: true })).toEqual([]);
  expect(onPatient(bool, { deceasedDateTime: '2020' })).toEqual(['error type-not-allowed Patient.deceased']);
  const length = [{ path: 'Patient.name.text', maxLength: 3 }];
  expect(onPatient(length, { name: [{ text: 'abc' }] })).toEqual([]);
  expect(onPatient(length, { name: [{ text: 'abcd' }] })).toEqual(['error too-long Patient.name[0].text']);
  const least = [{ path: 'Patient.birthDate', minValueDate: '1900-01-01' }];
  expect(onPatient(least, { birthDate: '1899-12-31' })).toEqual(['error value-out-of-range Patient.birthDate']);
});

test('invariants and bindings of a profile', () => {
  const rule = [{ path: 'Patient.contact', constraint: [{ key: 'own-1', severity: 'warning', human: 'x', expression: 'telecom.exists()' }] }];
  expect(full('Patient', rule, { contact: [{ name: { text: 'x' } }] })).toMatchObject([{ code: 'invariant-violated', severity: 'warning', invariant: 'own-1', expression: 'Patient.contact[0]', profile: own('p'), element: 'Patient.contact' }]);
  const values = [{ url: 'http://example.org/v', include: [{ system: 'http://example.org/s', concepts: [{ code: 'a' }] }] }];
  const bound = [{ path: 'Observation.method', binding: { strength: 'required', valueSet: 'http://example.org/v' } }];
  expect(judge('Observation', bound, observation({ method: coded('http://example.org/s', 'b') }), [], values)).toEqual(['error code-not-in-value-set Observation.method']);
});

test('profiles on data types; of several one suffices', () => {
  const family = profile('family', 'HumanName', [{ path: 'HumanName' }, { path: 'HumanName.family', min: 1 }]);
  const text = profile('text', 'HumanName', [{ path: 'HumanName' }, { path: 'HumanName.text', min: 1 }]);
  const one = [{ path: 'Patient.name', type: [{ code: 'HumanName', profile: [own('family')] }] }];
  expect(onPatient(one, { name: [{ family: 'x' }] }, family)).toEqual([]);
  expect(onPatient(one, { name: [{ text: 'x' }] }, family)).toEqual(['error element-missing Patient.name[0].family']);
  const either = [{ path: 'Patient.name', type: [{ code: 'HumanName', profile: [own('family'), own('text')] }] }];
  expect(onPatient(either, { name: [{ text: 'x' }, { family: 'x' }] }, family, text)).toEqual([]);
  expect(onPatient(either, { name: [{ given: ['x'] }] }, family, text)).toEqual(['error element-missing Patient.name[0].family']);
  expect(onPatient([{ path: 'Patient.name', type: [{ code: 'HumanName', profile: [own('absent')] }] }], { name: [{ text: 'x' }] })).toEqual(['not-checked profile-not-checked Patient.name[0]']);
});

// Slicing
const slicing = (path: string, type: string, rules = 'open', ordered = false): JsonObject => ({ discriminator: [{ type, path }], rules, ordered });
const identifiers = (rules = 'open', ordered = false): JsonObject[] => [
  { path: 'Patient.identifier', slicing: slicing('system', 'value', rules, ordered) },
  { id: 'Patient.identifier:a', path: 'Patient.identifier', sliceName: 'a', min: 1, max: '1' }, { id: 'Patient.identifier:a.system', path: 'Patient.identifier.system', min: 1, fixedUri: 'http://example.org/a' }, { id: 'Patient.identifier:a.value', path: 'Patient.identifier.value', min: 1 },
  { id: 'Patient.identifier:b', path: 'Patient.identifier', sliceName: 'b', max: '1' }, { id: 'Patient.identifier:b.system', path: 'Patient.identifier.system', min: 1, fixedUri: 'http://example.org/b' },
];
const a = { system: 'http://example.org/a', value: '1' };
const b = { system: 'http://example.org/b', value: '1' };
const c = { system: 'http://example.org/c', value: '1' };

test('slices by value: how many, and what is asked inside', () => {
  const said = (...identifier: readonly JsonObject[]): string[] => onPatient(identifiers(), identifier.length === 0 ? {} : { identifier: [...identifier] });
  expect(said(a)).toEqual([]);
  expect(said(b, a, c)).toEqual([]);
  expect(said()).toEqual(['error slice-missing Patient.identifier :a']);
  expect(said(c)).toEqual(['error slice-missing Patient.identifier :a']);
  expect(said(a, a)).toEqual(['error slice-too-many Patient.identifier :a']);
  expect(said(a, b, b)).toEqual(['error slice-too-many Patient.identifier :b']);
  expect(said({ system: a.system })).toEqual(['error element-missing Patient.identifier[0].value :a']);
  expect(full('Patient', identifiers(), {})[0]).toMatchObject({ slice: 'a', element: 'Patient.identifier:a', actual: '0', path: ['identifier'], expected: { en: 'slice a (1..1): system = http://example.org/a' } });
});

test('closed, open at the end, ordered', () => {
  expect(onPatient(identifiers('closed'), { identifier: [a, b] })).toEqual([]);
  expect(onPatient(identifiers('closed'), { identifier: [a, c] })).toEqual(['error slice-unmatched Patient.identifier[1]']);
  expect(full('Patient', identifiers('closed'), { identifier: [a, c] })[0]!.expected).toEqual({ nl: 'één van de slices a, b (closed); a: system = http://example.org/a', en: 'one of the slices a, b (closed); a: system = http://example.org/a' });
  expect(onPatient(identifiers('openAtEnd'), { identifier: [a, b, c] })).toEqual([]);
  expect(onPatient(identifiers('openAtEnd'), { identifier: [a, c, b] })).toEqual(['error slice-out-of-order Patient.identifier[2] :b']);
  expect(onPatient(identifiers('open', true), { identifier: [a, c, b] })).toEqual([]);
  expect(onPatient(identifiers('open', true), { identifier: [b, a] })).toEqual(['error slice-out-of-order Patient.identifier[1] :a']);
  expect(onPatient(identifiers(), { identifier: [b, a] })).toEqual([]);
});

test('slices by pattern, and several discriminators together', () => {
  const elements = [
    { path: 'Observation.component', slicing: slicing('code', 'pattern') },
    { id: 'Observation.component:x', path: 'Observation.component', sliceName: 'x', min: 1 }, { id: 'Observation.component:x.code', path: 'Observation.component.code', patternCodeableConcept: coded('http://example.org/s', 'x') },
    { id: 'Observation.component:x.value[x]', path: 'Observation.component.value[x]', min: 1, type: [{ code: 'Quantity' }] },
  ];
  const said = (...component: readonly JsonObject[]): string[] => judge('Observation', elements, observation({ component: [...component] }));
  expect(said({ code: { ...coded('http://example.org/s', 'x'), text: 'x' }, valueQuantity: { value: 1 } })).toEqual([]);
  expect(said({ code: coded('http://example.org/s', 'x'), valueString: 'x' })).toEqual(['error type-not-allowed Observation.component[0].value :x']);
  expect(said({ code: coded('http://example.org/s', 'y') })).toEqual(['error slice-missing Observation.component :x']);
});

test('a slice whose code is told by a slice of its codings takes no item with another code', () => {
  const elements = [
    { path: 'Observation.component', slicing: slicing('code', 'value') },
    { id: 'Observation.component:x', path: 'Observation.component', sliceName: 'x', max: '1' }, { id: 'Observation.component:x.code.coding', path: 'Observation.component.code.coding', slicing: slicing('system', 'value') },
    { id: 'Observation.component:x.code.coding:own', path: 'Observation.component.code.coding', sliceName: 'own', min: 1 }, { id: 'Observation.component:x.code.coding:own.system', path: 'Observation.component.code.coding.system', min: 1, fixedUri: 'http://example.org/s' },
    { id: 'Observation.component:x.code.coding:own.code', path: 'Observation.component.code.coding.code', min: 1, fixedCode: 'x' }, { id: 'Observation.component:x.value[x]', path: 'Observation.component.value[x]', min: 1, type: [{ code: 'Quantity' }] },
  ];
  const said = (...component: readonly JsonObject[]): string[] => judge('Observation', elements, observation({ component: [...component] }));
  const other = { code: coded('http://example.org/s', 'y'), valueString: 'x' };
  expect(said({ code: coded('http://example.org/s', 'x'), valueQuantity: { value: 1 } }, other, other, { code: { text: 'x' } })).toEqual([]);
  expect(said({ code: coded('http://example.org/s', 'x'), valueString: 'x' }, other)).toEqual(['error type-not-allowed Observation.component[0].value :x']);
});

test('slices by type of a choice', () => {
  const elements = [{ path: 'Observation.value[x]', slicing: { ...slicing('$this', 'type'), rules: 'open' } }, { id: 'Observation.value[x]:valueQuantity', path: 'Observation.value[x]', sliceName: 'valueQuantity', type: [{ code: 'Quantity' }] }, { id: 'Observation.value[x]:valueQuantity.unit', path: 'Observation.value[x].unit', min: 1 }];
  expect(judge('Observation', elements, observation({ valueString: 'x' }))).toEqual([]);
  expect(judge('Observation', elements, observation({ valueQuantity: { value: 1, unit: 'mg' } }))).toEqual([]);
  expect(judge('Observation', elements, observation({ valueQuantity: { value: 1 } }))).toEqual(['error element-missing Observation.value.unit :valueQuantity']);
});

test('slices by existence', () => {
  const elements = [
    { path: 'Patient.identifier', slicing: slicing('system', 'exists', 'closed') },
    { id: 'Patient.identifier:with', path: 'Patient.identifier', sliceName: 'with' }, { id: 'Patient.identifier:with.system', path: 'Patient.identifier.system', min: 1 }, { id: 'Patient.identifier:with.value', path: 'Patient.identifier.value', min: 1 },
    { id: 'Patient.identifier:without', path: 'Patient.identifier', sliceName: 'without', max: '1' }, { id: 'Patient.identifier:without.system', path: 'Patient.identifier.system', max: '0' },
  ];
  expect(onPatient(elements, { identifier: [a, { value: '1' }] })).toEqual([]);
  expect(onPatient(elements, { identifier: [{ system: a.system }] })).toEqual(['error element-missing Patient.identifier[0].value :with']);
  expect(onPatient(elements, { identifier: [{ value: '1' }, { value: '2' }] })).toEqual(['error slice-too-many Patient.identifier :without']);
});

test('slices by a required binding: a code of the value set, in some coding', () => {
  const valueSets = [{ url: 'http://example.org/v', include: [{ system: 'http://example.org/s', concepts: [{ code: 'x' }] }] }, { url: 'http://example.org/loinc', include: [{ system: 'http://loinc.org', filters: [{ property: 'p', op: '=', value: 'x' }] }] }];
  const elements = (valueSet: string): JsonObject[] => [
    { path: 'Observation.category', slicing: slicing('$this', 'value') }, { id: 'Observation.category:x', path: 'Observation.category', sliceName: 'x', min: 1, max: '1', binding: { strength: 'required', valueSet } },
    { id: 'Observation.category:x.text', path: 'Observation.category.text', min: 1 },
  ];
  const said = (valueSet: string, ...category: readonly JsonObject[]): string[] => judge('Observation', elements(valueSet), observation({ category: [...category] }), [], valueSets).filter((one) => !one.includes('information'));
  expect(said('http://example.org/v', { ...coded('http://example.org/s', 'x'), text: 't' })).toEqual([]);
  expect(said('http://example.org/v', { coding: [{ system: 'http://example.org/t', code: 'x' }, { system: 'http://example.org/s', code: 'x' }] })).toEqual(['error element-missing Observation.category[0].text :x']);
  expect(said('http://example.org/v', coded('http://example.org/s', 'y'))).toEqual(['error slice-missing Observation.category :x']);
  // Which slice it is can't be told here, so neither can that the slice is missing.
  expect(said('http://example.org/loinc', coded('http://loinc.org', '1-8'))).toEqual(['not-checked code-not-checked Observation.category[0] :x', 'not-checked profile-not-checked Observation.category :x']);
});

test('slices by profile and by the target of a reference', () => {
  const family = profile('family', 'HumanName', [{ path: 'HumanName' }, { path: 'HumanName.family', min: 1 }]);
  const byProfile = [{ path: 'Patient.name', slicing: slicing('$this', 'profile') }, { id: 'Patient.name:f', path: 'Patient.name', sliceName: 'f', min: 1, max: '1', type: [{ code: 'HumanName', profile: [own('family')] }] }];
  expect(onPatient(byProfile, { name: [{ text: 'x' }, { family: 'x' }] }, family)).toEqual([]);
  expect(onPatient(byProfile, { name: [{ text: 'x' }] }, family)).toEqual(['error slice-missing Patient.name :f']);
  const byTarget = (type: string): JsonObject[] => [
    { path: 'Patient.generalPractitioner', slicing: slicing('resolve()', type) },
    { id: 'Patient.generalPractitioner:o', path: 'Patient.generalPractitioner', sliceName: 'o', min: 1, max: '1', type: [{ code: 'Reference', targetProfile: [core('Organization')] }] },
  ];
  for (const type of ['type', 'profile']) {
    expect(onPatient(byTarget(type), { generalPractitioner: [{ reference: '#o' }], contained: [{ resourceType: 'Organization', id: 'o', name: 'x' }] })).toEqual([]);
    expect(onPatient(byTarget(type), { generalPractitioner: [{ reference: 'Practitioner/1' }] })).toEqual(['error slice-missing Patient.generalPractitioner :o']);
  }
  expect(onPatient(byTarget('type'), { generalPractitioner: [{ reference: 'Organization/1' }] })).toEqual([]);
  expect(onPatient(byTarget('profile'), { generalPractitioner: [{ reference: 'Organization/1' }] })).toEqual(['not-checked profile-not-checked Patient.generalPractitioner :o']);
  expect(onPatient(byTarget('type'), { generalPractitioner: [{ display: 'x' }] })).toEqual(['not-checked profile-not-checked Patient.generalPractitioner :o']);
});

test('a slice that is sliced again', () => {
  const elements = [
    { path: 'Patient.telecom', slicing: slicing('system', 'value') },
    { id: 'Patient.telecom:phone', path: 'Patient.telecom', sliceName: 'phone', max: '2', slicing: slicing('use', 'value') }, { id: 'Patient.telecom:phone.system', path: 'Patient.telecom.system', min: 1, fixedCode: 'phone' },
    { id: 'Patient.telecom:phone/home', path: 'Patient.telecom', sliceName: 'phone/home', max: '1' }, { id: 'Patient.telecom:phone/home.use', path: 'Patient.telecom.use', min: 1, fixedCode: 'home' },
  ];
  const phone = (use: string): JsonObject => ({ system: 'phone', use, value: '1' });
  expect(onPatient(elements, { telecom: [phone('home'), phone('work'), { system: 'email', use: 'home', value: 'x' }] })).toEqual([]);
  expect(onPatient(elements, { telecom: [phone('home'), phone('home')] })).toEqual(['error slice-too-many Patient.telecom :phone/home']);
  expect(onPatient(elements, { telecom: [phone('home'), phone('work'), phone('work')] })).toEqual(['error slice-too-many Patient.telecom :phone']);
});

test('a profile on another type', () => {
  const validator = validatorWith({ structures: [profile('p', 'Patient', [{ path: 'Patient' }])] });
  expect(validator.validate(observation(), { profiles: [own('p')] }).filter((one) => one.severity === 'error')).toMatchObject([{ code: 'profile-type-differs', expression: 'Observation', actual: 'Observation' }]);
  expect(validator.validate(patient(), { profiles: [core('Patient'), core('DomainResource')] }).filter((one) => one.invariant !== 'dom-6')).toEqual([]);
});

test('what leaves the slice open is named: the discriminator that cannot be told', () => {
  const valueSets = [{ url: 'http://example.org/loinc', include: [{ system: 'http://loinc.org', filters: [{ property: 'p', op: '=', value: 'x' }] }] }];
  const elements = [
    { path: 'Observation.component', slicing: { discriminator: [{ type: 'exists', path: 'interpretation' }, { type: 'value', path: 'code' }], rules: 'open' } },
    { id: 'Observation.component:x', path: 'Observation.component', sliceName: 'x', min: 1, max: '1' }, { id: 'Observation.component:x.interpretation', path: 'Observation.component.interpretation', min: 1 },
    { id: 'Observation.component:x.code', path: 'Observation.component.code', binding: { strength: 'required', valueSet: 'http://example.org/loinc' } },
  ];
  const code = coded('http://loinc.org', '1-8');
  const open = full('Observation', elements, observation({ component: [{ code, interpretation: [{ text: 'x' }] }] }), [], valueSets).filter((one) => one.severity === 'not-checked');
  expect(open.map((one) => [one.code, one.expression, one.expected.en])).toContainEqual(['code-not-checked', 'Observation.component[0]', 'whether this is slice x: code = (http://example.org/loinc)']);
  // Where one discriminator says no, the other is not needed.
  expect(judge('Observation', elements, observation({ component: [{ code }] }), [], valueSets)).toEqual(['error slice-missing Observation.component :x']);
});
