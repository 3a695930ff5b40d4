import { expect, test } from 'vitest';
import { Places } from './places.ts';

const names = ['a', 'b'];
const root = { name: names, status: 'x' };
const places = new Places();
places.note(root, 'name', 10);
places.note(names, 0, 12);
places.note(names, 1, 20);
places.note(root, 'status', 30);

test.each([
  [['name'], 10], [['name', 1], 20], [['status'], 30],
  // A primitive and its `_` object are one element.
  [['_status'], 30],
  // What is not in the text has the place of its nearest ancestor.
  [['name', 7], 10], [['gender'], 1], [['status', 'extension', 0], 30], [['__proto__', 'x'], 1],
])('%j is found', (path, offset) => {
  expect(places.find(root, 1, path)).toBe(offset);
});
