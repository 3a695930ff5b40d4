import { expect, test } from 'vitest';
import { jsonInBody, textInBody } from './body-content.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('the text of a body, read leniently', () => {
  expect(textInBody(bytes('\uFEFFé'))).toBe('é');
  expect(textInBody(Uint8Array.of(0x61, 0xff))).toBe('a\uFFFD');
});
test('one body object is read once, an equal one again', () => {
  const body = bytes('{"a":[1]}');
  expect(jsonInBody(body)).toEqual({ a: [1] });
  expect(jsonInBody(body)).toBe(jsonInBody(body));
  expect(jsonInBody(bytes('{"a":[1]}'))).not.toBe(jsonInBody(body));
});
test.each(['', '<Task/>', '{"a":'])('%j is no JSON, and null is', (text) => {
  expect(jsonInBody(bytes(text))).toBeUndefined();
  expect(jsonInBody(bytes('null'))).toBeNull();
});
