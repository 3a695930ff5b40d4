import { expect, test } from 'vitest';
import { compareVersions, newestFitting, versionFits } from './version-order.ts';

test.each([
  ['1.0.0', '1.0.1'], ['2.2.9', '2.2.18'], ['2.0.0-rc.7', '2.0.0'], ['0.12.1-beta.1', '0.12.1-beta.2'], ['1.0.0-alpha', '1.0.0-alpha.1'], ['1.0.0-2', '1.0.0-11'], ['1.0.0-1', '1.0.0-alpha'],
  ['2017-12-31T00:00:00', '2020-09-01T00:00:00'], ['2020-09-01', '2020-09-02'], ['1.0', '1.0.1'], ['STU3', 'STU4'], ['1.2.0', '1.10'],
])('%s is older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBe(-1);
  expect(compareVersions(newer, older)).toBe(1);
});
test.each([['1.0', '1.0.0'], ['1.0.0+build.1', '1.0.0+build.2'], ['v1.0.0', '1.0.0']])('%s and %s are equally old', (a, b) => {
  expect(compareVersions(a, b)).toBe(0);
});
test('wishes: exact, any patch, latest; nothing else', () => {
  expect([versionFits('1.0.1', '1.0.1'), versionFits('1.0.x', '1.0.7'), versionFits('1.x', '1.5.0'), versionFits('latest', '9')]).toEqual([true, true, true, true]);
  expect([versionFits('1.0', '1.0.1'), versionFits('1.0.x', '1.1.0'), versionFits('1.0.x', '1.0.1-beta'), versionFits('1.0.x', '1.00'), versionFits('^1.0.0', '1.0.1'), versionFits('x', '1')]).toEqual([false, false, false, false, false, false]);
});
test('the newest that fits; a release before pre-releases for latest', () => {
  expect(newestFitting('1.0.x', ['1.0.2', '1.0.10', '1.1.0'])).toBe('1.0.10');
  expect(newestFitting('latest', ['1.0.0', '2.0.0-rc.1'])).toBe('1.0.0');
  expect(newestFitting('latest', ['2.0.0-rc.1', '2.0.0-rc.2'])).toBe('2.0.0-rc.2');
  expect(newestFitting('3.0.0', ['1.0.0'])).toBeNull();
});
