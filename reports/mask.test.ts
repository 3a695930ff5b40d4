import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test('shows four characters and the start of the SHA-256', () => {
  expect(mask('opaque-token-of-west')).toMatch(/^opaq…[0-9a-f]{8}$/);
});

test('the same secret gives the same text and another secret another text', () => {
  expect(mask('opaque-token-of-west')).toBe(mask('opaque-token-of-west'));
  expect(mask('opaque-token-of-west')).not.toBe(mask('opaque-token-of-oost'));
});

test('shows nothing of a short secret', () => {
  expect(mask('geheim')).toMatch(/^…[0-9a-f]{8}$/);
});

test('a masked text stays as it is, and so does nothing', () => {
  expect(mask(mask('opaque-token-of-west'))).toBe(mask('opaque-token-of-west'));
  expect(mask('')).toBe('');
});

test('does not cut a character outside the basic plane in two', () => {
  expect(mask('🗝️🗝️ sleutel van de kluis').isWellFormed()).toBe(true);
});
