import { expect, test } from 'vitest';
import { findingCodes } from '../finding-codes.ts';
import type { FhirResource, Json } from '../json.ts';
import { baseValidator, bundle, observation, own, patient, profile, validatorWith } from './testing.ts';

/** A generator of numbers from 0 to 1 with a fixed seed: the same resources on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'resourceType', 'id', 'meta', 'extension', 'modifierExtension', 'url', 'valueString', '_valueString', 'contained', 'entry', 'resource', 'fullUrl', 'reference', 'identifier', 'name', 'text', 'div', 'status', 'code', 'coding', 'system', 'value', 'low', 'high', 'subject', 'component', 'birthDate', '_birthDate', 'profile', 'type', ''];
const scalars: readonly Json[] = [null, true, false, 0, -1, 1e308, 1.5, '', ' ', 'x', '#', '#a', 'Patient/1', 'urn:uuid:x', '2020-02-30', '__proto__', 'constructor', '\u0000', '\ud800', '<div', 'http://example.org/x', 'http://hl7.org/fhir/StructureDefinition/Patient'];
const types = ['Patient', 'Observation', 'Bundle', 'Questionnaire', 'StructureDefinition', 'ValueSet', 'Condition', 'Composition', 'constructor', '__proto__', 'toString', 'Element', 'HumanName'];

function anything(next: () => number, depth: number): Json {
  const lot = next();
  if (depth === 0 || lot < 0.3) return scalars[Math.floor(next() * scalars.length)]!;
  if (lot < 0.5) return Array.from({ length: Math.floor(next() * 4) }, () => anything(next, depth - 1));
  const members = Array.from({ length: Math.floor(next() * 6) }, () => `${JSON.stringify(names[Math.floor(next() * names.length)])}:${JSON.stringify(anything(next, depth - 1))}`);
  // As text, so that `__proto__` is a member like any other.
  const value = JSON.parse(`{${members.join(',')}}`) as Record<string, Json>;
  return next() < 0.3 ? { ...value, resourceType: types[Math.floor(next() * types.length)]! } : value;
}
/** Every finding has a code of ours, both languages and a path that is one. */
function sound(resource: FhirResource, validator = baseValidator()): void {
  for (const one of validator.validate(resource)) {
    expect(findingCodes).toContain(one.code);
    expect(one.expected.nl).not.toBe('');
    expect(one.expected.en).not.toBe('');
    expect(one.actual.length).toBeLessThanOrEqual(200);
  }
}

test.each(['stu3', 'r4'] as const)('whatever JSON comes, findings come back (%s)', (fhir) => {
  const next = random(20_240_601);
  for (let round = 0; round < 300; round += 1) {
    const value = anything(next, 6);
    const resource = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, resourceType: types[round % types.length]! } : { resourceType: types[round % types.length]!, extension: value };
    sound(resource as FhirResource, baseValidator(fhir));
  }
});

test('valid resources with one thing replaced by anything', () => {
  const next = random(7);
  const source = bundle('collection', { fullUrl: 'http://example.org/fhir/Observation/o', resource: observation({ id: 'o', subject: { reference: '#p' }, contained: [patient({ id: 'p', name: [{ given: ['a'] }] })], referenceRange: [{ low: { value: 1 } }], effectivePeriod: { start: '2020', end: '2021' } }) });
  for (let round = 0; round < 300; round += 1) {
    const copy = structuredClone(source) as unknown as Record<string, unknown>;
    let at: Record<string, unknown> = copy;
    for (;;) {
      const keys = Object.keys(at);
      const key = keys[Math.floor(next() * keys.length)]!;
      const below = at[key];
      if (typeof below === 'object' && below !== null && next() < 0.8) { at = below as Record<string, unknown>; continue; }
      at[key] = anything(next, 3);
      break;
    }
    sound(copy as unknown as FhirResource);
  }
});

test('long arrays', () => {
  const wide = 20_000;
  sound(patient({ name: Array.from({ length: wide }, () => ({ family: 'x' })), identifier: Array.from({ length: wide }, () => null) }));
  sound(patient({ contained: Array.from({ length: 2000 }, (_, index) => ({ resourceType: 'Organization', id: `o${index}`, name: 'x' })) }));
  sound({ resourceType: 'Patient', ...Object.fromEntries(Array.from({ length: wide }, (_, index) => [`x${index}`, 1])) });
});

test('references that go round in a Bundle', () => {
  const strict = profile('round', 'Observation', [{ path: 'Observation' }, { path: 'Observation.hasMember', type: [{ code: 'Reference', targetProfile: [own('round')] }] }, { path: 'Observation.derivedFrom', slicing: { discriminator: [{ type: 'profile', path: 'resolve()' }], rules: 'open' } },
    { id: 'Observation.derivedFrom:r', path: 'Observation.derivedFrom', sliceName: 'r', type: [{ code: 'Reference', targetProfile: [own('round')] }] }]);
  const validator = validatorWith({ structures: [strict] });
  const all = (id: number): Json[] => Array.from({ length: 8 }, (_, other) => ({ reference: `Observation/o${(id + other) % 8}` }));
  const found = validator.validate(bundle('collection', ...Array.from({ length: 8 }, (_, id) => ({ fullUrl: `http://example.org/fhir/Observation/o${id}`, resource: observation({ id: `o${id}`, meta: { profile: [own('round')] }, hasMember: all(id), derivedFrom: all(id) }) }))));
  expect(found.filter((one) => one.severity === 'error')).toEqual([]);
});

test('a Bundle in itself by full URL, and contained resources that refer to each other', () => {
  sound(bundle('collection', { fullUrl: 'http://example.org/fhir/Bundle/b', resource: bundle('collection', { fullUrl: 'http://example.org/fhir/Bundle/b', resource: { ...bundle('collection'), id: 'b' } }) }));
  sound(patient({ contained: [{ resourceType: 'Organization', id: 'a', partOf: { reference: '#b' } }, { resourceType: 'Organization', id: 'b', partOf: { reference: '#a' } }], managingOrganization: { reference: '#a' } }));
});
