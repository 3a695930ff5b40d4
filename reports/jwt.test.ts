import { expect, test } from 'vitest';
import { findJwts } from './jwt.ts';

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const HEADER = { alg: 'ES256', typ: 'JWT' };
const CLAIMS = { iss: 'https://as.example', sub: '90000011' };
const SIGNATURE = part('this is the signature of a test token');
const JWT = `${part(HEADER)}.${part(CLAIMS)}.${SIGNATURE}`;

test('finds a token with its place, header, claims and signature', () => {
  const [jwt, ...others] = findJwts(`Bearer ${JWT}, of yesterday`);
  expect(others).toEqual([]);
  expect(jwt).toEqual({ start: 7, end: 7 + JWT.length, raw: JWT, header: HEADER, claims: CLAIMS, signature: SIGNATURE });
});

test('finds tokens without signature', () => {
  expect(findJwts(`${part(HEADER)}.${part(CLAIMS)}.`)[0]?.signature).toBe('');
  expect(findJwts(`${part(HEADER)}.${part(CLAIMS)}`)[0]?.claims).toEqual(CLAIMS);
});

test('finds a detached and an encrypted token', () => {
  expect(findJwts(`${part(HEADER)}..${SIGNATURE}`)[0]).toMatchObject({ claims: null, signature: SIGNATURE });
  const jwe = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.aaaa.bbbb.cccc.dddd`;
  expect(findJwts(`x ${jwe} y`)[0]).toMatchObject({ raw: jwe, claims: '(encrypted)' });
});

test('finds two tokens in one text, and a token with something stuck to it', () => {
  expect(findJwts(`${JWT} ${JWT}`)).toHaveLength(2);
  expect(findJwts(`token-${JWT}`)[0]?.raw).toBe(JWT);
  expect(findJwts(`www.host.example.${JWT}`)[0]?.raw).toBe(JWT);
});

test('a header that begins with white space is a header', () => {
  expect(findJwts(`${part('{\n "alg": "none"}')}.${part(CLAIMS)}.`)[0]?.header).toEqual({ alg: 'none' });
});

test('says when the payload is no JSON', () => {
  expect(findJwts(`${part(HEADER)}.${part('geen json')}.${SIGNATURE}`)[0]?.claims).toBe('(not JSON)');
});

test('a host name, a version and a decimal are no tokens', () => {
  expect(findJwts('https://notificatie.zuid.example/fhir 1.4.0 2.999.10.2 eyJ.eyJ.eyJ')).toEqual([]);
});

test('hostile input takes no quadratic time', () => {
  const started = process.hrtime.bigint();
  expect(findJwts('eyJ'.repeat(300_000) + '.' + 'a.'.repeat(300_000))).toEqual([]);
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000);
});
