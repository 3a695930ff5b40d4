import { expect, test } from 'vitest';
import { call, condition, grant, kinds, searchset } from '../../testing.ts';
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
