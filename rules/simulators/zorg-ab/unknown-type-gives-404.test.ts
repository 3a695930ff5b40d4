import { expect, test } from 'vitest';
import { kinds, searchset, told } from '../../testing.ts';
import { asked } from './testing.ts';
import { unknownTypeGives404 as rule } from './unknown-type-gives-404.ts';

const outcome = (code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
test('passes 404 not-supported', () => { expect(kinds(rule, asked('Patient?name=x', { status: 404, answer: outcome('not-supported') }))).toEqual(['pass']); });
test('reports an empty answer and another code', () => {
  expect(kinds(rule, asked('Patient?name=x', { answer: searchset([]) }))).toEqual(['violation']);
  expect(kinds(rule, asked('Patient?name=x', { status: 404, answer: outcome('not-found') }))).toEqual(['violation']);
});
test('looks at unknown types only', () => { expect(kinds(rule, asked('Organization'))).toEqual([]); });
test('tells the answer; severity and code stand in one issue', () => {
  expect(told(rule, asked('Patient', { status: 400, answer: outcome('not-supported') }))).toEqual(['violation response body: HTTP 400']);
  const two = { issue: [{ severity: 'warning', code: 'not-supported' }, { severity: 'error', code: 'x' }] };
  expect(told(rule, asked('Patient', { status: 404, answer: two }))).toEqual(['violation response body: HTTP 404']);
  expect(kinds(rule, asked('Patient', { status: 404, answer: { issue: [{}, ...outcome('not-supported').issue] } }))).toEqual(['pass']);
});
test.each(['Organization', 'Endpoint', 'Practitioner', 'PractitionerRole', 'HealthcareService', 'Location', 'metadata'])('%s is no unknown type', (type) => { expect(kinds(rule, asked(type))).toEqual([]); });
