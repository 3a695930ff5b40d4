import { expect, test } from 'vitest';
import { claimWith, kinds, paths, probe, told } from '../../testing.ts';
import { createdTaskHasALocation as rule } from './created-task-has-a-location.ts';

const answered = (status: number | null, answerHeaders = {}) => probe('notification', { method: 'POST', status, answerHeaders });
test('passes 201 with Location', () => { expect(kinds(rule, answered(201, { location: 'https://x.test/fhir/Task/1' }))).toEqual(['pass']); });
test('reports another status and a missing header', () => {
  expect(paths(rule, answered(200, { location: 'x' }))).toEqual(['status']);
  expect(paths(rule, answered(201))).toEqual(['header location']);
});
test('does not apply when nothing was created', () => {
  for (const status of [202, 403, 500]) expect(kinds(rule, answered(status))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
});
test('a notification that was sent twice on purpose may be known', () => {
  const known = (status: number, duplicatesPossible: boolean, caseKind: string) => kinds(rule, answered(status), { claim: claimWith({ duplicatesPossible }), facts: { caseKind } });
  expect(known(200, true, 'receive-cancel')).toEqual(['not-applicable']);
  expect([known(200, false, 'receive-cancel'), known(200, true, 'receive'), known(201, true, 'receive-cancel')]).toEqual([['violation'], ['violation'], ['violation']]);
});
test('tells what lacks; the edges of a refusal and a crash', () => {
  expect(told(rule, answered(200, { location: 'x' }))).toEqual(['violation response status: HTTP 200']);
  expect(told(rule, answered(302, { location: 'x' }))).toEqual(['violation response status: HTTP 302']);
  expect(told(rule, answered(201))).toEqual(['violation response header location: no Location']);
  expect(kinds(rule, answered(201, { location: '' }))).toEqual(['violation']);
});
