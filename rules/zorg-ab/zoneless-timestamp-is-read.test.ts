import { expect, test } from 'vitest';
import { call, judge, kinds, notification } from '../testing.ts';
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
