import { expect, test } from 'vitest';
import { connection, kinds, notification } from '../../testing.ts';
import { refusedConnectionHadNoBadCertificate as rule } from './refused-connection-had-no-bad-certificate.ts';

test('warns for a connection that was refused for its certificate', () => {
  expect(kinds(rule, [notification(), connection('expired')])).toEqual(['violation<=warning']);
});
test('says nothing when the peer itself hung up, or when nothing was refused', () => {
  expect(kinds(rule, [connection('peer-alert:unknown_ca')])).toEqual([]);
  expect(kinds(rule, [notification()])).toEqual([]);
});
