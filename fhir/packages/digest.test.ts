import { expect, test } from 'vitest';
import { sha256, sha512 } from './digest.ts';

test('the hashes that FIPS 180-4 gives for an empty message, in hex', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha512(Buffer.alloc(0)).slice(0, 16)).toBe('cf83e1357eefb8bd');
});
