import { expect, test } from 'vitest';
import { call, kinds, notification, tokenCall, told, trigger } from '../testing.ts';
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
test('tells what was sent, by address or by URA', () => {
  expect(told(rule, [two(), sentTo('/old/Task')])).toEqual(['violation! request request line: a notification request at the address of an inactive organisation']);
  expect(told(rule, [two(), tokenCall(undefined, { target: '/old/token' })])).toEqual(['violation request request line: a token request at the address of an inactive organisation']);
  expect(kinds(rule, [two(), call('resource', { target: '/old/x' }), call('workflow-task', { target: '/old/x' }), call('directory', { target: '/old/x' })])).toEqual(['violation', 'violation']);
});
test('an address or a URA that an active organisation has too is right', () => {
  const shared = answers(organization('o1'), organization('o2', { active: false }), endpoint('o1', '/both'), endpoint('o2', '/both', { id: 'e2' }));
  expect(kinds(rule, [shared, sentTo('/both/Task')])).toEqual(['pass']);
  const unknown = answers(organization('o2', { active: false }), organization('o3', {}, '90000099'), endpoint('o9', '/x'), endpoint('o2', '/x', { id: 'e2' }));
  expect(kinds(rule, [unknown, sentTo('/x/Task', { organisation: '90000099' })])).toEqual(['pass']);
  expect(kinds(rule, [unknown, sentTo('/y/Task', { organisation: '90000022' })])).toEqual(['violation!']);
  expect(kinds(rule, [unknown, sentTo('/y/Task', { organisation: '90000077' })])).toEqual(['pass']);
});
test('two active ones, or one inactive, make it a choice; a token alone is no arrival', () => {
  expect(kinds(rule, [answers(organization('o1'), organization('o3')), sentTo('/x/Task')])).toEqual(['pass']);
  expect(kinds(rule, [two(), tokenCall(undefined, { target: '/good/token' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [answers(organization('o2', { active: false }))])).toEqual(['pass']);
  expect(kinds(rule, [sentTo('/x/Task')])).toEqual(['not-applicable']);
});
