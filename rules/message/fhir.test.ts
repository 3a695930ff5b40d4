import { expect, test } from 'vitest';
import type { FhirJudge, FhirMessage } from '../../model/fhir-judgement.ts';
import { call, condition, notification, probe } from '../testing.ts';
import { judgedAs, judgementOf } from './fhir.ts';

test('a body is asked about as STU3, an answer as served; what is empty or absent is not asked about', () => {
  const sent = notification();
  expect(judgedAs(sent, 'request')).toEqual({ body: sent.request.body, fhir: 'stu3', served: false });
  const answered = probe('resource', { answer: condition() });
  expect(judgedAs(answered, 'response')).toEqual({ body: answered.response!.body, fhir: 'stu3', served: true });
  expect([judgedAs(answered, 'request'), judgedAs(probe('resource', { status: null }), 'response'), judgedAs(call('resource'), 'response')]).toEqual([null, null, null]);
});
test('the judge of the run is asked, or else the one that knows text and Dutch checks only', () => {
  const asked: FhirMessage[] = [];
  const judgement = { resource: null } as never;
  const fhir: FhirJudge = { of: (message) => { asked.push(message); return judgement; } };
  const answered = probe('resource', { answer: condition() });
  expect(judgementOf(answered, 'response', { fhir })).toBe(judgement);
  expect(asked).toEqual([judgedAs(answered, 'response')]);
  expect(judgementOf(answered, 'request', { fhir })).toBeNull();
  expect(asked).toHaveLength(1);
  expect(judgementOf(answered, 'response', {})).toMatchObject({ validation: null, resource: { resourceType: 'Condition' } });
});
