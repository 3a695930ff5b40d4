import { expect, test } from 'vitest';
import { call, kinds, notification, probe, told, trusted } from '../../testing.ts';
import { peerCertificateIsTrusted as rule } from './peer-certificate-is-trusted.ts';

const tls = (status: 'expired' | 'trusted' | 'unknown-issuer') => ({ protocol: 'TLSv1.3', cipher: 'x', peer: { ...trusted, status } });
test('passes a trusted certificate on either side', () => {
  expect(kinds(rule, notification())).toEqual(['pass']);
  expect(kinds(rule, probe('resource'))).toEqual(['pass']);
});
test('reports an expired or foreign certificate', () => {
  expect(kinds(rule, notification({}, { tls: tls('expired') }))).toEqual(['violation']);
  expect(kinds(rule, probe('resource', { tls: tls('unknown-issuer') }))).toEqual(['violation<=warning']);
  const itself = { protocol: 'TLSv1.3', cipher: 'x', peer: { ...trusted, issuer: trusted.subject, status: 'unknown-issuer' as const } };
  expect(kinds(rule, probe('resource', { tls: itself }))).toEqual(['violation']);
});
test('does not judge what it cannot see', () => {
  expect(kinds(rule, notification({}, { tls: 'not-observed' }))).toEqual(['not-tested']);
  expect(kinds(rule, notification({}, { tls: { protocol: '', cipher: '', peer: null } }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { tls: 'not-observed', status: null }))).toEqual([]);
  expect(kinds(rule, call('trigger'))).toEqual([]);
});
test('tells what is wrong with the certificate', () => {
  const found = 'expired: CN=sut.test, issued by CN=Test CA, 2026-01-01T00:00:00Z to 2027-01-01T00:00:00Z';
  expect(told(rule, notification({}, { tls: tls('expired') }))).toEqual([`violation tls peer certificate: ${found}`]);
});
test('a connection that broke off after TLS, or another simulator, is not judged', () => {
  expect(kinds(rule, probe('resource', { tls: tls('expired'), transport: { outcome: 'reset' } }))).toEqual([]);
  expect(kinds(rule, notification({}, { simulator: 'zorg-ab' }))).toEqual([]);
  const looked = (['token', 'notification', 'resource', 'workflow-task', 'metadata', 'directory', 'access-log', 'other'] as const).filter((one) => rule.scope === 'exchange' && rule.selects(call(one)));
  expect(looked).toEqual(['token', 'notification', 'resource', 'workflow-task']);
  expect(['twiin-sender', 'twiin-receiver', 'simulator'].map((role) => rule.scope === 'exchange' && rule.selects(call('token', { role })))).toEqual([true, true, false]);
});
