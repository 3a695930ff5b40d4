import { expect, test } from 'vitest';
import { call, kinds, notification, tokenCall, told } from '../testing.ts';
import { answers, endpoint, organization } from './testing.ts';
import { onlyActiveEndpointIsUsed as rule } from './only-active-endpoint-is-used.ts';

const off = endpoint('o1', '/off', { status: 'off' });
const seen = (...more: Parameters<typeof answers>) => answers(organization('o1'), off, endpoint('o1', '/good'), ...more);
const sentTo = (target: string, organisation = '90000022') => notification({}, { target, organisation });
test('passes the active one', () => { expect(kinds(rule, [seen(), sentTo('/good/Task')])).toEqual(['pass']); });
test('reports one that is off, with harm when it is of another organisation', () => {
  expect(kinds(rule, [seen(), sentTo('/off/Task')])).toEqual(['violation']);
  expect(kinds(rule, [seen(), sentTo('/off/Task', '90000066')])).toEqual(['violation!']);
  expect(kinds(rule, [seen(endpoint('o1', '/off', { id: 'past', period: { end: '2001-01-01' } })), sentTo('/off/Task')])).toEqual(['violation']);
});
test('lets an address that is active elsewhere pass', () => { expect(kinds(rule, [seen(endpoint('o1', '/off', { id: 'again' })), sentTo('/off/Task')])).toEqual(['pass']); });
test('does not apply without such endpoints or to other addresses', () => {
  expect(kinds(rule, [answers(endpoint('o1', '/good')), sentTo('/good/Task')])).toEqual(['not-applicable']);
  expect(kinds(rule, [seen(), sentTo('/offside/Task')])).toEqual(['not-applicable']);
});
test('tells the status; harm is a notification elsewhere than the addressee', () => {
  const at = (limit: string) => `violation${limit} request request line:`;
  expect(told(rule, [seen(), sentTo('/off/Task')])).toEqual([`${at('')} an endpoint with status off`]);
  expect(told(rule, [seen(), sentTo('/off/Task', '90000066')])).toEqual([`${at('!')} an endpoint with status off`]);
  expect(kinds(rule, [seen(), sentTo('/off/Task', '90000066')], { addressee: null })).toEqual(['violation']);
  expect(kinds(rule, [seen(), tokenCall(undefined, { target: '/off/token', organisation: '90000066' })])).toEqual(['violation']);
  expect(kinds(rule, [seen(), call('resource', { target: '/off/x' }), call('workflow-task', { target: '/off/x' }), call('directory', { target: '/off/x' })])).toEqual(['violation', 'violation']);
});
test('who asks for active endpoints only has chosen; other filters are no choice', () => {
  const question = (query: string) => call('directory', { role: 'zorgab-client', simulator: 'zorg-ab', target: `/fhir/Endpoint${query}`, answer: answers(endpoint('o1', '/good')).response!.body as never });
  const filtered = (query: string) => kinds(rule, [answers(organization('o1'), endpoint('o1', '/good')), question(query), sentTo('/good/Task')]);
  for (const query of ['?status=active', '?a=b&status=active&c=d']) expect(filtered(query), query).toEqual(['pass']);
  for (const query of ['', '?status=off', '?xstatus=active', '?status=actives', '?status=active,off']) expect(filtered(query), query).toEqual(['not-applicable']);
});
test.each<[string, object, string]>([
  ['another payload', { payloadType: [{ coding: [{ code: 'Nuts-OAuth' }] }] }, 'violation'], ['another protocol', { connectionType: { code: 'ihe-xds' } }, 'violation'],
  ['a protocol that is not told', { connectionType: undefined }, 'pass'], ['a period that is over', { period: { end: '2001-01-01' } }, 'violation'], ['a period to come', { period: { start: '2201-01-01' } }, 'violation'],
  ['a period around now', { period: { start: '2001-01-01', end: '2201-01-01' } }, 'pass'], ['an unreadable period', { period: { start: 'x', end: 7 } }, 'pass'],
  ['an inactive organisation', { managingOrganization: { reference: 'https://x.test/Organization/o2' } }, 'violation'], ['no organisation', { managingOrganization: undefined }, 'pass'],
])('an endpoint with %s at the same address: %s', (_name, changes, kind) => {
  const twin = JSON.parse(JSON.stringify(endpoint('o1', '/off', { id: 'twin', ...changes })));
  expect(kinds(rule, [seen(organization('o2', { active: false }), twin), sentTo('/off/Task')])).toEqual([kind]);
});
test('the edges of a period are inside', () => {
  const at = Date.parse('2026-06-01T00:00:00Z');
  const within = (period: object, startedAt: number) => kinds(rule, [seen(endpoint('o1', '/off', { id: 'twin', period })), notification({}, { target: '/off/Task', startedAt })]);
  expect(within({ start: '2026-06-01T00:00:00Z' }, at)).toEqual(['pass']);
  expect(within({ start: '2026-06-01T00:00:00Z' }, at - 1)).toEqual(['violation']);
  expect(within({ end: '2026-06-01T00:00:00Z' }, at)).toEqual(['pass']);
  expect(within({ end: '2026-06-01T00:00:00Z' }, at + 1)).toEqual(['violation']);
});
test('an active endpoint that is wrong for another reason is not judged here', () => {
  expect(kinds(rule, [seen(endpoint('o1', '/old', { payloadType: [] })), sentTo('/old/Task')])).toEqual(['not-applicable']);
});
