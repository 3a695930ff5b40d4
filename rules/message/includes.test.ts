import { expect, test } from 'vitest';
import { includesOf, referencesFor, refersTo } from './includes.ts';
import { parseTarget } from './target.ts';

test('reads the includes of a search; unknown ones are left out', () => {
  expect(includesOf(parseTarget('/fhir/Coverage?_include=Coverage:payor:Organization&_include:recurse=Observation:specimen&_include=Flag:author'))).toEqual([
    { type: 'Coverage', path: ['payor'], target: 'Organization' }, { type: 'Observation', path: ['specimen'], target: null },
  ]);
});
test('finds the references where the include looks', () => {
  const [related] = includesOf(parseTarget('/Observation?_include=Observation:related-target'));
  expect(referencesFor(related!, { resourceType: 'Observation', related: [{ target: { reference: 'Observation/2' } }, { target: { reference: '#3' } }, {}] })).toEqual(['Observation/2']);
  expect(referencesFor(related!, { resourceType: 'Flag' })).toEqual([]);
  const [payor] = includesOf(parseTarget('/Coverage?_include=Coverage:payor:Organization'));
  expect(referencesFor(payor!, { resourceType: 'Coverage', payor: [{ reference: 'Patient/1' }, { reference: 'https://x.test/Organization/2' }] })).toEqual(['https://x.test/Organization/2']);
});
test('a reference is to an entry by its address or its id', () => {
  const entry = { fullUrl: 'https://x.test/fhir/Device/1', resource: { resourceType: 'Device', id: '1' } };
  for (const reference of ['Device/1', 'Device/1/_history/2', 'https://x.test/fhir/Device/1']) expect(refersTo(reference, entry)).toBe(true);
  for (const reference of ['Device/11', 'https://y.test/fhir/Device/1', '1']) expect(refersTo(reference, entry)).toBe(false);
  expect(refersTo('https://y.test/fhir/Device/1', { resource: entry.resource })).toBe(true);
  expect(refersTo('urn:uuid:5', { fullUrl: 'urn:uuid:5', resource: {} })).toBe(true);
});
test.each<[string, object]>([
  ['Patient:general-practitioner', { generalPractitioner: [{ reference: 'X/1' }] }], ['Coverage:payor', { payor: [{ reference: 'X/1' }] }], ['DeviceUseStatement:device', { device: { reference: 'X/1' } }],
  ['DeviceRequest:device', { codeReference: { reference: 'X/1' } }], ['MedicationStatement:medication', { medicationReference: { reference: 'X/1' } }], ['MedicationRequest:medication', { medicationReference: { reference: 'X/1' } }],
  ['MedicationDispense:medication', { medicationReference: { reference: 'X/1' } }], ['Observation:related-target', { related: { target: { reference: 'X/1' } } }], ['Observation:specimen', { specimen: { reference: 'X/1' } }],
  ['Procedure:based-on', { basedOn: [{ reference: 'X/1' }] }], ['CareTeam:participant', { participant: [{ member: { reference: 'X/1' } }] }],
])('%s is found', (include, resource) => {
  const [one] = includesOf(parseTarget(`/x?_include=${include}`));
  expect(referencesFor(one!, { resourceType: include.split(':')[0]!, other: { reference: 'X/2' }, ...resource })).toEqual(['X/1']);
});
test('a target type is a whole one, at the end', () => {
  const [payor] = includesOf(parseTarget('/Coverage?_include=Coverage:payor:Organization&include=Coverage:payor'));
  const held = ['Organization/1', 'MyOrganization/1', 'Organization/1/2', 'Organization/', 'x/Organization/2'].map((reference) => ({ reference }));
  expect(referencesFor(payor!, { resourceType: 'Coverage', payor: [...held, { reference: 7 }, { display: 'x' }] })).toEqual(['Organization/1', 'x/Organization/2']);
});
test('an address under another host is a reference only where the entry has none of its own', () => {
  const bare = { resource: { resourceType: 'Device', id: '1' } };
  expect([refersTo('https://y.test/Device/1', bare), refersTo('https://y.test/xDevice/1', bare), refersTo('x/Device/1', bare), refersTo('Device/1/_history/2/3', bare)]).toEqual([true, false, false, false]);
});
