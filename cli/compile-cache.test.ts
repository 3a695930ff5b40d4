import { expect, test } from 'vitest';
import { compileCacheDirectory } from './compile-cache.js';

test('beside the other caches of this user', () => {
  expect(compileCacheDirectory({ TOETSSTEEN_HOME: '/h', XDG_CACHE_HOME: '/x' })).toBe('/h/cache/node');
  expect(compileCacheDirectory({ XDG_CACHE_HOME: '/x' })).toBe('/x/toetssteen/node');
  expect(compileCacheDirectory({})).toMatch(/\.cache\/toetssteen\/node$/);
});
