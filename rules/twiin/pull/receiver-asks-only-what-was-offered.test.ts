import { expect, test } from 'vitest';
import { call, condition, grant, kinds, probe, searchset, told } from '../../testing.ts';
import { receiverAsksOnlyWhatWasOffered as rule } from './receiver-asks-only-what-was-offered.ts';

const offer = { grants: [grant({ queries: ['Condition', 'Observation/$lastn?code=l|1', 'Observation?code=l|2,l|3', 'DocumentReference?status=current'] })] };
const asked = (target: string, answer?: Record<string, unknown>) => call('resource', { target: `/fhir/${target}`, answer });
test('passes offered queries, subsets, includes, next pages and references', () => {
  for (const target of ['Condition', 'Condition?_include=Condition:asserter', 'Observation?code=l%7C2', 'Observation?code=l|1,l|3', 'DocumentReference/d1']) {
    expect(kinds(rule, [asked(target)], offer)).toEqual(['pass']);
  }
  const document = searchset([{ resourceType: 'DocumentReference', id: 'd1', content: [{ attachment: { url: 'Binary/b1' } }] }]);
  expect(kinds(rule, [asked('DocumentReference?status=current', document), asked('Binary/b1')], offer)).toEqual(['pass', 'pass']);
  const paged = searchset([condition()], { link: [{ relation: 'next', url: 'https://host.test/fhir?page=2' }] });
  expect(kinds(rule, [asked('Condition', paged), call('resource', { target: '/fhir?page=2' })], offer)).toEqual(['pass', 'pass']);
});
test('reports another type, another code, no code, and a stray read', () => {
  for (const target of ['Flag', 'Observation?code=l|9', 'Observation', 'Practitioner/x9']) expect(kinds(rule, [asked(target)], offer)).toEqual(['violation']);
});
test('does not apply when nothing was offered or fetched, or to a POST', () => {
  expect(kinds(rule, [call('resource', { method: 'POST', target: '/fhir/Observation/_search' })], offer)).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Flag')], { grants: [grant({ queries: [] })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [], offer)).toEqual(['not-applicable']);
});
test('tells what was asked', () => {
  const seen = (target: string) => told(rule, [asked(target)], offer)[0]?.replace('violation request request target: ', '');
  expect(seen('Flag')).toBe('a search for Flag, which was not offered');
  expect(seen('?a=b')).toBe('a search for an unknown type, which was not offered');
  expect(seen('Observation?code=l|9')).toBe('a search for Observation with codes that were not offered');
  expect(seen('Practitioner/x9')).toBe('a read of a Practitioner that no answer refers to');
});
test.each<[string, string, string]>([
  ['Observation?code=a,b', 'Observation?code=a,c', 'violation'], ['Observation?code=a,b&category=k', 'Observation?code=a', 'violation'], ['Observation?code=a&category=k', 'Observation?code=a&category=k', 'pass'],
  ['Observation?code=a&category=k', 'Observation?code=a&category=m', 'violation'], ['Observation?category=k', 'Observation?category=k&code=z', 'pass'], ['Observation?status=final', 'Observation', 'pass'],
  ['Observation?code=a', 'Observation?category=a', 'violation'], ['Flag/f1', 'Flag/f1', 'pass'], ['Flag/f1', 'Flag', 'pass'],
])('of %s, %s is a %s', (offered, target, kind) => {
  expect(kinds(rule, [asked(target)], { grants: [grant({ queries: [offered] })] })).toEqual([kind]);
  expect(kinds(rule, [asked(target)], { grants: [grant({ queries: [], resources: [offered] })] })).toEqual([kind]);
});
test('a next page or a reference counts only from an earlier answer', () => {
  const paged = () => asked('Condition', searchset([condition()], { link: [{ relation: 'next', url: '/fhir/Flag?page=2' }] }));
  expect(kinds(rule, [asked('Flag?page=2'), paged()], offer)).toEqual(['violation', 'pass']);
  expect(kinds(rule, [paged(), asked('Flag?page=2'), asked('Flag?page=3')], offer)).toEqual(['pass', 'pass', 'violation']);
  expect(kinds(rule, [asked('Condition', searchset([], { link: [{ relation: 'next', url: 'http://' }, { relation: 'last', url: '/fhir/Flag?page=2' }] })), asked('Flag?page=2')], offer)).toEqual(['pass', 'violation']);
  const document = searchset([{ resourceType: 'DocumentReference', id: 'd1', content: [{ attachment: { url: 'Binary/b1' } }] }]);
  expect(kinds(rule, [asked('Binary/b1'), asked('DocumentReference?status=current', document)], offer)).toEqual(['violation', 'pass']);
  expect(kinds(rule, [call('workflow-task', { answer: { resourceType: 'Task', focus: { reference: 'Binary/b1' } } }), asked('Binary/b1')], offer)).toEqual(['pass']);
});
test('only our offers and calls of the receiver count', () => {
  expect(kinds(rule, [asked('Flag')], { grants: [grant({ by: 'sut' })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Flag')], { grants: [grant({ by: 'sut', queries: ['Flag'] }), grant()] })).toEqual(['violation']);
  expect(kinds(rule, [call('workflow-task', { target: '/fhir/Task/1' }), probe('resource', { target: '/fhir/Flag' }), call('resource', { target: '/fhir/Flag', role: 'twiin-sender' })], offer)).toEqual(['not-applicable']);
});
test('an earlier answer that does not name it is no reference', () => {
  expect(kinds(rule, [asked('Condition', searchset([condition()])), asked('Binary/b1')], offer)).toEqual(['pass', 'violation']);
});
