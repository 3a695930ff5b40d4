import { expect, test } from 'vitest';
import { call, probe } from '../testing.ts';
import { ending, show } from './outcome.ts';

test.each<[unknown, string]>([
  [undefined, 'absent'], ['', 'empty'], [null, 'null'], ['word', 'word'], [7, '7'], [{ a: [1] }, '{"a":[1]}'],
  ['x'.repeat(160), 'x'.repeat(160)], ['x'.repeat(161), `${'x'.repeat(160)}…`],
])('shows %o', (value, shown) => { expect(show(value)).toBe(shown); });
test('a token is never shown whole, wherever it stands; a host name is no token', () => {
  const token = `${'a'.repeat(20)}.${'b'.repeat(10)}.${'c'.repeat(5)}`;
  expect(show(`Bearer ${token} and ${token}`)).toBe('Bearer aaaaaaaa… and aaaaaaaa…');
  expect(show(`${'a'.repeat(20)}.${'b'.repeat(10)}.`)).toBe('aaaaaaaa…');
  expect(show('fhir.nictiz.nl')).toBe('fhir.nictiz.nl');
});
test('how an exchange ended', () => {
  expect(ending(call('resource', { status: 404 }))).toBe('HTTP 404');
  expect(ending(probe('resource', { status: null, transport: { outcome: 'reset' } }))).toBe('reset');
});
