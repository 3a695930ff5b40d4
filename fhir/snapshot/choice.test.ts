import { expect, test } from 'vitest';
import { choiceOf, isChoice, typedName } from './choice.ts';

const isType = (type: string): boolean => ['Quantity', 'dateTime', 'string', 'Time', 'CodeableConcept'].includes(type);

test('a choice is told by its ending', () => {
  expect(isChoice('value[x]')).toBe(true);
  expect(isChoice('valueSet')).toBe(false);
});
test('a choice and a type make a name', () => {
  expect(typedName('value[x]', 'dateTime')).toBe('valueDateTime');
  expect(typedName('effective[x]', 'Period')).toBe('effectivePeriod');
});
test('a name with a type in it belongs to a choice among the children', () => {
  expect(choiceOf('valueQuantity', ['code', 'value[x]'], isType)).toEqual({ choice: 'value[x]', type: 'Quantity' });
  expect(choiceOf('valueDateTime', ['value[x]'], isType)).toEqual({ choice: 'value[x]', type: 'dateTime' });
});
test('of two choices that fit, the longer name wins whatever the order', () => {
  const answer = { choice: 'valueString[x]', type: 'time' };
  expect(choiceOf('valueStringTime', ['value[x]', 'valueString[x]'], (type) => type === 'time' || type === 'StringTime')).toEqual(answer);
  expect(choiceOf('valueStringTime', ['valueString[x]', 'value[x]'], (type) => type === 'time' || type === 'StringTime')).toEqual(answer);
});
test.each([
  ['no choice of that beginning', 'effectivePeriod', ['value[x]']],
  ['no type of that name', 'valueSet', ['value[x]']],
  ['no capital behind the beginning', 'valuestring', ['value[x]']],
  ['nothing behind the beginning', 'value', ['value[x]']],
  ['the beginning of a plain element', 'codeString', ['code']],
  ['a plain element of that length', 'abcQuantity', ['abcdef']],
  ['a choice of another beginning', 'otherQuantity', ['value[x]']],
  ['a choice that begins almost alike', 'valexQuantity', ['value[x]']],
  ['a capital further on', 'valuedateTime', ['value[x]']],
])('%s: none', (_, name, names) => {
  expect(choiceOf(name, names, isType)).toBeNull();
});
