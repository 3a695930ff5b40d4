import { expect, test } from 'vitest';
import { judge, kinds, probe, spoiled, told } from '../../testing.ts';
import { endpointRefusesConnectionWithoutTrustedCertificate as rule } from './endpoint-refuses-connection-without-trusted-certificate.ts';

const stimulus = spoiled('no-client-certificate', 'refuse-connection');
test('passes when TLS refuses', () => {
  expect(kinds(rule, probe('resource', { stimulus, status: null, transport: { outcome: 'refused' } }))).toEqual(['pass']);
  expect(kinds(rule, probe('token', { stimulus, status: null, transport: { outcome: 'refused' } }))).toEqual(['pass']);
});
test('warns for a refusal over HTTP and reports harm for a success', () => {
  expect(kinds(rule, probe('token', { stimulus, status: 401 }))).toEqual(['violation<=warning']);
  expect(kinds(rule, probe('notification', { stimulus, status: 201 }))).toEqual(['violation!']);
});
test('says nothing of a time-out or a valid stimulus, and keeps NET-06 from the token endpoint', () => {
  expect(kinds(rule, probe('resource', { stimulus, status: null }))).toEqual(['not-tested']);
  expect(kinds(rule, probe('resource'))).toEqual([]);
  expect(judge(rule, probe('token', { stimulus, status: 401 }))[0]?.requirements).toEqual(['TWIIN-NET-02']);
});
test('half an answer is an answer, also when we stopped reading; an end without one is no refusal', () => {
  for (const outcome of ['reset', 'timeout'] as const) {
    expect(kinds(rule, probe('resource', { stimulus, status: 200, answer: '{"resource', transport: { outcome } }))).toEqual(['violation!']);
    expect(kinds(rule, probe('resource', { stimulus, status: 403, transport: { outcome } }))).toEqual(['violation<=warning']);
    expect(kinds(rule, probe('resource', { stimulus, status: null, transport: { outcome } }))).toEqual(['not-tested']);
  }
});
test('tells how it ended, for which requirements', () => {
  const at = (limit: string) => `violation${limit} tls client certificate:`;
  expect(told(rule, probe('resource', { stimulus, status: 403 }))).toEqual([`${at('<=warning')} HTTP 403 with no-client-certificate [TWIIN-NET-02 TWIIN-NET-06]`]);
  expect(told(rule, probe('token', { stimulus, status: 200 }))).toEqual([`${at('!')} HTTP 200 with no-client-certificate [TWIIN-NET-02]`]);
  expect(told(rule, probe('resource', { stimulus, status: null, transport: { outcome: 'refused' } }))).toEqual(['pass [TWIIN-NET-02 TWIIN-NET-06]']);
  expect(told(rule, probe('resource', { stimulus, status: null }))).toEqual(['not-tested [TWIIN-NET-02 TWIIN-NET-06]']);
});
