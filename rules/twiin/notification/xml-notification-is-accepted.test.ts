import { expect, test } from 'vitest';
import { actuals, call, kinds, probe, spoiled, told } from '../../testing.ts';
import { xmlNotificationIsAccepted as rule } from './xml-notification-is-accepted.ts';

const sent = (format: 'json' | 'xml', status: number | null = 201, settings = {}) => probe('notification', { method: 'POST', headers: { 'content-type': `application/fhir+${format}` }, status, ...settings });
test('passes a receiver that takes both', () => { expect(kinds(rule, [sent('json'), sent('xml')])).toEqual(['pass']); });
test('reports a refusal of XML where JSON was taken', () => {
  expect(actuals(rule, [sent('json'), sent('xml', 415)])).toEqual(['HTTP 415 for XML']);
  expect(kinds(rule, [sent('json', 202), sent('xml', 400)])).toEqual(['violation']);
});
test('does not apply without JSON that was taken, without XML, or to a refusal for another reason', () => {
  expect(kinds(rule, [sent('json', 403), sent('xml', 403)])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('json')])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('json'), sent('xml', 400, { stimulus: spoiled('malformed-json') })])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('json'), sent('xml', 401)])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('json'), sent('xml', null)])).toEqual(['not-tested']);
});
test('tells the answer; a token, a queue and a busy server say nothing of the format', () => {
  expect(told(rule, [sent('json'), sent('xml', 415)])).toEqual(['violation response status: HTTP 415 for XML']);
  for (const status of [401, 429, 503]) expect(kinds(rule, [sent('json'), sent('xml', status)]), String(status)).toEqual(['not-applicable']);
  for (const status of [400, 403, 500, 502]) expect(kinds(rule, [sent('json'), sent('xml', status)]), String(status)).toEqual(['violation']);
});
test('only valid creates of ours count, for both formats', () => {
  const xml = { headers: { 'content-type': 'application/fhir+xml' }, status: 415 };
  expect(kinds(rule, [sent('json'), call('notification', { method: 'POST', ...xml, role: 'twiin-receiver' }), sent('xml', 415, { method: 'PUT' }), probe('token', { method: 'POST', ...xml, role: 'twiin-receiver' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('json', 201, { method: 'PUT' }), sent('xml', 415)])).toEqual(['not-applicable']);
  expect(kinds(rule, [sent('xml', 201), sent('xml', 415)])).toEqual(['not-applicable']);
});
