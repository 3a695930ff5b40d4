import { expect, test } from 'vitest';
import { judgeWith, seen } from '../../fhir/testing.ts';
import { kinds, notification, paths, probe, told } from '../../testing.ts';
import { notificationIsAnStu3Task as rule } from './notification-is-an-stu3-task.ts';

const right = { fhir: judgeWith() };
test('passes an STU3 Task', () => { expect(kinds(rule, notification(), right)).toEqual(['pass']); });
test('reports the habits of R4 and what is no Task', () => {
  expect(paths(rule, notification({ instantiatesUri: 'x' }))).toEqual(['Task.instantiatesUri']);
  expect(paths(rule, notification({ encounter: { reference: 'Encounter/1' } }))).toEqual(['Task.encounter']);
  expect(paths(rule, notification({ requester: { reference: 'Organization/1' } }))).toEqual(['Task.requester']);
  expect(paths(rule, notification({ owner: { type: 'Organization', identifier: { value: '1' } } }))).toEqual(['Task.owner.type']);
  expect(paths(rule, notification({ identifier: { value: 'x' } }))).toEqual(['Task.identifier']);
  expect(paths(rule, notification({ resourceType: 'Bundle' }))).toEqual(['Task']);
  expect(kinds(rule, notification({}, { body: '{' }))).toEqual(['violation']);
});
test('reports what base FHIR finds, and leaves profiles out', () => {
  const found = { expression: 'Task.authoredOn', code: 'illegal-value' } as const;
  expect(paths(rule, notification(), { fhir: judgeWith(seen(found)) })).toEqual(['Task.authoredOn']);
  expect(kinds(rule, notification(), { fhir: judgeWith(seen({ ...found, profile: 'http://example.org/p' })) })).toEqual(['pass']);
});
test('without a validator faults of the text are found, and nothing passes', () => {
  expect(kinds(rule, notification())).toEqual(['not-tested']);
  expect(kinds(rule, notification({}, { body: '{"resourceType":"Task","resourceType":"Task"}' }))).toEqual(['violation', 'not-tested']);
});
test('XML is read; our own messages are not looked at', () => {
  expect(kinds(rule, notification({}, { headers: {}, body: '<Task xmlns="http://hl7.org/fhir"/>' }), right)).toEqual(['pass']);
  expect(kinds(rule, notification({}, { headers: {}, body: '<html/>' }))).toEqual(['violation']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
test('tells what came instead of a Task, and each habit of R4', () => {
  expect(told(rule, notification({ resourceType: 'Bundle' }))).toEqual(['violation request Task: Bundle']);
  expect(told(rule, notification({}, { body: '' }))).toEqual(['violation request Task: empty']);
  expect(told(rule, notification({}, { body: '[]' }))).toEqual(['violation request Task: other']);
  expect(told(rule, notification({ encounter: {}, note: {} }), right)).toEqual(['violation request Task.encounter: an element of R4', 'violation request Task.note: no list']);
});
