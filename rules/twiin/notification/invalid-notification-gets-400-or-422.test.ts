import { expect, test } from 'vitest';
import { kinds, probe, spoiled } from '../../testing.ts';
import { invalidNotificationGets400Or422 as rule } from './invalid-notification-gets-400-or-422.ts';

const answered = (name: 'malformed-json' | 'owner-not-served' | 'no-token', status: number | null) => probe('notification', { status, stimulus: spoiled(name) });
test('passes the right refusal', () => {
  expect(kinds(rule, answered('malformed-json', 400))).toEqual(['pass']);
  for (const status of [422, 403, 404]) expect(kinds(rule, answered('owner-not-served', status))).toEqual(['pass']);
});
test('reports acceptance and other answers', () => {
  expect(kinds(rule, answered('malformed-json', 201))).toEqual(['violation']);
  expect(kinds(rule, answered('malformed-json', 500))).toEqual(['violation']);
  expect(kinds(rule, answered('owner-not-served', 201))).toEqual(['violation']);
});
test('cannot judge silence; looks at these stimuli only', () => {
  expect(kinds(rule, answered('malformed-json', null))).toEqual(['not-tested']);
  expect(kinds(rule, answered('no-token', 401))).toEqual([]);
});
