import { expect, test } from 'vitest';
import { forgetLexical, jsonNumber, lexicalOf, numberText, setLexical } from './lexical.ts';

test('the text of a number is kept when the number itself does not say it', () => {
  const quantity = { value: 1.5 };
  setLexical(quantity, 'value', '1.50');
  expect(lexicalOf(quantity, 'value')).toBe('1.50');
  expect(numberText(quantity, 'value', quantity.value)).toBe('1.50');
});
test('nothing is kept when the number says the same, and an older text goes', () => {
  const list = [100];
  setLexical(list, 0, '1E2');
  expect(lexicalOf(list, 0)).toBe('1E2');
  setLexical(list, 0, '100');
  expect(lexicalOf(list, 0)).toBeUndefined();
  expect(numberText(list, 0, 100)).toBe('100');
});
test('a text belongs to one object and one key', () => {
  const one = { value: 2 };
  setLexical(one, 'value', '2.0');
  expect(lexicalOf({ ...one }, 'value')).toBeUndefined();
  expect(lexicalOf(one, 'other')).toBeUndefined();
  forgetLexical(one, 'value');
  expect(lexicalOf(one, 'value')).toBeUndefined();
});
test.each([['0', true], ['-0.10', true], ['1E2', true], ['1e-7', true], ['01', false], ['+1', false], ['.5', false], ['1.', false], ['NaN', false]])('%s is a JSON number: %s', (text, is) => {
  expect(jsonNumber.test(text)).toBe(is);
});
