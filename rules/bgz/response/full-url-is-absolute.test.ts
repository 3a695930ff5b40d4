import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset, told } from '../../testing.ts';
import { fullUrlIsAbsolute as rule } from './full-url-is-absolute.ts';

const answered = (fullUrl: unknown) => probe('resource', { target: '/fhir/Condition', answer: searchset([], { entry: [{ fullUrl, resource: condition() }] }) });
test('passes absolute URLs and urns', () => {
  for (const url of ['https://x.test/fhir/Condition/c1', 'https://x.test/Condition/c1/_history/2', 'urn:uuid:1', 'urn:oid:2.999']) expect(kinds(rule, answered(url))).toEqual(['pass']);
});
test('reports relative ones and another id', () => {
  for (const url of ['Condition/c1', '/fhir/Condition/c1', 'https://x.test/fhir/Condition/c2', 7]) expect(paths(rule, answered(url))).toEqual(['Bundle.entry[0].fullUrl']);
});
test('does not judge an absent one', () => { expect(kinds(rule, answered(undefined))).toEqual(['not-applicable']); });
test('tells what stands there', () => {
  const at = 'violation response Bundle.entry[0].fullUrl:';
  expect(told(rule, answered('Condition/c1'))).toEqual([`${at} Condition/c1`]);
  expect(told(rule, answered('https://x.test/fhir/Condition/c2'))).toEqual([`${at} Condition/c2 for id c1`]);
  for (const url of [7, '', null]) expect(told(rule, answered(url))).toEqual([`${at} no text`]);
  for (const url of ['urn:uuid:', 'urn:uuid:a b', 'urn:x:1', 'xurn:uuid:1', 'https://', 'xhttps://x.test/Condition/c1', 'ftp://x.test/Condition/c1']) expect(told(rule, answered(url)), url).toEqual([`${at} ${url}`]);
  expect(kinds(rule, answered('http://x.test/Condition/c1'))).toEqual(['pass']);
  for (const url of ['https://x.test/Condition/xc1', 'https://x.test/Condition/c1/_history/2/3', 'https://x.test/Condition/c1/_history/']) expect(kinds(rule, answered(url)), url).toEqual(['violation']);
});
test('each entry is told at its own place, at most ten; one without id or fullUrl is let be', () => {
  const entries = (entry: readonly unknown[]) => probe('resource', { target: '/fhir/Condition', answer: searchset([], { entry }) });
  const bad = { fullUrl: 'x', resource: condition() };
  expect(paths(rule, entries([{ resource: condition() }, bad, { fullUrl: 'https://x.test/a' }, bad]))).toEqual(['Bundle.entry[1].fullUrl', 'Bundle.entry[3].fullUrl']);
  expect(kinds(rule, entries(Array.from({ length: 11 }, () => bad)))).toHaveLength(10);
  expect(kinds(rule, entries([]))).toEqual(['not-applicable']);
});
