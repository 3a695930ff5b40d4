import { expect, test } from 'vitest';
import { normalise, typeOfSuffix } from './normalise.ts';

const definition = (fhirVersion: string, element: object, more: object = {}) => ({
  resourceType: 'StructureDefinition', url: 'http://example.org/p', name: 'P', fhirVersion, kind: 'resource', abstract: false, type: 'Observation',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Observation', derivation: 'constraint', differential: { element: [element] }, ...more,
});
const first = (fhirVersion: string, element: object) => normalise(definition(fhirVersion, element) as never).differential![0]!;

test('a type for each target in STU3 and a list of targets in R4 come to the same', () => {
  const targets = ['http://hl7.org/fhir/StructureDefinition/Patient', 'http://hl7.org/fhir/StructureDefinition/Group'];
  const stu3 = first('3.0.2', { path: 'Observation.subject', type: targets.map((targetProfile) => ({ code: 'Reference', targetProfile })) });
  const r4 = first('4.0.1', { path: 'Observation.subject', type: [{ code: 'Reference', targetProfile: targets }] });
  expect(stu3.types).toEqual([{ code: 'Reference', targets }]);
  expect(r4.types).toEqual(stu3.types);
});
test('a binding by valueSetReference, valueSetUri or canonical comes to the same', () => {
  const bound = [
    first('3.0.2', { path: 'Observation.code', binding: { strength: 'required', valueSetReference: { reference: 'http://example.org/vs' } } }),
    first('3.0.2', { path: 'Observation.code', binding: { strength: 'required', valueSetUri: 'http://example.org/vs' } }),
    first('4.0.1', { path: 'Observation.code', binding: { strength: 'required', valueSet: 'http://example.org/vs' } }),
  ].map((element) => element.binding);
  for (const binding of bound) expect(binding).toEqual({ strength: 'required', valueSet: 'http://example.org/vs' });
});
test('fixed, pattern, limits, slicing and invariants are kept; ele-1 is left to the validator', () => {
  expect(first('4.0.1', {
    path: 'Observation.component', sliceName: 'a', min: 0, max: '*', fixedCode: 'x', patternCodeableConcept: { text: 't' }, minValueInteger: 1, maxLength: 4,
    slicing: { discriminator: [{ type: 'value', path: 'code' }], rules: 'closed' },
    constraint: [{ key: 'ele-1', severity: 'error' }, { key: 'k', severity: 'warning', expression: 'true', human: 'prose' }],
  })).toEqual({
    id: 'Observation.component:a', path: 'Observation.component', sliceName: 'a', min: 0, max: '*', fixed: { type: 'code', value: 'x' },
    pattern: { type: 'CodeableConcept', value: { text: 't' } }, minValue: { type: 'integer', value: 1 }, maxLength: 4,
    slicing: { discriminators: [{ type: 'value', path: 'code' }], rules: 'closed', ordered: false }, constraints: [{ key: 'k', severity: 'warning', expression: 'true' }],
  });
});
test('contexts of extensions: STU3 and R4', () => {
  const more = { type: 'Extension' };
  expect(normalise(definition('3.0.2', { path: 'Extension' }, { ...more, contextType: 'resource', context: ['Patient'] }) as never).context).toEqual([{ kind: 'element', expression: 'Patient' }]);
  expect(normalise(definition('4.0.1', { path: 'Extension' }, { ...more, context: [{ type: 'element', expression: 'Patient' }] }) as never).context).toEqual([{ kind: 'element', expression: 'Patient' }]);
});
test('what is no definition of these versions is refused with a sentence', () => {
  expect(() => normalise({ resourceType: 'Patient' } as never)).toThrow('not a StructureDefinition');
  expect(() => normalise(definition('5.0.0', { path: 'Observation' }) as never)).toThrow('neither 3.0.x nor 4.0.x');
});
test('suffixes of choice elements', () => {
  expect(['DateTime', 'CodeableConcept', 'Base64Binary', 'PositiveInt'].map(typeOfSuffix)).toEqual(['dateTime', 'CodeableConcept', 'base64Binary', 'positiveInt']);
});
