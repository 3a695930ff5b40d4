import { expect, test } from 'vitest';
import { call, kinds, notification, told } from '../../testing.ts';
import { notificationIdentifierIsUnique as rule } from './notification-identifier-is-unique.ts';

const withId = (value: string, settings = {}) => notification({ identifier: [{ system: 's', value }] }, settings);
test('passes new identifiers, and a retry', () => {
  expect(kinds(rule, [withId('a'), withId('b')])).toEqual(['pass', 'pass']);
  expect(kinds(rule, [withId('a', { status: 503 }), withId('a')])).toEqual(['pass', 'pass']);
  expect(kinds(rule, [withId('a', { status: 201, transport: { outcome: 'reset', detail: 'cut half way' } }), withId('a')])).toEqual(['pass', 'pass']);
});
test('reports a second use, none, two, and half ones', () => {
  expect(kinds(rule, [withId('a'), withId('a')])).toEqual(['pass', 'violation']);
  expect(kinds(rule, [notification({ identifier: undefined })])).toEqual(['violation']);
  expect(kinds(rule, [notification({ identifier: [{ system: 's', value: '1' }, { system: 's', value: '2' }] })])).toEqual(['violation']);
  expect(kinds(rule, [notification({ identifier: [{ value: '1' }] })])).toEqual(['violation']);
});
test('does not apply without notifications; XML is read', () => {
  expect(kinds(rule, [])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({ status: 'cancelled' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({}, { headers: {}, body: '<Task xmlns="http://hl7.org/fhir"><identifier><system value="urn:ietf:rfc:3986"/><value value="urn:uuid:1"/></identifier><status value="requested"/></Task>' })])).toEqual(['pass']);
});
test('tells what is wrong', () => {
  const at = 'violation request Task.identifier:';
  expect(told(rule, [notification({ identifier: undefined })])).toEqual([`${at} 0 identifiers`]);
  expect(told(rule, [notification({ identifier: [{ system: 's' }] })])).toEqual([`${at} no system or no value`]);
  expect(told(rule, [notification({ identifier: [{ value: '1' }] })])).toEqual([`${at} no system or no value`]);
  expect(told(rule, [withId('a', { id: 'e-first' }), withId('a')])).toEqual(['pass', `${at} the same as in e-first`]);
  expect(kinds(rule, [withId('a'), notification({ identifier: [{ system: 't', value: 'a' }] })])).toEqual(['pass', 'pass']);
});
test('looks at the creates of the sender that may be read', () => {
  const no = [notification({}, { method: 'PUT' }), notification({}, { withheld: { place: 'body', reason: 'r', keyedHash: 'h' } }), call('token', { method: 'POST' }), notification({}, { role: 'twiin-receiver' })];
  expect(kinds(rule, no)).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({ resourceType: 'Bundle' })])).toEqual(['not-applicable']);
});
