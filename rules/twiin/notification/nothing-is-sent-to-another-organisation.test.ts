import { expect, test } from 'vitest';
import { call, claimWith, jwt, kinds, personaWith, notification, tokenCall, tokenForm, told } from '../../testing.ts';
import { nothingIsSentToAnotherOrganisation as rule } from './nothing-is-sent-to-another-organisation.ts';

const oost = { organisation: '90000055' };
test('passes when all went to the addressee', () => { expect(kinds(rule, [tokenCall(), notification()])).toEqual(['pass']); });
test('reports a notification or patient elsewhere with harm, a bare token request mildly', () => {
  expect(kinds(rule, [notification(), notification({}, oost)])).toEqual(['violation!']);
  expect(kinds(rule, [tokenCall(tokenForm({}, { patient: '999990019' }), oost), notification()])).toEqual(['violation!']);
  expect(kinds(rule, [tokenCall(undefined, oost), notification()])).toEqual(['violation<=warning']);
});
test('a message about another patient is another referral', () => {
  const persona = personaWith('999990020');
  expect(kinds(rule, [notification({}, oost)], { persona })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), notification({}, oost), tokenCall(tokenForm({}, { patient: '999990019' }), oost)], { persona })).toEqual(['pass']);
  expect(kinds(rule, [notification({}, oost)], { persona: personaWith() })).toEqual(['violation!']);
});
test('where a person sends, a message that went where it says warns', () => {
  const made = claimWith();
  const claim = { ...made, ixit: { ...made.ixit, triggers: { 'twiin-sender': { kind: 'manual' } as const } } };
  const toOost = { owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000055' } } };
  expect(kinds(rule, [notification(toOost, oost), tokenCall(tokenForm({}, { patient: '999990019' }), oost)], { claim })).toEqual(['violation<=warning', 'violation<=warning']);
  expect(kinds(rule, [notification({}, oost)], { claim })).toEqual(['violation!']);
  expect(kinds(rule, [notification(toOost, oost)])).toEqual(['violation!']);
});
test('does not apply without addressee or messages', () => {
  expect(kinds(rule, [notification()], { addressee: null })).toEqual(['not-applicable']);
  expect(kinds(rule, [])).toEqual(['not-applicable']);
});
test('tells what went where', () => {
  const at = (limit: string) => `violation${limit} request request line:`;
  expect(told(rule, [notification({}, oost)])).toEqual([`${at('!')} a notification request at URA 90000055`]);
  expect(told(rule, [tokenCall(undefined, oost)])).toEqual([`${at('<=warning')} a token request at URA 90000055`]);
  expect(told(rule, [tokenCall(undefined, { organisation: '' })])).toEqual([`${at('<=warning')} a token request at URA unknown`]);
  expect(kinds(rule, [tokenCall(undefined, { ...oost, withheld: { place: 'body', reason: 'r', keyedHash: 'h' } })])).toEqual(['violation!']);
  expect(kinds(rule, [tokenCall(tokenForm({ assertion: jwt({}, { patient: '' }) }), oost)])).toEqual(['violation<=warning']);
  expect(kinds(rule, [tokenCall()])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), call('resource', oost), call('directory', { ...oost, role: 'twiin-sender' })])).toEqual(['pass']);
  expect(kinds(rule, [notification({}, oost)], { addressee: null })).toEqual(['not-applicable']);
});
