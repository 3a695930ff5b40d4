import { expect, test } from 'vitest';
import { codeFingerprint } from './fingerprint.ts';

test('the same code gives the same fingerprint, other folders another', () => {
  expect(codeFingerprint(['definitions'])).toMatch(/^[0-9a-f]{16}$/);
  expect(codeFingerprint(['definitions'])).toBe(codeFingerprint(['definitions']));
  expect(codeFingerprint(['definitions', 'tables'])).not.toBe(codeFingerprint(['definitions']));
});
