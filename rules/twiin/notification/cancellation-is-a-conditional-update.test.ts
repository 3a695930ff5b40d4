import { expect, test } from 'vitest';
import { claimWith, kinds, notification, trigger } from '../../testing.ts';
import { cancellationIsAConditionalUpdate as rule } from './cancellation-is-a-conditional-update.ts';

const facts = { caseKind: 'cancel', cancelled: true };
const put = (target: string) => notification({ status: 'cancelled' }, { method: 'PUT', target });
test('passes a conditional update', () => { expect(kinds(rule, [notification(), trigger('cancel'), put('/fhir/Task?identifier=s%7Cv')], { facts })).toEqual(['pass']); });
test('reports an update by id, a create, and silence', () => {
  expect(kinds(rule, [notification(), trigger('cancel'), put('/fhir/Task/n1')], { facts })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('cancel'), notification({ status: 'cancelled' })], { facts })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('cancel')], { facts })).toEqual(['violation']);
});
test('judges what came although the trigger failed', () => {
  const failed = { caseKind: 'cancel', cancelled: false };
  const trace = [notification(), put('/fhir/Task/n1'), trigger('cancel', { outcome: 'failed' })];
  expect(kinds(rule, trace, { facts: failed })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('cancel', { outcome: 'failed' })], { facts: failed })).toEqual(['not-applicable']);
});
test('does not apply when nothing was cancelled or it is not claimed', () => {
  expect(kinds(rule, [notification()])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('cancel')], { facts, claim: claimWith({ cancellation: false }) })).toEqual(['not-applicable']);
});
