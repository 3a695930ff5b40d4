import { expect, test } from 'vitest';
import { SeenList } from './findings.ts';
import { readJson } from './json-reader.ts';
import { lexicalOf } from './lexical.ts';
import { defaultLimits } from './limits.ts';

function read(text: string, depth = defaultLimits.depth): { value: unknown; seen: { code: string; path: string; offset?: number }[] } {
  const seen = new SeenList(20);
  const { value } = readJson(text, { ...defaultLimits, depth }, seen.report);
  return { value, seen: seen.all.map(({ code, path, offset }) => ({ code, path: path.join('.'), ...(offset !== undefined && { offset }) })) };
}

test.each([
  '{}', '[]', 'null', ' [ 1 , -2.5e3 , "a" , true , false , null ] ', '{"a":{"b":[{"c":"d"}]}}', '"\\u00e9\\n\\"\\\\\\/\\b\\f\\r\\t\\ud83d\\ude00"', '0', '-0', '{"":1,"constructor":2,"toString":3}', '1e400', '"\\ud800"',
])('%s reads as JSON.parse reads it', (text) => {
  const { value, seen } = read(text);
  expect(seen).toEqual([]);
  expect(value).toEqual(JSON.parse(text));
});
test('numbers keep their text where it says more', () => {
  const { value } = read('{"a":1.50,"b":[1E2,9007199254740993,5],"c":0.1000000000000000055511151231257827}');
  const object = value as { b: number[] };
  expect(lexicalOf(object, 'a')).toBe('1.50');
  expect(lexicalOf(object.b, 0)).toBe('1E2');
  expect(lexicalOf(object.b, 1)).toBe('9007199254740993');
  expect(lexicalOf(object.b, 2)).toBeUndefined();
  expect(lexicalOf(object, 'c')).toBe('0.1000000000000000055511151231257827');
});
test('a doubled key is a finding; the last value counts, and nothing stays of the first', () => {
  const { value, seen } = read('{"a":{"v":1.50,"v":"x"}}');
  expect(value).toEqual({ a: { v: 'x' } });
  expect(lexicalOf((value as { a: object }).a, 'v')).toBeUndefined();
  expect(seen).toEqual([{ code: 'duplicate-key', path: 'a.v', offset: 15 }]);
});
test('a key written with escapes is the same key', () => {
  expect(read('{"ab":1,"\\u0061b":2}').seen).toMatchObject([{ code: 'duplicate-key', path: 'ab' }]);
});
test('names of the prototype are members like others, and no doubles', () => {
  expect(read('{"constructor":1,"hasOwnProperty":2,"valueOf":3}').seen).toEqual([]);
});
test('__proto__ is refused and touches nothing', () => {
  const { value, seen } = read('{"a":1,"__proto__":{"polluted":true},"b":2}');
  expect(seen).toMatchObject([{ code: 'unknown-element', path: '__proto__' }]);
  expect(value).toEqual({ a: 1, b: 2 });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect((value as { polluted?: boolean }).polluted).toBeUndefined();
});
test.each([
  ['{"a":1,}', { a: 1 }, 6], ['[1,]', [1], 2], ['{"a":"x\ny"}', { a: 'x\ny' }, 7], ['{"a":"\\x"}', { a: '\\x' }, 6], ['{"a":01}', { a: 1 }, 5], ['{"a":.5}', { a: 0.5 }, 5], ['{"a":+1}', { a: 1 }, 5], ['{"a":"\\u12"}', { a: '\\u12' }, 6], ['{} {}', {}, 3],
])('a small fault is reported and read over: %j', (text, value, offset) => {
  const read_ = read(text);
  expect(read_.value).toEqual(value);
  expect(read_.seen).toMatchObject([{ code: 'not-well-formed', offset }]);
});
test.each(['', ' ', '{', '[', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a" 1}', '{a:1}', "{'a':1}", '{"a":NaN}', '{"a":Infinity}', '{"a":tru}', '{"a":truex}', '{"a":1 "b":2}', '[1 2]', '{"a":"x', '{"a":"x\\', '// x\n{}', '{,}', '-', '{"a":1-2}', '{"a":"\\"}'])('broken beyond repair, told once: %j', (text) => {
  const { value, seen } = read(text);
  expect(value).toBeUndefined();
  expect(seen).toMatchObject([{ code: 'not-well-formed' }]);
});
test('nesting is bounded', () => {
  expect(read(`${'['.repeat(10)}${']'.repeat(10)}`, 10).seen).toEqual([]);
  const { value, seen } = read('['.repeat(100_000), 10);
  expect(value).toBeUndefined();
  expect(seen).toMatchObject([{ code: 'nested-too-deep', offset: 10 }]);
});
test('places: members at their name, items at their value', () => {
  const noted: string[] = [];
  readJson('{ "a": [ 1, {"b": 2} ] }', defaultLimits, () => {}, (_container, key, offset) => noted.push(`${key}@${offset}`));
  expect(noted.sort()).toEqual(['0@9', '1@12', 'a@2', 'b@13']);
});
test.each(['{"a":trux}', '{"a":truex}', '{"a":true1}', '{"a":fals}', '{"a":nullx}', '{"a":nul'])('half or longer words are no values: %s', (text) => {
  const { value, seen } = read(text);
  expect(value).toBeUndefined();
  expect(seen.map((one) => one.code)).toEqual(['not-well-formed']);
});
test('only \\u takes hexadecimal digits', () => {
  expect(read('"\\x0041"')).toMatchObject({ value: '\\x0041', seen: [{ code: 'not-well-formed' }] });
  expect(read('"\\u0041"')).toEqual({ value: 'A', seen: [] });
  expect(read('"\\u004"')).toMatchObject({ seen: [{ code: 'not-well-formed' }] });
});
