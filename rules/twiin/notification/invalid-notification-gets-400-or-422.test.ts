import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
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
const right = { 'malformed-json': [400], 'task-not-stu3': [400, 422], 'owner-not-served': [403, 404, 422], 'requester-not-token-organisation': [400, 401, 403, 422] } as const;
test.each(Object.entries(right))('%s is answered by %j and nothing else', (name, statuses) => {
  const passing = [200, 201, 400, 401, 403, 404, 409, 412, 422, 500].filter((status) => kinds(rule, probe('notification', { status, stimulus: spoiled(name as keyof typeof right) }))[0] === 'pass');
  expect(passing).toEqual(statuses);
});
test('tells the answer, and what it was to', () => { expect(told(rule, answered('malformed-json', 422))).toEqual(['violation response status: HTTP 422 on malformed-json']); });
