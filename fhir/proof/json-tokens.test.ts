import { expect, it } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

it('ignores the order of members and the way of escaping, nothing else', () => {
  expect(jsonTokens('{"b":[1,2],"a":"\\u0041"}')).toEqual(jsonTokens('{ "a": "A", "b": [1, 2] }'));
  expect(jsonTokens('{"a":[1,2]}')).not.toEqual(jsonTokens('{"a":[2,1]}'));
  expect(jsonTokens('{"a":[1]}')).not.toEqual(jsonTokens('{"a":1}'));
  expect(jsonTokens('{"a":null}')).not.toEqual(jsonTokens('{}'));
});
it('keeps numbers by their text, and apart from strings', () => {
  expect(jsonTokens('[1.50]')).not.toEqual(jsonTokens('[1.5]'));
  expect(jsonTokens('[1]')).not.toEqual(jsonTokens('["1"]'));
  expect(jsonTokens('[9007199254740993]')).toEqual(['[', '9007199254740993', ']']);
});
