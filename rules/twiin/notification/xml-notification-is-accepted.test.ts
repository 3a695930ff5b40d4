import { expect, test } from 'vitest';
import { actuals, kinds, probe, spoiled } from '../../testing.ts';
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
