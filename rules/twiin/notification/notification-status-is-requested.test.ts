import { expect, test } from 'vitest';
import { kinds, notification, told } from '../../testing.ts';
import { notificationStatusIsRequested as rule } from './notification-status-is-requested.ts';

test('passes requested', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another status or none', () => {
  expect(kinds(rule, notification({ status: 'draft' }))).toEqual(['violation']);
  expect(kinds(rule, notification({ status: undefined }))).toEqual(['violation']);
});
test('does not look at a PUT', () => { expect(kinds(rule, notification({ status: 'cancelled' }, { method: 'PUT' }))).toEqual([]); });
test('tells what stands there', () => { expect(told(rule, notification({ status: 'draft' }))).toEqual(['violation request Task.status: draft']); });
