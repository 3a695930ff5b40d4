import { expect, test } from 'vitest';
import { kinds, outcomeBody, probe, spoiled, told } from '../../testing.ts';
import { errorHoldsAnOperationOutcome as rule } from './error-holds-an-operation-outcome.ts';

const answered = (status: number | null, answer?: Record<string, unknown> | string, answerHeaders?: Record<string, string>) =>
  probe('notification', { status, answer, answerHeaders, stimulus: spoiled('malformed-json', 'answer-error') });
test('passes an OperationOutcome', () => { expect(kinds(rule, answered(400, outcomeBody))).toEqual(['pass']); });
test('reports other bodies', () => {
  expect(kinds(rule, answered(400, { error: 'x' }))).toEqual(['violation']);
  expect(kinds(rule, answered(422))).toEqual(['violation']);
  expect(kinds(rule, answered(400, { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] }))).toEqual(['violation']);
});
test('does not judge a success, a token refusal, or silence; XML is read', () => {
  expect(kinds(rule, answered(201))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(401))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, answered(400, '<OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="invalid"/></issue></OperationOutcome>', {}))).toEqual(['pass']);
  expect(kinds(rule, answered(400, '<html><body>no</body></html>', {}))).toEqual(['violation']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
test('tells what came instead; the edge of an error', () => {
  const at = 'violation response body:';
  expect(told(rule, answered(400, { error: 'x' }))).toEqual([`${at} HTTP 400 with another JSON body`]);
  expect(told(rule, answered(500))).toEqual([`${at} HTTP 500 with a body that is empty`]);
  expect(told(rule, answered(422, '{'))).toEqual([`${at} HTTP 422 with a body that is malformed`]);
  expect(kinds(rule, answered(399))).toEqual(['not-applicable']);
});
