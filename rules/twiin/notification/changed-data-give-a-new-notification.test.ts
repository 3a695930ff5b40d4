import { expect, test } from 'vitest';
import { kinds, notification, told, trigger } from '../../testing.ts';
import { changedDataGiveANewNotification as rule } from './changed-data-give-a-new-notification.ts';

const facts = { caseKind: 'renew', dataChanged: true };
test('passes a second create', () => {
  expect(kinds(rule, [notification(), trigger('renew'), notification({ identifier: [{ system: 's', value: 'n2' }] })], { facts })).toEqual(['pass']);
});
test('reports a PUT, and silence', () => {
  expect(kinds(rule, [notification(), trigger('renew'), notification({}, { method: 'PUT' })], { facts })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('renew')], { facts })).toEqual(['violation']);
});
test('does not apply when nothing changed', () => {
  expect(kinds(rule, [notification(), trigger('renew', { outcome: 'cannot' })], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification()])).toEqual(['not-applicable']);
});
test('tells what came instead; a retry of what was not accepted is no second one', () => {
  const seen = (...trace: readonly (ReturnType<typeof notification> | ReturnType<typeof trigger>)[]) => told(rule, trace, { facts });
  const silence = ['violation request request line: no second message within the window'];
  expect(seen(notification(), trigger('renew'))).toEqual(silence);
  expect(seen(notification(), trigger('renew'), notification({}, { method: 'PUT' }))).toEqual(['violation request request line: a PUT of the earlier notification']);
  expect(seen(notification(), trigger('renew'), notification())).toEqual(['pass']);
  expect(seen(notification({}, { status: 503 }), trigger('renew'), notification())).toEqual(silence);
  expect(seen(notification({}, { status: 503 }), trigger('renew'), notification(), notification({ identifier: [{ value: 'n2' }] }))).toEqual(['pass']);
  expect(seen(notification({ resourceType: 'Bundle' }, { status: 503 }), trigger('renew'), notification())).toEqual(['pass']);
  expect(seen(notification({}, { status: 503 }), trigger('renew'), notification({ resourceType: 'Bundle' }))).toEqual(['pass']);
  expect(seen(trigger('renew'))).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew')], { facts: { caseKind: 'renew', dataChanged: false } })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew')], { facts: { caseKind: 'send', dataChanged: true } })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('cancel')], { facts })).toEqual(['not-applicable']);
});
test('a second message that was refused for its token did come', () => {
  const facts = { caseKind: 'renew', dataChanged: true };
  const second = (method: string) => notification({ identifier: [{ system: 's', value: 'new' }] }, { method, status: 401 });
  expect(kinds(rule, [notification(), trigger('renew'), second('POST')], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew'), second('PUT')], { facts })).toEqual(['violation']);
});
