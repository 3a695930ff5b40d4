import { expect, test } from 'vitest';
import { claimWith, kinds, notification, told, trigger } from '../../testing.ts';
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
test('what only shapes the answer is no criterion, and what was refused for its token did come', () => {
  expect(kinds(rule, [notification(), trigger('cancel'), put('/fhir/Task?_format=json&_pretty=true')], { facts })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('cancel'), put('/fhir/Task?_format=json&identifier=s%7Cv')], { facts })).toEqual(['pass']);
  expect(kinds(rule, [notification(), trigger('cancel'), notification({ status: 'cancelled' }, { method: 'PUT', status: 401 })], { facts })).toEqual(['not-applicable']);
});
test('a good update after one that was refused for its token passes', () => {
  expect(kinds(rule, [notification(), trigger('cancel'), notification({ status: 'cancelled' }, { method: 'PUT', status: 401 }), put('/fhir/Task?identifier=x')], { facts })).toEqual(['pass']);
});
test('tells what came instead', () => {
  const seen = (...after: readonly ReturnType<typeof notification>[]) => told(rule, [notification({}, { seq: 1 }), trigger('cancel'), ...after], { facts });
  const at = 'violation request request line:';
  expect(seen(put('/fhir/Task/n1'))).toEqual([`${at} PUT …/Task/<id>`]);
  expect(seen(put('/fhir/Task'))).toEqual([`${at} PUT …/Task`]);
  expect(seen(put('/fhir/Flag?identifier=x'))).toEqual([`${at} PUT …/Task`]);
  expect(seen(put('/fhir/Task/n1?identifier=x'))).toEqual([`${at} PUT …/Task/<id>`]);
  expect(seen(notification({ status: 'cancelled' }, { target: '/fhir/Task?identifier=x' }))).toEqual([`${at} POST …/Task`]);
  expect(seen()).toEqual([`${at} no update within the window`]);
  expect(seen(notification())).toEqual([`${at} no update within the window`]);
  expect(seen(notification({ status: 'cancelled' }), put('/fhir/Task?identifier=x'))).toEqual(['pass']);
  expect(kinds(rule, [trigger('cancel')], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew')], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('cancel')], { facts: { ...facts, caseKind: 'send' } })).toEqual(['not-applicable']);
});
