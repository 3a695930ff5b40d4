import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { baseValidator, brief, core, observation, own, patient, profile, says, validatorWith } from './testing.ts';

const url = (name: string): string => own(name);
function extension(name: string, context: readonly JsonObject[], more: { readonly elements?: readonly JsonObject[]; readonly modifier?: boolean; readonly value?: string } = {}): ReturnType<typeof profile> {
  const made = profile(name, 'Extension', [
    { path: 'Extension', ...(more.modifier === true && { isModifier: true }) }, ...more.elements ?? [], { path: 'Extension.url', fixedUri: url(name) },
    { path: 'Extension.value[x]', ...(more.elements === undefined ? { min: 1, type: [{ code: more.value ?? 'string' }] } : { max: '0' }) },
  ]);
  return { ...made, kind: 'complex-type', context: context.map((one) => ({ kind: one.type as 'element', expression: one.expression as string })) };
}
const at = (expression: string, type = 'element'): JsonObject => ({ type, expression });
function judge(definition: ReturnType<typeof profile>, resource: JsonObject): string[] { return says(resource, validatorWith({ structures: [definition] })); }
const simple = (name: string): JsonObject => ({ url: url(name), valueString: 'x' });

test('an extension nobody knows is legal, and told; as modifier its meaning cannot be tested', () => {
  expect(says(patient({ extension: [{ url: 'http://example.org/x', valueString: 'x' }] }))).toEqual(['information unknown-extension Patient.extension[0]']);
  expect(says(patient({ modifierExtension: [{ url: 'http://example.org/x', valueString: 'x' }] }))).toEqual(['not-checked unknown-extension Patient.modifierExtension[0]']);
  expect(says(patient({ extension: [{ url: core('Patient'), valueString: 'x' }] }))).toEqual(['information unknown-extension Patient.extension[0]']);
});

test('ext-1: a value or extensions', () => {
  expect(says(patient({ extension: [{ url: 'http://example.org/x' }] }))).toContain('error invariant-violated Patient.extension[0] ext-1');
  expect(says(patient({ extension: [{ url: 'http://example.org/x', valueString: 'x', extension: [{ url: 'http://example.org/y', valueString: 'x' }] }] }))).toContain('error invariant-violated Patient.extension[0] ext-1');
  expect(says(patient({ extension: [{ url: 'http://example.org/x', _valueString: { extension: [{ url: 'http://example.org/y', valueString: 'x' }] } }] })).filter((one) => one.includes('error'))).toEqual([]);
});

test('a url has a scheme, but for the parts of an extension that defines them', () => {
  expect(says(patient({ extension: [{ url: 'part', valueString: 'x' }] }))).toEqual(['error url-not-absolute Patient.extension[0]']);
  const complex = extension('complex', [at('Patient')], { elements: [
    { path: 'Extension.extension', slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } }, { id: 'Extension.extension:part', path: 'Extension.extension', sliceName: 'part', min: 1, max: '1' },
    { id: 'Extension.extension:part.url', path: 'Extension.extension.url', fixedUri: 'part' }, { id: 'Extension.extension:part.value[x]', path: 'Extension.extension.value[x]', min: 1, type: [{ code: 'integer' }] },
  ] });
  const holding = (...parts: readonly Json[]): JsonObject => patient({ extension: [{ url: url('complex'), extension: [...parts] }] });
  expect(judge(complex, holding({ url: 'part', valueInteger: 1 }))).toEqual([]);
  expect(judge(complex, holding({ url: 'part', valueString: 'x' }))).toEqual(['error type-not-allowed Patient.extension[0].extension[0].value :part']);
  expect(judge(complex, holding({ url: 'part', valueInteger: 1 }, { url: 'other', valueInteger: 1 }))).toEqual(['error url-not-absolute Patient.extension[0].extension[1]']);
  expect(judge(complex, holding({ url: 'part', valueInteger: 1 }, { url: 'part', valueInteger: 1 }))).toEqual(['error slice-too-many Patient.extension[0].extension :part']);
  expect(judge(complex, holding({ url: 'http://example.org/z', valueInteger: 1 }))).toEqual(['information unknown-extension Patient.extension[0].extension[0]', 'error slice-missing Patient.extension[0].extension :part']);
  // Within one that is unknown, parts are not judged.
  expect(says(patient({ extension: [{ url: 'http://example.org/x', extension: [{ url: 'part', valueString: 'x' }] }] }))).toEqual(['information unknown-extension Patient.extension[0]']);
});

test('the content follows the definition', () => {
  const whole = extension('whole', [at('Patient')], { value: 'integer' });
  expect(judge(whole, patient({ extension: [{ url: url('whole'), valueInteger: 1 }] }))).toEqual([]);
  expect(judge(whole, patient({ extension: [{ url: url('whole'), valueString: 'x' }] }))).toEqual(['error type-not-allowed Patient.extension[0].value']);
});

test('modifiers stand in modifierExtension, others do not', () => {
  const modifier = extension('modifier', [at('Patient')], { modifier: true });
  expect(judge(modifier, patient({ modifierExtension: [simple('modifier')] }))).toEqual([]);
  expect(judge(modifier, patient({ extension: [simple('modifier')] }))).toEqual(['error modifier-extension-misused Patient.extension[0]']);
  const plain = extension('plain', [at('Patient')]);
  expect(judge(plain, patient({ modifierExtension: [simple('plain')] }))).toEqual(['error modifier-extension-misused Patient.modifierExtension[0]']);
});

test('a definition that is broken cannot be judged by', () => {
  const broken = { ...extension('broken', [at('Patient')]), base: own('absent') };
  expect(judge(broken, patient({ extension: [simple('broken')] }))).toEqual(['not-checked unknown-extension Patient.extension[0]']);
});

// Context: each line a context, the resource, and whether it may stand there.
const onRoot = (name: string): JsonObject => patient({ extension: [simple(name)] });
const onContact = (name: string): JsonObject => patient({ contact: [{ name: { text: 'x', extension: [simple(name)] } }] });
const onBirthDate = (name: string): JsonObject => patient({ birthDate: '2020', _birthDate: { extension: [simple(name)] } });
const onDeceased = (name: string): JsonObject => patient({ deceasedBoolean: true, _deceasedBoolean: { extension: [simple(name)] } });
test.each([
  ['Patient', onRoot, true], ['DomainResource', onRoot, true], ['Resource', onRoot, true], ['Element', onRoot, true], ['*', onRoot, true], ['Any', onRoot, true], ['Observation', onRoot, false], ['Patient.contact', onRoot, false],
  ['Patient.contact.name', onContact, true], ['HumanName', onContact, true], ['Element', onContact, true], ['Patient.contact', onContact, false], ['Patient.name', onContact, false], ['Resource', onContact, false],
  ['http://hl7.org/fhir/StructureDefinition/HumanName', onContact, true], ['Patient.contact:home.name', onContact, true],
  ['Patient.birthDate', onBirthDate, true], ['date', onBirthDate, true], ['Element', onBirthDate, true], ['dateTime', onBirthDate, false], ['Patient', onBirthDate, false],
  ['Patient.deceased[x]', onDeceased, true], ['Patient.deceasedBoolean', onDeceased, true], ['Patient.deceased', onDeceased, true],
] as const)('context %s', (expression, resource, allowed) => {
  expect(judge(extension('placed', [at('Group'), at(expression)]), resource('placed')).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(allowed ? [] : ['error extension-not-allowed-here']);
});

test('an element that a content reference makes is the element it refers to', () => {
  const concept = extension('onConcept', [at('CodeSystem.concept')]);
  const system = { resourceType: 'CodeSystem', status: 'draft', content: 'complete', concept: [{ code: 'a', concept: [{ code: 'b', extension: [simple('onConcept')] }] }] };
  expect(judge(concept, system)).toEqual([]);
});

test('context inside an extension, and by FHIRPath', () => {
  const outer = { url: 'http://example.org/outer', extension: [simple('inner')] };
  const inOuter = (context: readonly JsonObject[], resource: JsonObject = patient({ extension: [outer] })): string[] => judge(extension('inner', context), resource).filter((one) => one.startsWith('error'));
  expect(inOuter([at('http://example.org/outer', 'extension')])).toEqual([]);
  expect(inOuter([at('http://example.org/other', 'extension')])).toEqual(['error extension-not-allowed-here Patient.extension[0].extension[0]']);
  expect(inOuter([at('http://example.org/outer', 'extension')], onRoot('inner'))).toEqual(['error extension-not-allowed-here Patient.extension[0]']);
  const byPath = (expression: string, resource: JsonObject): string[] => judge(extension('inner', [at(expression, 'fhirpath')]), resource).filter((one) => one.startsWith('error'));
  expect(byPath('contact.name', onContact('inner'))).toEqual([]);
  expect(byPath("contact.where(gender = 'male').name", onContact('inner'))).toEqual(['error extension-not-allowed-here Patient.contact[0].name.extension[0]']);
  // What can't be evaluated is allowed.
  expect(byPath('contact.(', onContact('inner'))).toEqual([]);
});

test('a slice of an extension in a profile is found by its url', () => {
  const plain = extension('plain', [at('Observation')]);
  const holder = profile('holder', 'Observation', [
    { path: 'Observation' }, { path: 'Observation.extension', slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
    { id: 'Observation.extension:plain', path: 'Observation.extension', sliceName: 'plain', min: 1, max: '1', type: [{ code: 'Extension', profile: [own('plain')] }] },
  ]);
  const validator = validatorWith({ structures: [plain, holder] });
  const said = (resource: JsonObject): string[] => validator.validate(observation(resource), { profiles: [own('holder')] }).filter((one) => one.invariant !== 'dom-6').map(brief);
  expect(said({ extension: [simple('plain')] })).toEqual([]);
  expect(said({})).toEqual(['error slice-missing Observation.extension :plain']);
  expect(said({ extension: [simple('plain'), simple('plain')] })).toEqual(['error slice-too-many Observation.extension :plain']);
});

test('a value and extensions together are told of the extension that has them', () => {
  const both = baseValidator().validate(patient({ extension: [{ url: 'http://example.org/x', valueString: 'x', extension: [{ url: 'http://example.org/y', valueString: 'x' }] }] })).find((one) => one.invariant === 'ext-1');
  expect(both).toMatchObject({ severity: 'error', expression: 'Patient.extension[0]', profile: 'http://hl7.org/fhir/StructureDefinition/Extension', element: 'Extension', actual: 'value[x], extension' });
});
