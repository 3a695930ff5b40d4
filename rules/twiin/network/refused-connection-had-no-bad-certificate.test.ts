import { expect, test } from 'vitest';
import { connection, kinds, notification } from '../../testing.ts';
import { refusedConnectionHadNoBadCertificate as rule } from './refused-connection-had-no-bad-certificate.ts';

test('passes when the system connected and nothing was refused', () => { expect(kinds(rule, [notification()])).toEqual(['pass']); });
test('warns for a connection that was refused for its certificate', () => {
  expect(kinds(rule, [notification(), connection('expired')])).toEqual(['violation<=warning']);
});
test('does not apply when the peer itself hung up, or nobody came', () => {
  expect(kinds(rule, [connection('peer-alert:unknown_ca')])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({}, { tls: 'not-observed' })])).toEqual(['not-applicable']);
});
