import { expect, test } from 'vitest';
import { keptBeside } from './beside.ts';

test('each object has a value of its own, worked out once', () => {
  const lengths = keptBeside<Uint8Array, { readonly length: number }>();
  const one = Uint8Array.of(1);
  const other = Uint8Array.of(1);
  const first = lengths.of(one, () => ({ length: one.length }));
  expect(lengths.of(one, () => { throw new Error('asked again'); })).toBe(first);
  expect(lengths.of(other, () => ({ length: 7 }))).toEqual({ length: 7 });
});
test('undefined is a value too, and two kinds of values do not mix', () => {
  const owner = {};
  let made = 0;
  const nothing = keptBeside<object, undefined>();
  for (const _ of [1, 2]) nothing.of(owner, () => { made += 1; return undefined; });
  expect(made).toBe(1);
  expect(keptBeside<object, string>().of(owner, () => 'a')).toBe('a');
});
test('what is kept is not seen in the object', () => {
  const owner = { a: 1 };
  keptBeside<object, number>().of(owner, () => 2);
  expect(Object.keys(owner)).toEqual(['a']);
  expect({ ...owner }).toStrictEqual({ a: 1 });
  expect(owner).toEqual({ a: 1 });
});
