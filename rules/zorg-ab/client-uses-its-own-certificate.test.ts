import { expect, test } from 'vitest';
import { call, kinds, notification, told, trusted } from '../testing.ts';
import { clientUsesItsOwnCertificate as rule } from './client-uses-its-own-certificate.ts';

const asked = (settings = {}) => call('directory', { role: 'zorgab-client', simulator: 'zorg-ab', ...settings });
const peer = (status: 'expired' | null) => ({ tls: { protocol: 'TLSv1.3', cipher: 'x', peer: status === null ? null : { ...trusted, status } } });
test('passes a trusted certificate', () => { expect(kinds(rule, asked())).toEqual(['pass']); });
test('reports none, and a bad one', () => {
  expect(kinds(rule, asked(peer(null)))).toEqual(['violation']);
  expect(kinds(rule, asked(peer('expired')))).toEqual(['violation']);
});
test('is not tested where TLS is not seen; looks at the address book only', () => {
  expect(kinds(rule, asked({ tls: 'not-observed' }))).toEqual(['not-tested']);
  expect(kinds(rule, notification())).toEqual([]);
});
test('tells what is wrong with it', () => {
  expect(told(rule, asked(peer(null)))).toEqual(['violation tls client certificate: no certificate']);
  expect(told(rule, asked(peer('expired')))).toEqual(['violation tls client certificate: expired']);
});
