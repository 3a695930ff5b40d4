import { generateKeyPairSync, sign, constants } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JsonWebKeyLike } from '../../../model/rule.ts';
import { jwt, kinds, notification, tokenCall, tokenForm, told } from '../../testing.ts';
import { clientAssertionVerifiesWithRegisteredKey as rule } from './client-assertion-verifies-with-registered-key.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (key: typeof ec.publicKey, kid: string): JsonWebKeyLike => ({ ...key.export({ format: 'jwk' }), kid }) as unknown as JsonWebKeyLike;
const keys = [jwk(ec.publicKey, 'k1'), jwk(rsa.publicKey, 'k2')];
function signed(alg: 'ES512' | 'PS256', kid: string): string {
  const unsigned = jwt({ typ: 'JWT', alg, kid }, { sub: 'client' }, '').slice(0, -1);
  const signature = alg === 'ES512' ? sign('sha512', Buffer.from(unsigned), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' })
    : sign('sha256', Buffer.from(unsigned), { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
  return `${unsigned}.${signature.toString('base64url')}`;
}
const made = (client_assertion: string) => tokenCall(tokenForm({ client_assertion }));
test('passes ES512 and PS256 signatures', () => {
  expect(kinds(rule, made(signed('ES512', 'k1')), { registeredKeys: keys })).toEqual(['pass']);
  expect(kinds(rule, made(signed('PS256', 'k2')), { registeredKeys: keys })).toEqual(['pass']);
});
test('reports a forged signature and a key that is not the named one', () => {
  expect(kinds(rule, made(signed('ES512', 'k1').slice(0, -6) + 'AAAAAA'), { registeredKeys: keys })).toEqual(['violation']);
  expect(kinds(rule, made(signed('ES512', 'k2')), { registeredKeys: keys })).toEqual(['violation']);
});
test('is not tested without keys, and looks at token requests only', () => {
  expect(kinds(rule, made(signed('ES512', 'k1')))).toEqual(['not-tested']);
  expect(kinds(rule, notification())).toEqual([]);
  expect(kinds(rule, tokenCall('a=b'))).toEqual(['not-applicable']);
});
test('tells which key did not verify, and tries every key when none has the kid', () => {
  expect(told(rule, made(signed('ES512', 'k2')), { registeredKeys: keys })).toEqual(['violation request client_assertion signature: alg ES512, kid k2: no registered key verifies it']);
  expect(kinds(rule, made(signed('ES512', 'k9')), { registeredKeys: keys })).toEqual(['pass']);
  expect(kinds(rule, made(signed('PS256', 'k9')), { registeredKeys: keys })).toEqual(['pass']);
  expect(kinds(rule, made(signed('PS256', 'k9')), { registeredKeys: [keys[0]!] })).toEqual(['violation<=warning']);
});
test('an algorithm that we do not know is not tested; none and shared secrets fail', () => {
  const with_ = (alg: unknown) => kinds(rule, made(jwt({ typ: 'JWT', alg, kid: 'k1' } as never, { sub: 'client' })), { registeredKeys: keys });
  for (const alg of ['ML-DSA-65', 'toString']) expect(with_(alg), alg).toEqual(['not-tested']);
  for (const alg of ['none', 'HS256', 'hs512', undefined, 7]) expect(with_(alg), String(alg)).toEqual(['violation']);
});
