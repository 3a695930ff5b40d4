import { expect, test } from 'vitest';
import { kinds, notification, paths, told, trigger } from '../../testing.ts';
import { renewedNotificationKeepsItsGroup as rule } from './renewed-notification-keeps-its-group.ts';

const facts = { caseKind: 'renew', dataChanged: true };
const again = { identifier: [{ system: 's', value: 'n2' }] };
test('passes another identifier in the same group', () => { expect(kinds(rule, [notification(), trigger('renew'), notification(again)], { facts })).toEqual(['pass']); });
test('reports the same identifier, and another group', () => {
  expect(paths(rule, [notification(), trigger('renew'), notification()], { facts })).toEqual(['Task.identifier']);
  expect(paths(rule, [notification(), trigger('renew'), notification({ ...again, groupIdentifier: { system: 's', value: 'g2' } })], { facts })).toEqual(['Task.groupIdentifier']);
});
test('the first one again, because it was not accepted, is no renewal', () => {
  const busy = () => notification({}, { status: 503 });
  expect(kinds(rule, [busy(), notification(), trigger('renew'), notification(again)], { facts })).toEqual(['pass']);
  expect(kinds(rule, [busy(), notification(), trigger('renew')], { facts })).toEqual(['not-applicable']);
});
test('does not apply without a second one', () => {
  expect(kinds(rule, [notification(), trigger('renew')], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), notification(again)])).toEqual(['not-applicable']);
});
test('tells what differs, and of what it may be told', () => {
  const seen = (first: object, second: object, settings = {}) => told(rule, [notification(first as never), trigger('renew'), notification(second as never, settings)], { facts });
  expect(seen({}, {})).toEqual(['violation request Task.identifier: the same']);
  expect(seen({}, { ...again, groupIdentifier: undefined })).toEqual(['violation request Task.groupIdentifier: another one']);
  expect(seen({ resourceType: 'Bundle' }, again)).toEqual(['not-applicable']);
  expect(seen({}, { ...again, resourceType: 'Bundle' })).toEqual(['not-applicable']);
  expect(seen({}, {}, { method: 'PUT' })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew'), notification()], { facts: { caseKind: 'send' } })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('cancel'), notification()], { facts })).toEqual(['not-applicable']);
});
