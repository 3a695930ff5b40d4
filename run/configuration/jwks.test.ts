import { describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../fixtures/pki/signing-keys.ts';
import { judgeJwks } from './jwks.ts';

const { publicJwk, privateJwk } = makeSigningKey('sut', 'ES512');
describe('judgeJwks', () => {
  it('takes public keys with a kid', () => {
    const rsa = makeSigningKey('sut', 'PS256').publicJwk;
    expect(judgeJwks({ keys: [publicJwk, rsa] })).toEqual({ ok: true, kids: [publicJwk.kid, rsa.kid] });
  });
  it.each([
    ['nothing', undefined, 'list "keys"'], ['a list', [publicJwk], 'list "keys"'], ['no keys', { keys: [] }, 'empty'],
    ['a secret', { keys: [{ kty: 'oct', k: 'aaaa', kid: 'x' }] }, 'shared secret'], ['a private key', { keys: [privateJwk] }, 'private key'],
    ['no key', { keys: [publicJwk, 'x'] }, 'key 1 cannot be read'], ['a broken key', { keys: [{ ...publicJwk, x: 'AA' }] }, 'key 0 cannot be read'],
    ['a key without kid', { keys: [{ ...publicJwk, kid: undefined }] }, 'no kid'],
  ])('refuses %s', (_name, set, words) => {
    const verdict = judgeJwks(set);
    expect(verdict).toMatchObject({ ok: false, why: { en: expect.stringContaining(words) } });
    expect(JSON.stringify(verdict)).not.toContain(String(privateJwk['d']));
  });
});
