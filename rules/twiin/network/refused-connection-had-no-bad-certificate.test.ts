import { expect, test } from 'vitest';
import { call, connection, kinds, notification, probe, told } from '../../testing.ts';
import { refusedConnectionHadNoBadCertificate as rule } from './refused-connection-had-no-bad-certificate.ts';

test('passes when the system connected and nothing was refused', () => { expect(kinds(rule, [notification()])).toEqual(['pass']); });
test('warns for a connection that was refused for its certificate', () => {
  expect(kinds(rule, [notification(), connection('expired')])).toEqual(['violation<=warning']);
});
test('does not apply when the peer itself hung up, or nobody came', () => {
  expect(kinds(rule, [connection('peer-alert:unknown_ca')])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({}, { tls: 'not-observed' })])).toEqual(['not-applicable']);
});
test.each(['no-client-certificate', 'unknown-issuer', 'unknown-ca', 'expired', 'not-yet-valid', 'revoked', 'invalid'])('tells %s', (reason) => {
  expect(told(rule, [connection(reason, { detail: 'CN=x' })])).toEqual([`violation<=warning connection client certificate: ${reason}: CN=x`]);
});
test('any call of the system over TLS shows that it connected', () => {
  for (const endpoint of ['token', 'notification', 'resource', 'workflow-task'] as const) expect(kinds(rule, [call(endpoint)]), endpoint).toEqual(['pass']);
  expect(kinds(rule, [call('directory'), probe('token'), connection('')])).toEqual(['not-applicable']);
  expect(kinds(rule, [connection('expired'), connection('revoked'), connection('')])).toEqual(['violation<=warning', 'violation<=warning']);
});
