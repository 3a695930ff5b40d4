import { expect, test } from 'vitest';
import type { JournalEntry } from '../../model/exchange.ts';
import { call, claimWith, connection, kinds, told, type ExchangeSettings } from '../testing.ts';
import { refusedClientHadACertificate as rule } from './refused-client-had-a-certificate.ts';

const claim = claimWith();
const asking = { claim: { ...claim, ics: { ...claim.ics, roles: ['twiin-sender', 'zorgab-client'] } } };
const directory = (settings: ExchangeSettings = {}) => call('directory', { role: 'zorgab-client', ...settings });
const judged = (...trace: JournalEntry[]) => kinds(rule, trace, asking);

test('passes when the address book was asked, whatever else was refused', () => {
  expect(judged(connection('no-client-certificate'), directory())).toEqual(['pass']);
});
test('warns once when only connections without certificate came', () => {
  expect(judged(connection('no-client-certificate'), connection('no-client-certificate'))).toEqual(['violation<=warning']);
});
test('does not apply when nothing came, when the refusal was another, when TLS is not seen, or when ZORG-AB is not used', () => {
  expect(judged()).toEqual(['not-applicable']);
  expect(judged(connection('expired'))).toEqual(['not-applicable']);
  expect(judged(directory({ tls: 'not-observed' }))).toEqual(['not-applicable']);
  const without = { claim: { ...claim, ics: { ...claim.ics, roles: ['twiin-sender'] } } };
  expect(kinds(rule, [connection('no-client-certificate')], without)).toEqual(['not-applicable']);
});
test('tells how many there were', () => {
  expect(told(rule, [connection('no-client-certificate'), connection('expired'), connection('no-client-certificate')], asking)).toEqual([
    'violation<=warning connection client certificate: 2 connection(s) without a client certificate, and no question',
  ]);
});
test('only a question of the client at our address book is a question', () => {
  const none = [directory({ role: 'simulator' }), call('token', { role: 'zorgab-client' }), { ...directory(), side: 'probe' as const }];
  expect(judged(...none, connection('no-client-certificate'))).toEqual(['violation<=warning']);
});
