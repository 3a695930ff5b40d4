import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
import { endpointRefusesRevokedCertificate as rule } from './endpoint-refuses-revoked-certificate.ts';

const stimulus = spoiled('certificate-revoked', 'refuse-connection');
test('passes when TLS refuses, reports what got through', () => {
  expect(kinds(rule, probe('resource', { stimulus, status: null, transport: { outcome: 'refused' } }))).toEqual(['pass']);
  expect(kinds(rule, probe('resource', { stimulus, status: 200 }))).toEqual(['violation!']);
  expect(kinds(rule, probe('token', { stimulus, status: 400 }))).toEqual(['violation<=warning']);
});
test('leaves the other certificates to another rule, and cannot judge silence', () => {
  expect(kinds(rule, probe('resource', { stimulus: spoiled('certificate-expired') }))).toEqual([]);
  expect(kinds(rule, probe('resource', { stimulus, status: null }))).toEqual(['not-tested']);
});
test('tells how far it came', () => {
  expect(told(rule, probe('notification', { stimulus, status: 201 }))[0]).toMatch(/^violation! (connection|tls|response) \S.*: .*\[TWIIN-NET-07\]$/);
});
