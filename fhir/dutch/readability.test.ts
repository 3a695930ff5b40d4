import { expect, test } from 'vitest';
import { codeableConcept, coding, identifier, reference } from './readability.ts';

const absent = [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }];
const nullFlavor = [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor', valueCode: 'UNK' }];
const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map((one) => one.code);
const arc = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40';

test('a Coding has system and code, or says why not', () => {
  expect(coding({ system: 'http://snomed.info/sct', code: '386661006' })).toEqual([]);
  expect(coding({ code: 'x' })[0]!.actual).toBe('without system');
  expect(coding({ system: 'x', code: '' })[0]!.actual).toBe('without code');
  expect(coding({ display: 'x' })[0]!.actual).toBe('without system and code');
  expect([coding({ extension: absent }), coding({ system: 'x', _code: { extension: nullFlavor } })]).toEqual([[], []]);
  expect(codes(coding({ extension: [{ url: 'http://example.org/other' }] }))).toEqual(['coding-incomplete']);
});
test('the OID of a zib value set is no code system', () => {
  expect(codes(coding({ system: `${arc}.2.5.1.1`, code: 'x' }))).toEqual(['value-set-oid-as-system']);
  expect(codes(coding({ system: `${arc}.2` }))).toEqual(['value-set-oid-as-system', 'coding-incomplete']);
  expect([coding({ system: `${arc}.4.8.1`, code: 'x' }), coding({ system: `${arc}.20.1`, code: 'x' })]).toEqual([[], []]);
});
test('a CodeableConcept can be read', () => {
  for (const readable of [
    { text: 'Koorts' }, { coding: [{ code: 'x' }, { code: 'y', display: 'Y' }] }, { extension: absent, coding: [{ code: 'x' }] }, { coding: [{ extension: nullFlavor }] }, { _text: { extension: absent } },
    { coding: [{ code: 'x', _display: { extension: absent } }] },
  ]) expect(codeableConcept(readable), JSON.stringify(readable)).toEqual([]);
  expect(codeableConcept({ coding: [{ code: 'x' }] })[0]!.actual).toBe('code x only');
  expect(codes(codeableConcept({}))).toEqual(['codeable-concept-without-text']);
  expect(codes(codeableConcept({ text: '', coding: [{ code: 'x', display: '' }], extension: [] }))).toEqual(['codeable-concept-without-text']);
});
test('a Reference has a display, or says why not', () => {
  expect([reference({ reference: 'Patient/1', display: 'P' }), reference({ reference: 'Patient/1', extension: absent }), reference({ reference: 'Patient/1', _display: { extension: nullFlavor } })]).toEqual([[], [], []]);
  expect(reference({ reference: 'https://x.test/fhir/Patient/1' })[0]!.actual).toBe('Patient without display');
  expect(reference({ identifier: {} })[0]!.actual).toBe('logical reference without display');
  expect(codes(reference({ reference: '#a', display: '' }))).toEqual(['reference-without-display']);
});
test('an Identifier has a value, and a system or type', () => {
  expect([identifier({ system: 'x', value: '1' }), identifier({ type: { text: 't' }, value: '1' }), identifier({ system: 'x', _value: { extension: absent } })]).toEqual([[], [], []]);
  expect(identifier({ system: 'x' })[0]!.actual).toBe('without value');
  expect(identifier({ value: '1' })[0]!.actual).toBe('without system and type');
  expect(identifier({})[0]!.actual).toBe('without value, system and type');
});
