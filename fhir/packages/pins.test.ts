import { expect, test } from 'vitest';
import { pinProblem } from './pins.ts';

test('a problem names the package, and both hashes where they differ', () => {
  const pin = { name: 'a', version: '1', sha256: 'aa' };
  expect(pinProblem('missing', pin).text.en).toContain('package a 1 is not installed');
  expect(pinProblem('differs', pin, 'bb').text.en).toContain('sha256 bb instead of aa');
  expect(pinProblem('differs', pin, 'bb').text.nl).toContain('sha256 bb in plaats van aa');
});
