import { expect, test } from 'vitest';
import { kinds, notification, tokenCall, trigger } from '../testing.ts';
import { answers, book, endpoint, organization } from './testing.ts';
import { inactiveOrganisationIsNotChosen as rule } from './inactive-organisation-is-not-chosen.ts';

const two = () => answers(organization('o1', { active: true }), organization('o2', { active: false }), endpoint('o1', '/good'), endpoint('o2', '/old'));
const sentTo = (target: string, settings = {}) => notification({}, { target, ...settings });
test('passes the active one, and silence when there is none', () => {
  expect(kinds(rule, [two(), sentTo('/good/Task')])).toEqual(['pass']);
  expect(kinds(rule, [answers(organization('o2', { active: false })), trigger('send')])).toEqual(['pass']);
});
test('reports the inactive one, a notification with harm', () => {
  expect(kinds(rule, [two(), sentTo('/old/Task')])).toEqual(['violation!']);
  expect(kinds(rule, [answers(organization('o2', { active: false })), tokenCall(), sentTo('/x/Task')])).toEqual(['violation', 'violation!']);
});
test('does not apply to one active organisation, or when nothing was sent', () => {
  expect(kinds(rule, [answers(organization('o1', { active: true })), sentTo('/good/Task')])).toEqual(['not-applicable']);
  expect(kinds(rule, [two()])).toEqual(['not-applicable']);
  expect(kinds(rule, [book(two(), { role: 'simulator' }), sentTo('/old/Task')])).toEqual(['not-applicable']);
});
