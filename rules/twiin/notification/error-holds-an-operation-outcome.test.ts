import { expect, test } from 'vitest';
import { kinds, outcomeBody, probe, spoiled } from '../../testing.ts';
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
