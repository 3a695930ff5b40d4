import { expect, test } from 'vitest';
import { claimWith, kinds, notification, personaWith, probe, told } from '../../testing.ts';
import { ownerIsReceivingOrganisation as rule } from './owner-is-receiving-organisation.ts';

const ura = 'http://fhir.nl/fhir/NamingSystem/ura';
const owner = (identifier: unknown, settings = {}) => notification({ owner: { identifier } }, settings);
test('passes the addressee', () => {
  expect(kinds(rule, notification())).toEqual(['pass']);
  expect(kinds(rule, notification(), { addressee: null })).toEqual(['pass']);
});
test('fails on absence and another organisation, with harm when it arrived there', () => {
  expect(kinds(rule, notification({ owner: undefined }))).toEqual(['violation']);
  expect(kinds(rule, owner({ system: ura, value: '90000088' }))).toEqual(['violation']);
  expect(kinds(rule, owner({ system: ura, value: '90000055' }, { organisation: '90000055' }))).toEqual(['violation!']);
});
test('another referral, or the choice of who sends by hand, is not the system\'s', () => {
  const made = claimWith();
  const claim = { ...made, ixit: { ...made.ixit, triggers: { 'twiin-sender': { kind: 'manual' } as const } } };
  const arrived = owner({ system: ura, value: '90000055' }, { organisation: '90000055' });
  expect(kinds(rule, arrived, { persona: personaWith('999990020') })).toEqual(['not-applicable']);
  expect(kinds(rule, arrived, { persona: personaWith() })).toEqual(['violation!']);
  expect(kinds(rule, arrived, { claim })).toEqual(['violation<=warning']);
  expect(kinds(rule, owner({ system: ura, value: '90000088' }, { organisation: '90000055' }), { claim, persona: personaWith('999990020') })).toEqual(['violation!']);
});
test('only warns about the form of the identifier', () => {
  expect(kinds(rule, owner({ system: 'urn:oid:2.999', value: 'x' }))).toEqual(['violation<=warning']);
  expect(kinds(rule, owner({ system: ura, value: 'abc' }))).toEqual(['violation<=warning']);
});
test('does not look at our own messages', () => { expect(kinds(rule, probe('notification'))).toEqual([]); });
test('tells how the organisation is named', () => {
  const at = (limit: string) => `violation${limit} request Task.owner.identifier:`;
  expect(told(rule, owner(undefined))).toEqual([`${at('')} absent`]);
  expect(told(rule, owner([{ system: ura, value: '90000022' }, { system: ura, value: '1' }]))).toEqual([`${at('')} several`]);
  expect(told(rule, owner({ system: 'urn:oid:1', value: 'x' }))).toEqual([`${at('<=warning')} system urn:oid:1`]);
  expect(told(rule, owner({ system: ura, value: '1' }))).toEqual([`${at('<=warning')} a URA without 8 digits`]);
  expect(told(rule, owner({ system: ura, value: '90000088' }))).toEqual([`${at('')} URA 90000088`]);
  expect(told(rule, owner({ system: ura, value: '90000055' }, { organisation: '90000055' }))).toEqual([`${at('!')} URA 90000055`]);
  expect(kinds(rule, owner({ system: ura, value: '90000055' }, { organisation: '90000055' }), { addressee: null })).toEqual(['pass']);
});
