import { expect, test } from 'vitest';
import { jwt, kinds, tokenCall, tokenForm, told } from '../../testing.ts';
import { assertionAlgIsAsymmetric as rule } from './assertion-alg-is-asymmetric.ts';

const made = (alg: unknown) => tokenCall(tokenForm({ client_assertion: jwt({ typ: 'JWT', ...(alg === undefined ? {} : { alg }) }, {}) }));
test.each(['ES512', 'PS256', 'ES256', 'EdDSA', 'ES256K', 'Ed25519'])('passes %s', (alg) => { expect(kinds(rule, made(alg))).toEqual(['pass', 'pass']); });
test.each(['none', 'HS256', undefined, 7, 'toString'])('reports %s', (alg) => { expect(kinds(rule, made(alg))).toEqual(['violation', 'pass']); });
test('remarks on RS256', () => { expect(kinds(rule, made('RS256'))).toEqual(['violation<=remark', 'pass']); });
test('does not apply without assertions', () => { expect(kinds(rule, tokenCall('a=b'))).toEqual(['not-applicable']); });
test.each(['RS256', 'RS384', 'RS512'])('tells which assertion has %s', (alg) => {
  expect(told(rule, made(alg))).toEqual([`violation<=remark request client_assertion header.alg: ${alg}`, 'pass']);
});
test.each(['ES384', 'PS384', 'PS512'])('passes %s', (alg) => { expect(kinds(rule, made(alg))).toEqual(['pass', 'pass']); });
test('tells what was found instead, also in the grant assertion', () => {
  expect(told(rule, made('HS256'))[0]).toBe('violation request client_assertion header.alg: HS256');
  expect(told(rule, made(undefined))[0]).toBe('violation request client_assertion header.alg: absent');
  expect(told(rule, tokenCall(tokenForm({ assertion: jwt({ alg: 'none' }, {}) })))).toEqual(['pass', 'violation request assertion header.alg: none']);
  expect(kinds(rule, tokenCall(tokenForm({ client_assertion: 'x.y', assertion: undefined })))).toEqual(['not-applicable']);
});
