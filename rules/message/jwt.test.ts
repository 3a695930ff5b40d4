import { expect, test } from 'vitest';
import { jwt, tokenCall, tokenForm } from '../testing.ts';
import { formOf } from './form.ts';
import { assertionOf, decodeJwt, grantClaims } from './jwt.ts';

const part = (text: string) => Buffer.from(text).toString('base64url');
test('reads three parts of which two are JSON objects', () => {
  const compact = jwt({ alg: 'ES512' }, { sub: 'é' });
  expect(decodeJwt(compact)).toEqual({ header: { alg: 'ES512' }, claims: { sub: 'é' }, compact });
});
test.each([
  '', 'a', `${part('{}')}.${part('{}')}`, `${part('{}')}.${part('{}')}.s.t`, `${part('[]')}.${part('{}')}.s`, `${part('{}')}.${part('[]')}.s`, `${part('{}')}.${part('null')}.s`, `${part('{')}.${part('{}')}.s`, `${part('{}')}.${part('{')}.s`,
])('%s is no JWT', (compact) => { expect(decodeJwt(compact)).toBeNull(); });
test('an assertion is absent, malformed or read', () => {
  const made = (assertion: string | undefined) => tokenCall(tokenForm({ assertion }));
  expect(assertionOf(made(undefined), 'assertion')).toBeNull();
  expect(assertionOf(made(''), 'assertion')).toBeNull();
  expect(assertionOf(made('x.y'), 'assertion')).toBe('malformed');
  expect(assertionOf(made(jwt({}, { a: 1 })), 'assertion')).toMatchObject({ claims: { a: 1 } });
  expect(grantClaims(made(undefined))).toBeNull();
  expect(grantClaims(made('x.y'))).toBeNull();
  expect(grantClaims(made(jwt({}, { a: 1 })))).toEqual({ a: 1 });
});
test('of a repeated form parameter the first counts', () => {
  expect([...formOf(tokenCall('a=1&b=%C3%A9+x&a=2'))]).toEqual([['a', '1'], ['b', 'é x']]);
});
