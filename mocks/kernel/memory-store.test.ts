import { expect, test } from 'vitest';
import { memoryStore } from './memory-store.ts';

test('values are copies, collections are apart, and lists are ordered by key', () => {
  const store = memoryStore();
  const value = { list: [1] };
  store.put('a', 'two', value);
  value.list.push(2);
  store.put('a', 'one', 1);
  store.put('b', 'two', 'other');
  expect(store.get('a', 'two')).toEqual({ list: [1] });
  expect(store.list('a')).toEqual([{ key: 'one', value: 1 }, { key: 'two', value: { list: [1] } }]);
  store.delete('a', 'two');
  expect(store.get('a', 'two')).toBeUndefined();
  expect(store.get('b', 'two')).toBe('other');
});
