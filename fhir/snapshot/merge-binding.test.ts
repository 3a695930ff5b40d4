import { expect, test } from 'vitest';
import { mergeBinding } from './merge-binding.ts';
import { listener } from './testing.ts';

const silent = (): void => { throw new Error('nothing to tell'); };

test('of one side alone, that side', () => {
  const binding = { strength: 'required', valueSet: 'a' } as const;
  expect(mergeBinding(binding, undefined, silent)).toBe(binding);
  expect(mergeBinding(undefined, binding, silent)).toBe(binding);
  expect(mergeBinding(undefined, undefined, silent)).toBeUndefined();
});
test('a stronger binding to another value set takes the place', () => {
  expect(mergeBinding({ strength: 'preferred', valueSet: 'a' }, { strength: 'required', valueSet: 'b' }, silent)).toEqual({ strength: 'required', valueSet: 'b' });
});
test('value set and maximum that are not repeated stay', () => {
  expect(mergeBinding({ strength: 'extensible', valueSet: 'a', maxValueSet: 'm' }, { strength: 'required' }, silent)).toEqual({ strength: 'required', valueSet: 'a', maxValueSet: 'm' });
  expect(mergeBinding({ strength: 'extensible', valueSet: 'a' }, { strength: 'extensible', maxValueSet: 'n' }, silent)).toEqual({ strength: 'extensible', valueSet: 'a', maxValueSet: 'n' });
});
test('what neither has is not there', () => {
  expect(mergeBinding({ strength: 'example' }, { strength: 'required' }, silent)).toStrictEqual({ strength: 'required' });
});
test('a strength that a broken definition leaves out is that of the base', () => {
  expect(mergeBinding({ strength: 'required', valueSet: 'a' }, { valueSet: 'b' } as never, silent)).toEqual({ strength: 'required', valueSet: 'b' });
});
test.each([['required', 'extensible'], ['extensible', 'preferred'], ['required', 'example']] as const)('%s may not become %s', (strong, weak) => {
  const { told, tell } = listener();
  expect(mergeBinding({ strength: strong, valueSet: 'a' }, { strength: weak, valueSet: 'b' }, tell)).toEqual({ strength: strong, valueSet: 'a' });
  expect(told).toEqual([`binding-weakened: ${weak} < ${strong}`]);
});
test('preferred may become example: neither can be judged', () => {
  expect(mergeBinding({ strength: 'preferred', valueSet: 'a' }, { strength: 'example', valueSet: 'b' }, silent)).toEqual({ strength: 'example', valueSet: 'b' });
});
