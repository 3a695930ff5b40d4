import { expect, test } from 'vitest';
import { input, notification, task } from '../testing.ts';
import { codeSystemVariant, codingsOf, groupOf, hasCode, identifierOf, inputsOf, organisationOf, patientOnTask, taskOf, taskCode, taskParameter, uraSystem } from './task.ts';

test('systems, as published', () => {
  expect([taskCode, taskParameter, uraSystem]).toEqual(['TaskCode', 'TaskParameter', 'ura'].map((one) => `http://fhir.nl/fhir/NamingSystem/${one}`));
  expect(codeSystemVariant(taskCode)).toBe('http://fhir.nl/fhir/CodeSystem/TaskCode');
});
test('a Task is one by its type', () => {
  expect(taskOf(notification())).toMatchObject({ resourceType: 'Task' });
  expect([taskOf(notification({ resourceType: 'Bundle' })), taskOf(notification({}, { body: '[]' }))]).toEqual([null, null]);
});
test('inputs keep their place; codings are read where there are any', () => {
  const inputs = inputsOf({ input: [input('a', {}), {}] });
  expect(inputs.map((one) => [one.path, one.codings.length])).toEqual([['Task.input[0]', 1], ['Task.input[1]', 0]]);
  expect([hasCode(inputs[0]!, 'a'), hasCode(inputs[0]!, 'b'), hasCode(inputs[1]!, 'a')]).toEqual([true, false, false]);
  expect([codingsOf(undefined), codingsOf('x'), codingsOf({}), codingsOf({ coding: [{ code: 'c' }, 7] })]).toEqual([[], [], [], [{ code: 'c' }]]);
});
test.each<[unknown, string | null]>([
  [[{ system: 's', value: 'v' }, { value: 'w' }], 's|v'], [[{ value: 'v' }], '|v'], [[{ system: 's' }], null], [[{ system: 's', value: '' }], null], [[], null], [undefined, null], [{ system: 's', value: 'v' }, 's|v'],
])('identifier of %o', (identifier, key) => { expect(identifierOf(task({ identifier }))).toBe(key); });
test('group and patient, or null', () => {
  expect(groupOf(task({ groupIdentifier: { value: 'g' } }))).toBe('g');
  expect(groupOf(task({ groupIdentifier: undefined }))).toBeNull();
  expect(patientOnTask(task())).toBe('999990019');
  for (const value of [undefined, {}, { identifier: { system: 'x', value: '999990019' } }, { identifier: [] }]) expect(patientOnTask(task({ for: value }))).toBeNull();
});
const ura = (value: unknown) => ({ system: uraSystem, value });
test.each<[unknown, object]>([
  [undefined, { kind: 'absent' }], [{}, { kind: 'absent' }], [{ identifier: ura('') }, { kind: 'absent' }], [{ identifier: ura(undefined) }, { kind: 'absent' }], ['x', { kind: 'absent' }],
  [[{ identifier: ura('90000011') }, {}], { kind: 'several' }], [{ identifier: [ura('90000011'), ura('90000022')] }, { kind: 'several' }],
  [[{ identifier: [ura('90000011')] }], { kind: 'ura', ura: '90000011' }], [{ identifier: ura('90000011') }, { kind: 'ura', ura: '90000011' }],
  [{ identifier: { system: 'urn:oid:1', value: '90000011' } }, { kind: 'other', system: 'urn:oid:1' }], [{ identifier: { value: '90000011' } }, { kind: 'other', system: 'none' }],
  [{ identifier: ura('9000001') }, { kind: 'malformed-ura', value: '9000001' }], [{ identifier: ura('900000111') }, { kind: 'malformed-ura', value: '900000111' }], [{ identifier: ura('9000001a') }, { kind: 'malformed-ura', value: '9000001a' }],
])('organisation of %o', (reference, named) => { expect(organisationOf(reference)).toEqual(named); });
