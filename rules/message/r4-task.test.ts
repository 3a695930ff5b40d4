import { expect, test } from 'vitest';
import { task } from '../testing.ts';
import { r4HabitsOf } from './r4-task.ts';

const found = (changes: Record<string, unknown>) => r4HabitsOf(task(changes)).map((one) => `${one.path}: ${one.actual}`);
test('a right Task has none', () => { expect(found({ basedOn: [], note: [], partOf: [], relevantHistory: [] })).toEqual([]); });
test.each(['instantiatesUri', 'instantiatesCanonical', 'encounter', 'reasonCode', 'reasonReference', 'location', 'insurance'])('%s is an element of R4', (name) => {
  expect(found({ [name]: {} })).toEqual([`Task.${name}: an element of R4`]);
});
test('the next step names what STU3 has instead, or to leave it out', () => {
  expect(r4HabitsOf({ encounter: {} })[0]!.next).toEqual({ nl: 'Gebruik in STU3 context.', en: 'Use context in STU3.' });
  expect(['location', 'insurance'].map((name) => r4HabitsOf({ [name]: {} })[0]!.next.en)).toEqual(['Leave this element out.', 'Leave this element out.']);
  expect(['instantiatesUri', 'instantiatesCanonical', 'reasonCode', 'reasonReference'].map((name) => r4HabitsOf({ [name]: {} })[0]!.next.en)).toEqual(
    ['definitionUri', 'definitionReference', 'reason', 'reason'].map((name) => `Use ${name} in STU3.`),
  );
});
test.each(['reference', 'identifier', 'display'])('a requester with %s is a Reference', (name) => {
  expect(found({ requester: { [name]: 'x' } })).toEqual(['Task.requester: a Reference, as in R4']);
});
test('Reference.type is told where it stands, and only of a Reference', () => {
  expect(found({ owner: { reference: 'Organization/1', type: 'Organization' }, context: { identifier: { value: '1' }, type: 'x' } })).toEqual([
    'Task.owner.type: Reference.type, as in R4', 'Task.context.type: Reference.type, as in R4',
  ]);
  expect(found({ input: [{ type: 'x' }], focus: { reference: 'a', type: {} }, owner: { reference: 7, type: 'x' } })).toEqual([]);
});
test.each(['identifier', 'basedOn', 'input', 'partOf', 'note', 'relevantHistory'])('%s is a list', (name) => {
  expect(found({ [name]: {} })).toEqual([`Task.${name}: no list`]);
});
