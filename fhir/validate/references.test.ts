import { expect, test } from 'vitest';
import type { FhirResource, JsonObject } from '../json.ts';
import { brief, bundle, core, observation, own, patient, profile, says, validatorWith } from './testing.ts';

const about = (reference: JsonObject | string): FhirResource => observation({ subject: typeof reference === 'string' ? { reference } : reference });

test('forms of references', () => {
  for (const good of ['Patient/1', 'https://example.org/fhir/Patient/1', 'https://example.org/fhir/Patient/1/_history/2', 'urn:uuid:0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10', 'https://example.org/anything', 'Patient?identifier=http://example.org|1']) expect([good, says(about(good))]).toEqual([good, []]);
  expect(says(about('Patient/1 2'))).toEqual(['error reference-malformed Observation.subject.reference']);
  for (const odd of ['Patient', '1', 'Nonsense/1', '/Patient/1', 'Patient/a_b']) expect([odd, says(about(odd))]).toEqual([odd, ['warning reference-malformed Observation.subject.reference']]);
  expect(says(about({ display: 'x' }))).toEqual([]);
  expect(says(about({ identifier: { value: '1' } }))).toEqual([]);
});

test('fragments are found in the container', () => {
  expect(says({ ...about('#p'), contained: [patient({ id: 'p' })] })).toEqual([]);
  expect(says(about('#p'))).toEqual(['error contained-not-found Observation.subject ref-1']);
});

test('urns are found in the Bundle', () => {
  const urn = 'urn:uuid:0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10';
  const entry = { fullUrl: 'urn:uuid:1c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10', resource: about(urn) };
  expect(says(bundle('collection', entry))).toEqual(['warning reference-unresolved Bundle.entry[0].resource.subject.reference']);
  expect(says(bundle('collection', entry, { fullUrl: urn, resource: patient() }))).toEqual([]);
});

test('the type of the target, resolved or as its text says', () => {
  expect(says(about('Organization/1'))).toEqual(['error reference-target-type Observation.subject']);
  expect(says(about('https://example.org/fhir/Organization/1'))).toEqual(['error reference-target-type Observation.subject']);
  expect(says(about({ type: 'Organization', display: 'x' }))).toEqual(['error reference-target-type Observation.subject']);
  expect(says(about('https://example.org/other'))).toEqual([]);
  expect(says({ ...about('#p'), contained: [{ resourceType: 'Organization', id: 'p', name: 'x' }] })).toEqual(['error reference-target-type Observation.subject']);
  // Where a concept may stand in place of a reference.
  expect(says({ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: { display: 'x' }, medicationReference: { reference: 'Organization/1' } })).toEqual(['error reference-target-type MedicationRequest.medication']);
  expect(says({ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: { display: 'x' }, medicationReference: { reference: 'Medication/1' } })).toEqual([]);
  // A target type that every resource is.
  expect(says({ resourceType: 'Basic', code: { text: 'x' }, subject: { reference: 'Organization/1' } })).toEqual([]);
});

const target = (canonicals: readonly string[], more: JsonObject = {}): ReturnType<typeof profile> =>
  profile('aimed', 'Observation', [{ path: 'Observation' }, { path: 'Observation.subject', type: [{ code: 'Reference', targetProfile: [...canonicals], ...more }] }]);
const named = profile('named', 'Patient', [{ path: 'Patient' }, { path: 'Patient.name', min: 1 }]);
function inBundle(validator: ReturnType<typeof validatorWith>, subject: FhirResource, how: JsonObject = { reference: 'Patient/1' }): string[] {
  const resource = { ...observation({ id: 'o', subject: how }) };
  const all = bundle('collection', { fullUrl: 'http://example.org/fhir/Observation/o', resource: { ...resource, meta: { profile: [own('aimed')] } } }, { fullUrl: 'http://example.org/fhir/Patient/1', resource: subject });
  return validator.validate(all).filter((one) => one.code.startsWith('reference') || one.code.startsWith('profile')).map(brief);
}

test('the profile of a target that is here', () => {
  const validator = validatorWith({ structures: [named, target([own('named')])] });
  expect(inBundle(validator, patient({ id: '1', name: [{ text: 'x' }] }))).toEqual([]);
  expect(inBundle(validator, patient({ id: '1' }))).toEqual(['error reference-target-profile Bundle.entry[0].resource.subject']);
  // What states the profile is judged by it in its own place.
  expect(inBundle(validator, patient({ id: '1', meta: { profile: [own('named')] } }))).toEqual([]);
  expect(inBundle(validator, patient({ id: '1', meta: { profile: [`${own('named')}|1.0`] } }))).toEqual(['not-checked profile-unknown Bundle.entry[1].resource.meta.profile[0]'].slice(0, 0));
  // One that is elsewhere cannot be judged.
  expect(inBundle(validator, patient({ id: '1' }), { reference: 'Patient/2' })).toEqual([]);
});

test('any one of several targets suffices; one that is not loaded may be the one', () => {
  const either = validatorWith({ structures: [named, target([own('named'), core('Patient')])] });
  expect(inBundle(either, patient({ id: '1' }))).toEqual([]);
  const absent = validatorWith({ structures: [named, target([own('named'), own('absent')])] });
  expect(inBundle(absent, patient({ id: '1' }))).toEqual(['not-checked profile-not-checked Bundle.entry[0].resource.subject']);
  expect(inBundle(absent, patient({ id: '1', name: [{ text: 'x' }] }))).toEqual([]);
  const only = validatorWith({ structures: [target([own('absent')])] });
  expect(inBundle(only, patient({ id: '1' }))).toEqual(['not-checked profile-not-checked Bundle.entry[0].resource.subject']);
});

test('a target that fails is told once, however many refer to it', () => {
  const validator = validatorWith({ structures: [named, target([own('named')])] });
  const entry = (id: string): JsonObject => ({ fullUrl: `http://example.org/fhir/Observation/${id}`, resource: observation({ id, meta: { profile: [own('aimed')] }, subject: { reference: 'Patient/1' } }) });
  const all = bundle('collection', entry('a'), entry('b'), { fullUrl: 'http://example.org/fhir/Patient/1', resource: patient({ id: '1' }) });
  expect(validator.validate(all).filter((one) => one.code === 'reference-target-profile').map(brief)).toEqual(['error reference-target-profile Bundle.entry[0].resource.subject']);
});

test('aggregation: contained, bundled, referenced', () => {
  const judge = (aggregation: string[], reference: string, alone: boolean): string[] => {
    const validator = validatorWith({ structures: [target([core('Patient')], { aggregation })] });
    const resource = observation({ id: 'o', meta: { profile: [own('aimed')] }, subject: { reference }, ...(reference === '#p' && { contained: [patient({ id: 'p' })] }) });
    const message = alone ? resource : bundle('collection', { fullUrl: 'http://example.org/fhir/Observation/o', resource }, { fullUrl: 'http://example.org/fhir/Patient/1', resource: patient({ id: '1' }) });
    return validator.validate(message).filter((one) => one.code === 'reference-aggregation').map((one) => one.severity);
  };
  expect(judge(['contained'], '#p', true)).toEqual([]);
  expect(judge(['contained'], 'Patient/1', true)).toEqual(['error']);
  expect(judge(['referenced'], '#p', true)).toEqual(['error']);
  expect(judge(['referenced'], 'Patient/1', true)).toEqual([]);
  expect(judge(['bundled'], 'Patient/1', false)).toEqual([]);
  expect(judge(['bundled'], 'Patient/2', false)).toEqual(['error']);
  expect(judge(['bundled', 'contained'], '#p', false)).toEqual([]);
  // A resource on its own says nothing of the Bundle that it came in.
  expect(judge(['bundled'], 'Patient/1', true)).toEqual([]);
});

test('a circle of references ends, and so does a long chain', () => {
  const next = (id: number): JsonObject => ({ fullUrl: `http://example.org/fhir/Observation/o${id}`, resource: observation({ id: `o${id}`, meta: { profile: [own('chain')] }, hasMember: [{ reference: `Observation/o${(id + 1) % 2000}` }] }) });
  const strict = profile('strict', 'Observation', [{ path: 'Observation' }, { path: 'Observation.hasMember', type: [{ code: 'Reference', targetProfile: [own('strict')] }] }]);
  const chain = profile('chain', 'Observation', [{ path: 'Observation' }, { path: 'Observation.hasMember', type: [{ code: 'Reference', targetProfile: [own('strict')] }] }]);
  const found = validatorWith({ structures: [strict, chain] }).validate(bundle('collection', ...Array.from({ length: 2000 }, (_, id) => next(id))));
  expect(found.filter((one) => one.severity === 'error')).toEqual([]);
});

test('resources that the caller knows of count as here', () => {
  const validator = validatorWith({ structures: [named, target([own('named')])] });
  const resource = observation({ meta: { profile: [own('aimed')] }, subject: { reference: 'Patient/7' } });
  const found = (resolve: (reference: string) => FhirResource | null): string[] => validator.validate(resource, { resolve }).filter((one) => one.code === 'reference-target-profile').map(brief);
  expect(found(() => null)).toEqual([]);
  expect(found((reference) => (reference === 'Patient/7' ? patient({ id: '7' }) : null))).toEqual(['error reference-target-profile Observation.subject']);
});
