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
