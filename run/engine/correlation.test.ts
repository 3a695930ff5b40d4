import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Exchange } from '../../model/exchange.ts';
import { openCorrelation } from './correlation.ts';

const database = (): DatabaseSync => {
  const opened = new DatabaseSync(':memory:');
  opened.exec('CREATE TABLE keys (kind TEXT, value TEXT, case_id TEXT, attempt INTEGER, PRIMARY KEY (kind, value))');
  return opened;
};
const message = (over: Partial<Exchange> & { readonly text?: string; readonly authorization?: string }): Exchange => ({
  kind: 'exchange', id: 'x1', seq: 1, side: 'simulator', simulator: 'twiin', organisation: '90000022', endpoint: 'resource', role: 'twiin-receiver', tenant: 't1', startedAt: 0, endedAt: null,
  request: { method: 'GET', target: '/', url: 'https://h/', headers: over.authorization === undefined ? {} : { authorization: over.authorization }, body: new TextEncoder().encode(over.text ?? '') },
  response: null, transport: { outcome: 'answered' }, tls: 'not-observed', stimulus: { valid: true }, fault: null, case: null, ...over,
});
const task = (identifier: string, group: string, base?: string): string => JSON.stringify({
  resourceType: 'Task', identifier: [{ value: identifier }], groupIdentifier: { value: group },
  ...(base === undefined ? {} : { input: [{ type: { coding: [{ code: 'authorization-base' }] }, valueString: base }] }),
});

test('a message with a key belongs to the case in which the key came into being, whoever has the floor', () => {
  const correlation = openCorrelation(database(), () => ({ id: 'OTHER', attempt: 1 }));
  correlation.learn(message({ endpoint: 'notification', text: task('urn:1', 'urn:g', 'base'), case: { id: 'A', attempt: 1 } }));
  expect(correlation.attribute(message({ endpoint: 'notification', text: task('urn:2', 'urn:g') }))).toEqual({ id: 'A', attempt: 1 });
  const jwt = `x.${Buffer.from(JSON.stringify({ authorization_base: 'base' })).toString('base64url')}.y`;
  expect(correlation.attribute(message({ endpoint: 'token', text: new URLSearchParams({ assertion: jwt }).toString() }))).toEqual({ id: 'A', attempt: 1 });
});
test('a token belongs to the case that got it', () => {
  const correlation = openCorrelation(database(), () => null);
  correlation.learn(message({ endpoint: 'token', case: { id: 'B', attempt: 3 }, response: { status: 200, headers: {}, body: new TextEncoder().encode('{"access_token":"t-1"}') } }));
  expect(correlation.attribute(message({ authorization: 'bearer t-1' }))).toEqual({ id: 'B', attempt: 3 });
  expect(correlation.attribute(message({ authorization: 'Bearer t-2' }))).toBeNull();
});
test('without a key the case that has the floor gets it, else nobody', () => {
  const correlation = openCorrelation(database(), (role) => (role === 'twiin-receiver' ? { id: 'C', attempt: 1 } : null));
  expect(correlation.attribute(message({}))).toEqual({ id: 'C', attempt: 1 });
  expect(correlation.attribute(message({ role: 'twiin-sender' }))).toBeNull();
});
test('no body is too broken to look at', () => {
  const correlation = openCorrelation(database(), () => null);
  for (const text of ['', '{', '[]', 'null', '{"identifier":7,"input":{"a":1}}', 'assertion=a.b.c']) {
    for (const endpoint of ['token', 'notification'] as const) expect(correlation.attribute(message({ endpoint, text }))).toBeNull();
  }
});
test('a token that already brought a notification may bring the next referral: that is of the case that has the floor', () => {
  let open: { id: string; attempt: number } | null = { id: 'NEW', attempt: 1 };
  const correlation = openCorrelation(database(), () => open);
  const old = { id: 'OLD', attempt: 1 };
  const ok = { status: 201, headers: {}, body: new Uint8Array() };
  const sent = (identifier: string, group: string) => message({ endpoint: 'notification', authorization: 'Bearer t-1', text: task(identifier, group) });
  correlation.learn(message({ endpoint: 'token', case: old, response: { ...ok, status: 200, body: new TextEncoder().encode('{"access_token":"t-1"}') } }));
  expect(correlation.attribute(sent('urn:1', 'urn:g'))).toEqual(old);
  correlation.learn({ ...sent('urn:1', 'urn:g'), case: old, response: { ...ok, status: 503 } });
  expect(correlation.attribute(sent('urn:2', 'urn:h'))).toEqual(old);
  correlation.learn({ ...sent('urn:1', 'urn:g'), case: old, response: ok });
  expect(correlation.attribute(sent('urn:2', 'urn:h'))).toEqual(open);
  expect(correlation.attribute(sent('urn:1', 'urn:h'))).toEqual(old);
  expect(correlation.attribute(sent('urn:2', 'urn:g'))).toEqual(old);
  expect(correlation.attribute(message({ authorization: 'Bearer t-1' }))).toEqual(old);
  open = null;
  expect(correlation.attribute(sent('urn:2', 'urn:h'))).toEqual(old);
});
