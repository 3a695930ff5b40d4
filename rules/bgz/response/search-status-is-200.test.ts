import { expect, test } from 'vitest';
import { kinds, probe, told } from '../../testing.ts';
import { searchStatusIs200 as rule } from './search-status-is-200.ts';

const answered = (status: number | null, target = '/fhir/Condition', answer?: Record<string, unknown>) => probe('resource', { target, status, answer });
test('passes 200', () => { expect(kinds(rule, answered(200))).toEqual(['pass']); });
test('reports other statuses', () => { for (const status of [201, 202, 500]) expect(kinds(rule, answered(status))).toEqual(['violation']); });
test('does not judge a refusal, silence or a read', () => {
  expect(kinds(rule, answered(403))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(404, '/fhir/CareTeam', { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-supported' }] }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, answered(200, '/fhir/Condition/c1'))).toEqual([]);
});
test('a plain 404 may be about the type and a gateway may be somebody else: warnings', () => {
  for (const status of [404, 502, 503, 504]) expect(told(rule, answered(status))).toEqual([`violation<=warning response status: HTTP ${status}`]);
});
test('an answer that broke off is not judged, by its status either', () => {
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', answer: '{"resour', transport: { outcome: 'timeout' } }))).toEqual(['not-tested']);
});
test('tells the status', () => { expect(told(rule, answered(500))).toEqual(['violation response status: HTTP 500']); });
