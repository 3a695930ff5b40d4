import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import { brief, observation, own, profile, validatorWith } from './testing.ts';

const colours = 'http://example.org/ValueSet/colours';
const primary = 'http://example.org/ValueSet/primary';
const nested = 'http://example.org/ValueSet/nested';
const system = 'http://example.org/colours';
const valueSets = [
  { url: colours, include: [{ system, concepts: [{ code: 'red' }, { code: 'blue' }] }] },
  { url: primary, include: [{ system, concepts: [{ code: 'red' }] }] },
  { url: nested, include: [{ valueSets: [colours] }] },
  { url: 'http://example.org/ValueSet/loinc', include: [{ system: 'http://loinc.org', filters: [{ property: 'parent', op: 'is-a', value: 'x' }] }] },
];
const bound = (path: string, strength: string, valueSet?: string, more: JsonObject = {}): ReturnType<typeof profile> =>
  profile('bound', 'Observation', [{ path: 'Observation' }, { path, binding: { strength, ...(valueSet !== undefined && { valueSet }), ...more } }]);
function judge(strength: string, value: Json, valueSet = colours): string[] {
  const validator = validatorWith({ structures: [bound('Observation.code', strength, valueSet)], valueSets });
  return validator.validate(observation({ code: value }), { profiles: [own('bound')] }).filter((one) => one.invariant !== 'dom-6').map((one) => brief(one).replace(' Observation.code', ''));
}
const red = { coding: [{ system, code: 'red' }] };
const green = { coding: [{ system, code: 'green' }] };
const other = { coding: [{ system: 'http://example.org/other', code: 'x' }] };

test('required: one code is from the set', () => {
  expect(judge('required', red)).toEqual([]);
  expect(judge('required', { coding: [...green.coding, ...red.coding] })).toEqual([]);
  expect(judge('required', green)).toEqual(['error code-not-in-value-set']);
  expect(judge('required', other)).toEqual(['error code-not-in-value-set']);
  expect(judge('required', { text: 'red' })).toEqual(['error code-not-in-value-set']);
  expect(judge('required', { coding: [{ code: 'red' }] })).toEqual(['error system-missing']);
  expect(judge('extensible', { coding: [{ code: 'red' }] })).toEqual(['warning system-missing']);
});

test('a reason for absence stands in for a code', () => {
  const nothing = (url: string): JsonObject => ({ extension: [{ url, valueCode: 'unknown' }] });
  expect(judge('required', { ...nothing('http://hl7.org/fhir/StructureDefinition/data-absent-reason'), text: 'x' }).filter((one) => one.includes('value-set'))).toEqual([]);
  expect(judge('required', { coding: [{ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor', valueCode: 'UNK' }] }] }).filter((one) => one.includes('value-set'))).toEqual([]);
  expect(judge('required', { ...nothing('http://example.org/other'), text: 'x' }).filter((one) => one.includes('value-set'))).toEqual(['error code-not-in-value-set']);
});

test('extensible: a code of the same systems that is not in the set warns, one of another system is for people', () => {
  expect(judge('extensible', red)).toEqual([]);
  expect(judge('extensible', green)).toEqual(['warning code-not-in-value-set']);
  expect(judge('extensible', other)).toEqual(['information code-not-in-value-set']);
  expect(judge('extensible', { coding: [...other.coding, ...green.coding] })).toEqual(['warning code-not-in-value-set']);
  expect(judge('extensible', { text: 'red' })).toEqual([]);
  expect(judge('extensible', green, nested)).toEqual(['warning code-not-in-value-set']);
  expect(judge('extensible', other, nested)).toEqual(['information code-not-in-value-set']);
});

test('preferred and example ask nothing', () => {
  for (const strength of ['preferred', 'example']) for (const value of [red, green, other, { text: 'x' }]) expect(judge(strength, value)).toEqual([]);
});

test('a maximum value set weighs as required', () => {
  const maximum = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet', valueCanonical: colours }] };
  const validator = validatorWith({ structures: [bound('Observation.code', 'extensible', primary, maximum)], valueSets });
  const said = (code: JsonObject): string[] => validator.validate(observation({ code }), { profiles: [own('bound')] }).filter((one) => one.code === 'code-not-in-value-set').map((one) => `${one.severity} ${one.expected.en}`);
  expect(said(red)).toEqual([]);
  expect(said({ coding: [{ system, code: 'blue' }] })).toEqual([`warning a code from ${primary} (extensible)`]);
  // At one place one such finding is kept; the required one is among them.
  expect(said(green).length).toBeGreaterThan(0);
  expect(said({ text: 'x' })).toEqual([`error a code from ${colours} (required)`]);
});

test('what cannot be checked here is told, and kept for a terminology server', () => {
  const loinc = 'http://example.org/ValueSet/loinc';
  const validator = validatorWith({ structures: [bound('Observation.code', 'required', loinc)], valueSets });
  const { findings, pending } = validator.inspect(observation({ code: { coding: [{ system: 'http://loinc.org', code: '8480-6', version: '2.7', display: 'x' }] } }), { profiles: [own('bound')] });
  expect(findings.filter((one) => one.severity === 'not-checked').map(brief)).toEqual(['not-checked code-not-checked Observation.code']);
  expect(pending).toEqual([{ path: ['code'], expression: 'Observation.code', valueSet: loinc, strength: 'required', codes: [{ system: 'http://loinc.org', code: '8480-6', version: '2.7', display: 'x' }], profile: own('bound'), element: 'Observation.code' }]);
});

test('a value set that is not loaded is named', () => {
  expect(judge('required', red, 'http://example.org/ValueSet/absent')).toEqual(['not-checked value-set-unknown']);
  const validator = validatorWith({ structures: [bound('Observation.code', 'required', 'http://example.org/ValueSet/absent')] });
  expect(validator.validate(observation({ code: red }), { profiles: [own('bound')] }).find((one) => one.code === 'value-set-unknown')?.expected.en).toBe('value set http://example.org/ValueSet/absent is not loaded');
  expect(judge('required', { text: 'x' }, 'http://example.org/ValueSet/absent')).toEqual(['error code-not-in-value-set']);
});

test('a binding in words only asks nothing', () => {
  const validator = validatorWith({ structures: [profile('bound', 'Observation', [{ path: 'Observation' }, { path: 'Observation.value[x]', binding: { strength: 'required', description: 'x' } }])] });
  expect(validator.validate(observation({ valueCodeableConcept: { text: 'x' } }), { profiles: [own('bound')] }).filter((one) => one.code === 'code-not-in-value-set')).toEqual([]);
});

test('codes by the type of the value', () => {
  const validator = validatorWith({
    structures: [profile('bound', 'Observation', [{ path: 'Observation' }, { path: 'Observation.code.coding', binding: { strength: 'required', valueSet: colours } }, { path: 'Observation.value[x]', type: [{ code: 'Quantity' }, { code: 'string' }], binding: { strength: 'required', valueSet: colours } }])], valueSets,
  });
  const said = (resource: FhirResource): string[] => validator.validate(resource, { profiles: [own('bound')] }).filter((one) => one.code === 'code-not-in-value-set').map(brief);
  expect(said(observation({ code: { coding: [...red.coding, ...green.coding] } }))).toEqual(['error code-not-in-value-set Observation.code.coding[1]']);
  expect(said(observation({ valueQuantity: { value: 1, system, code: 'red' } }))).toEqual([]);
  expect(said(observation({ valueQuantity: { value: 1, system, code: 'green' } }))).toEqual(['error code-not-in-value-set Observation.value']);
  expect(said(observation({ valueQuantity: { value: 1, unit: 'green' } }))).toEqual([]);
  expect(said(observation({ valueString: 'red' }))).toEqual([]);
  expect(said(observation({ valueString: 'green' }))).toEqual(['error code-not-in-value-set Observation.value']);
});

test('value sets that hold each other', () => {
  const one = { url: 'http://example.org/ValueSet/one', include: [{ system, concepts: [{ code: 'red' }] }, { valueSets: ['http://example.org/ValueSet/other'] }] };
  const both = [...valueSets, one, { url: 'http://example.org/ValueSet/other', include: [{ valueSets: ['http://example.org/ValueSet/one'] }] }];
  const validator = validatorWith({ structures: [bound('Observation.code', 'extensible', one.url)], valueSets: both });
  const said = (code: JsonObject): string[] => validator.validate(observation({ code }), { profiles: [own('bound')] }).filter((found) => found.invariant !== 'dom-6').map((found) => found.severity);
  expect(said(red)).toEqual([]);
  // Such a set has no end: what is in it can't be told.
  expect(said(other)).toEqual(['not-checked']);
});

test('value sets far inside each other: a code of another system stays a matter for people', () => {
  const nth = (index: number): string => `http://example.org/ValueSet/n${index}`;
  const chain = Array.from({ length: 8 }, (_, index) => ({ url: nth(index), include: [index === 7 ? { system, concepts: [{ code: 'red' }] } : { valueSets: [nth(index + 1)] }] }));
  const validator = validatorWith({ structures: [bound('Observation.code', 'extensible', nth(0))], valueSets: chain });
  const said = (code: JsonObject): string[] => validator.validate(observation({ code }), { profiles: [own('bound')] }).filter((found) => found.invariant !== 'dom-6').map((found) => `${found.severity} ${found.code}`);
  expect(said(red)).toEqual([]);
  expect(said(other)).toEqual(['information code-not-in-value-set']);
});
