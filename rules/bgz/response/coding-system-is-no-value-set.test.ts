import { expect, test } from 'vitest';
import { call, condition, judge, kinds, paths, probe, searchset } from '../../testing.ts';
import { codingSystemIsNoValueSet as rule, simulatorCodingSystemIsNoValueSet } from './coding-system-is-no-value-set.ts';

const oid = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2.5.1.1';
const coded = (system: string) => ({ target: '/fhir/Condition', answer: searchset([condition({ code: { coding: [{ system, code: 'x', display: 'X' }] } })]) });
test('passes a code system', () => { expect(kinds(rule, probe('resource', coded('http://snomed.info/sct')))).toEqual(['pass']); });
test('reports the OID of a value set, with its place in the text', () => {
  expect(paths(rule, probe('resource', coded(oid)))).toEqual(['Bundle.entry[0].resource.code.coding[0]']);
  expect(judge(rule, probe('resource', coded(oid)))).toMatchObject([{ kind: 'violation', actual: oid, place: { part: 'response', position: { line: 1 } } }]);
});
test('does not apply without codings, or to a refusal; silence is not tested', () => {
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', answer: searchset([condition({ code: { text: 'x' } })]) }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: 403 }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: null }))).toEqual(['not-tested']);
});
test('judges our own answers apart', () => {
  expect(kinds(simulatorCodingSystemIsNoValueSet, call('resource', coded(oid)))).toEqual(['violation']);
  expect(kinds(rule, call('resource', coded(oid)))).toEqual([]);
});
