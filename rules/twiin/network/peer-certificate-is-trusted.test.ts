import { expect, test } from 'vitest';
import { call, kinds, notification, probe, trusted } from '../../testing.ts';
import { peerCertificateIsTrusted as rule } from './peer-certificate-is-trusted.ts';

const tls = (status: 'expired' | 'trusted' | 'unknown-issuer') => ({ protocol: 'TLSv1.3', cipher: 'x', peer: { ...trusted, status } });
test('passes a trusted certificate on either side', () => {
  expect(kinds(rule, notification())).toEqual(['pass']);
  expect(kinds(rule, probe('resource'))).toEqual(['pass']);
});
test('reports an expired or foreign certificate', () => {
  expect(kinds(rule, notification({}, { tls: tls('expired') }))).toEqual(['violation']);
  expect(kinds(rule, probe('resource', { tls: tls('unknown-issuer') }))).toEqual(['violation']);
});
test('does not judge what it cannot see', () => {
  expect(kinds(rule, notification({}, { tls: 'not-observed' }))).toEqual(['not-tested']);
  expect(kinds(rule, notification({}, { tls: { protocol: '', cipher: '', peer: null } }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { tls: 'not-observed', status: null }))).toEqual([]);
  expect(kinds(rule, call('trigger'))).toEqual([]);
});
