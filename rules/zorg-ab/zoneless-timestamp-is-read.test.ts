import { expect, test } from 'vitest';
import { call, judge, kinds, notification, told } from '../testing.ts';
import { answers, book, organization } from './testing.ts';
import { zonelessTimestampIsRead as rule } from './zoneless-timestamp-is-read.ts';

const shown = { facts: { caseKind: 'directory', zoneless: true } };
const book1 = () => answers(organization('1', { meta: { lastUpdated: '2024-05-05T10:00:00' } }));
const withZone = () => answers(organization('1', { meta: { lastUpdated: '2024-05-05T10:00:00Z' } }), organization('2', { meta: { lastUpdated: '2024-05-05T10:00:00.000+02:00' } }), organization('3', { meta: { lastUpdated: '2024-05-05' } }));

test('passes a system that goes on, with a token request or a message', () => {
  expect(kinds(rule, [book1(), notification()], shown)).toEqual(['pass']);
  expect(kinds(rule, [book1(), call('token')], shown)).toEqual(['pass']);
});
test('reports a system that stops there, at the last such answer', () => {
  const trace = [book1(), book1()];
  expect(kinds(rule, trace, shown)).toEqual(['violation']);
  expect(judge(rule, trace, shown)[0]).toMatchObject({ place: { exchange: trace[1]!.id, path: 'meta.lastUpdated' } });
  expect(kinds(rule, [notification(), book1()], shown)).toEqual(['violation']);
});
test('does not apply where no such timestamp was read, and in other cases', () => {
  expect(kinds(rule, [book1()])).toEqual(['not-applicable']);
  expect(kinds(rule, [withZone()], shown)).toEqual(['not-applicable']);
  expect(kinds(rule, [book(book1(), { response: { status: 500, headers: {}, body: book1().response!.body } })], shown)).toEqual(['not-applicable']);
  expect(kinds(rule, [], shown)).toEqual(['not-applicable']);
});
test('tells it at the answer; only what was sent by the system afterwards counts', () => {
  const found = ['violation response meta.lastUpdated: nothing was sent after an answer with timestamps without a zone'];
  expect(told(rule, [book1()], shown)).toEqual(found);
  expect(told(rule, [book1(), call('directory', { role: 'zorgab-client' })], shown)).toEqual(found);
  for (const endpoint of ['notification', 'token', 'resource', 'workflow-task'] as const) expect(kinds(rule, [book1(), call(endpoint)], shown), endpoint).toEqual(['pass']);
  expect(kinds(rule, [book1()], { facts: { zoneless: false } })).toEqual(['not-applicable']);
  expect(kinds(rule, [book(book1(), { role: 'simulator' })], shown)).toEqual(['not-applicable']);
  expect(kinds(rule, [answers(organization('1'))], shown)).toEqual(['not-applicable']);
  const odd = (lastUpdated: string) => kinds(rule, [answers(organization('1', { meta: { lastUpdated } }))], shown);
  expect(odd('2024-05-05T10:00:00.123')).toEqual(['violation']);
  for (const one of ['x2024-05-05T10:00:00', '2024-05-05T10:00:00 ', '2024-05-05T', '24-05-05T10:00']) expect(odd(one), one).toEqual(['not-applicable']);
});
test('one such timestamp among others is enough', () => {
  expect(kinds(rule, [answers(organization('1'), organization('2', { meta: { lastUpdated: '2024-05-05T10:00:00' } }))], shown)).toEqual(['violation']);
});
