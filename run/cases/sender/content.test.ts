import { expect, test } from 'vitest';
import type { Exchange } from '../../../model/exchange.ts';
import { spread, unseenReferences } from './content.ts';

const base = 'https://xis.test/fhir/';
const answered = (body: unknown, changes: object = {}) => ({
  kind: 'exchange', side: 'probe', endpoint: 'resource', stimulus: { valid: true }, response: { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(body)) }, ...changes,
}) as unknown as Exchange;
const bundle = (...resources: object[]) => ({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });
const condition = (id: string, asserter: string) => ({ resourceType: 'Condition', id, subject: { reference: 'Patient/p1' }, asserter: { reference: asserter } });

test('a few from all over a list', () => {
  expect(spread([1, 2], 3)).toEqual([1, 2]);
  expect(spread([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 3, 5]);
});
test('references to what no answer held, each place first', () => {
  const answers = [answered(bundle(condition('c1', 'Practitioner/a'), condition('c2', `${base}Practitioner/b/_history/1`))), answered({ resourceType: 'Patient', id: 'p1', generalPractitioner: [{ reference: 'Practitioner/c' }] })];
  expect(unseenReferences(answers, base)).toEqual(['Practitioner/a', 'Practitioner/c', 'Practitioner/b']);
});
test('contained, elsewhere, logical ones and those of a Provenance are left alone, and so is what was refused', () => {
  const kept = [condition('c1', '#a'), condition('c2', 'https://other.test/fhir/Practitioner/a'), { resourceType: 'Provenance', target: [{ reference: 'Flag/f' }] }, { resourceType: 'Condition', id: 'c3', asserter: { identifier: { value: 'x' } } }];
  expect(unseenReferences([answered(bundle(...kept, { resourceType: 'Patient', id: 'p1' }))], base)).toEqual([]);
  expect(unseenReferences([answered(bundle(condition('c1', 'Practitioner/a')), { stimulus: { valid: false } }), answered('no resource'), answered(null)], base)).toEqual([]);
});
