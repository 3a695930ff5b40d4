import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset } from '../../testing.ts';
import { fullUrlIsAbsolute as rule } from './full-url-is-absolute.ts';

const answered = (fullUrl: unknown) => probe('resource', { target: '/fhir/Condition', answer: searchset([], { entry: [{ fullUrl, resource: condition() }] }) });
test('passes absolute URLs and urns', () => {
  for (const url of ['https://x.test/fhir/Condition/c1', 'https://x.test/Condition/c1/_history/2', 'urn:uuid:1', 'urn:oid:2.999']) expect(kinds(rule, answered(url))).toEqual(['pass']);
});
test('reports relative ones and another id', () => {
  for (const url of ['Condition/c1', '/fhir/Condition/c1', 'https://x.test/fhir/Condition/c2', 7]) expect(paths(rule, answered(url))).toEqual(['Bundle.entry[0].fullUrl']);
});
test('does not judge an absent one', () => { expect(kinds(rule, answered(undefined))).toEqual(['not-applicable']); });
