import { expect, it } from 'vitest';
import { anyOf, excludes, needs } from './generic-invariants.ts';

it('reads the three forms of invariants, and nothing else', () => {
  expect(anyOf('low.exists() or high.exists() or text.exists()')).toEqual(['low', 'high', 'text']);
  expect(anyOf('low.exists()')).toBeNull();
  expect(anyOf("low.exists() or code = 'x'")).toBeNull();
  expect(needs('code.empty() or system.exists()')).toEqual(['code', 'system']);
  expect(needs('a.exists() implies b.exists()')).toEqual(['a', 'b']);
  expect(needs('a.b.empty() or c.exists()')).toBeNull();
  expect(excludes('a.empty() or b.empty()')).toEqual(['a', 'b']);
  expect(excludes('a.empty() or b.empty() or c.empty()')).toBeNull();
});
