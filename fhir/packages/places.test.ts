import { expect, test } from 'vitest';
import { cacheDirectory, packagesDirectory } from './places.ts';

test('TOETSSTEEN_HOME first, then the XDG folders, then the home folder', () => {
  expect([packagesDirectory({ TOETSSTEEN_HOME: '/a', XDG_DATA_HOME: '/b' }), cacheDirectory({ TOETSSTEEN_HOME: '/a', XDG_CACHE_HOME: '/b' })]).toEqual(['/a/packages', '/a/cache/fhir']);
  expect([packagesDirectory({ XDG_DATA_HOME: '/b' }), cacheDirectory({ XDG_CACHE_HOME: '/b' })]).toEqual(['/b/toetssteen/packages', '/b/toetssteen/fhir']);
  expect(packagesDirectory({})).toMatch(/\.local[/\\]share[/\\]toetssteen[/\\]packages$/);
  expect(cacheDirectory({})).toMatch(/\.cache[/\\]toetssteen[/\\]fhir$/);
});
