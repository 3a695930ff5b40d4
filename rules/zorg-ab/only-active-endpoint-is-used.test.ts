import { expect, test } from 'vitest';
import { kinds, notification } from '../testing.ts';
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
