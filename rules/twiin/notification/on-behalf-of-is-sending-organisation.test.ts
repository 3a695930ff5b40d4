import { expect, test } from 'vitest';
import { claimWith, kinds, notification, probe, told } from '../../testing.ts';
import { onBehalfOfIsSendingOrganisation as rule } from './on-behalf-of-is-sending-organisation.ts';

const ura = 'http://fhir.nl/fhir/NamingSystem/ura';
const sender = (identifier: unknown) => notification({ requester: { onBehalfOf: { identifier } } });
test('passes the own URA', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('fails on absence and on another organisation', () => {
  expect(kinds(rule, notification({ requester: undefined }))).toEqual(['violation']);
  expect(kinds(rule, sender({ system: ura, value: '90000055' }))).toEqual(['violation']);
  expect(kinds(rule, sender([{ system: ura, value: '1' }, { system: ura, value: '2' }]))).toEqual(['violation']);
});
test('only warns about the form of the identifier', () => {
  expect(kinds(rule, sender({ system: 'urn:oid:2.999.10.1', value: 'x' }))).toEqual(['violation<=warning']);
  expect(kinds(rule, sender({ system: ura, value: '9000' }))).toEqual(['violation<=warning']);
});
test('does not look at our own messages', () => { expect(kinds(rule, probe('notification'))).toEqual([]); });
test('tells how the organisation is named', () => {
  const at = (limit: string) => `violation${limit} request Task.requester.onBehalfOf.identifier:`;
  expect(told(rule, sender(undefined))).toEqual([`${at('')} absent`]);
  expect(told(rule, sender([{ system: ura, value: '90000011' }, { system: ura, value: '1' }]))).toEqual([`${at('')} several`]);
  expect(told(rule, sender({ system: 'urn:oid:1', value: 'x' }))).toEqual([`${at('<=warning')} system urn:oid:1`]);
  expect(told(rule, sender({ system: ura, value: '1' }))).toEqual([`${at('<=warning')} a URA without 8 digits`]);
  expect(told(rule, sender({ system: ura, value: '90000088' }))).toEqual([`${at('')} URA 90000088`]);
});
test('where a person sends, another organisation of the same system may be that person\'s choice', () => {
  const made = claimWith();
  const claim = { ...made, ixit: { ...made.ixit, triggers: { 'twiin-sender': { kind: 'manual' } as const } } };
  const other = notification({ requester: { onBehalfOf: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000088' } } } });
  expect([kinds(rule, other, { claim }), kinds(rule, other)]).toEqual([['violation<=warning'], ['violation']]);
});
