import { describe, expect, it, test } from 'vitest';
import { identifierForms } from './identifier-forms.ts';

const bsn = 'http://fhir.nl/fhir/NamingSystem/bsn';
const oid = 'urn:oid:2.16.840.1.113883.2.4.6.3';
const said = (identifier: Record<string, never> | object): string[] => identifierForms(identifier as never).map((one) => `${one.code} ${one.severity}`);

describe('BSN', () => {
  it('is right under its URI; the OID of the same register is a remark', () => {
    expect(said({ system: bsn, value: '999990019' })).toEqual([]);
    expect(said({ system: oid, value: '999990019' })).toEqual(['bsn-wrong-system information']);
  });
  it.each(['999940003', '99999001', '9999900190', '99999001X', '999.990.019'])('%s fails the 11-test, under URI and OID', (value) => {
    expect(said({ system: bsn, value })).toEqual(['bsn-fails-eleven-test error']);
    expect(said({ system: oid, value })).toEqual(['bsn-fails-eleven-test error', 'bsn-wrong-system information']);
  });
  it('is never repeated', () => {
    for (const value of ['999940003', '99999001']) expect(JSON.stringify(identifierForms({ system: bsn, value }))).not.toContain(value);
    expect(JSON.stringify(identifierForms({ system: 'http://fhir.nl/fhir/NamingSystem/BSN', value: '999990019' }))).not.toContain('999990019');
  });
  it('says that eight digits are eight', () => { expect(identifierForms({ system: bsn, value: '12345672' })[0]!.actual).toBe('8 digits'); });
  it.each(['http://fhir.nl/fhir/NamingSystem/BSN', 'https://fhir.nl/fhir/NamingSystem/bsn', 'http://fhir.nl/fhir/NamingSystem/bsn/', 'http://www.fhir.nl/fhir/NamingSystem/bsn', '2.16.840.1.113883.2.4.6.3', 'oid:2.16.840.1.113883.2.4.6.3'])('%s is a misspelling', (system) => {
    expect(said({ system, value: '999990019' })).toEqual(['bsn-wrong-system error']);
  });
  it.each([
    { coding: [{ system: 'http://hl7.org/fhir/v2/0203', code: 'NNNLD' }] }, { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NNNLD' }] },
    { text: 'BSN' }, { coding: [{ display: 'Burgerservicenummer' }] },
  ])('typed as BSN under another system, or none, is a warning: %j', (type) => {
    expect(said({ type, system: 'urn:oid:2.999.1', value: '999990019' })).toEqual(['bsn-wrong-system warning']);
    expect(said({ type, value: '999990019' })).toEqual(['bsn-wrong-system warning']);
    expect(said({ type, system: bsn, value: '999990019' })).toEqual([]);
    expect(said({ type, system: 'urn:oid:2.999.1', value: 'P-17' })).toEqual([]);
  });
  it('nine digits of another system or type are no BSN', () => {
    expect(said({ system: 'urn:oid:2.999.1', value: '999990019' })).toEqual([]);
    expect(said({ system: 'http://example.org/pseudo-bsn', type: { text: 'Pseudo-BSN' }, value: '999990019' })).toEqual([]);
    expect(said({ system: 'http://hl7.org/fhir/v2/0203', type: { coding: [{ code: 'NNNLD' }] }, value: '999990019' })).toEqual([]);
  });
  it('without a value there is no form to judge', () => {
    expect(said({ system: bsn })).toEqual([]);
    expect(said({ system: bsn, value: 999990019 })).toEqual([]);
  });
});
test.each([
  ['http://fhir.nl/fhir/NamingSystem/ura', '90000022', '9000002', '9000002A', 'ura-malformed'],
  ['urn:oid:2.16.528.1.1007.3.3', '00003333', '3333', '900000220', 'ura-malformed'],
  ['http://fhir.nl/fhir/NamingSystem/agb-z', '01069857', '1069857', '010-69857', 'agb-malformed'],
  ['urn:oid:2.16.840.1.113883.2.4.6.1', '20000010', '6', 'AGB20000010', 'agb-malformed'],
])('%s: %s is right, %s dropped zeros, %s is no number', (system, right, short, wrong, code) => {
  expect(said({ system, value: right })).toEqual([]);
  expect(said({ system, value: short })).toEqual([`${code} warning`]);
  expect(said({ system, value: wrong })).toEqual([`${code} error`]);
});
test('a UZI number of a person has nine digits; another value warns only, as published examples hold such', () => {
  const system = 'http://fhir.nl/fhir/NamingSystem/uzi-nr-pers';
  expect(said({ system, value: '000095254' })).toEqual([]);
  for (const value of ['95254', 'Contact04', '0000952540']) expect(said({ system, value })).toEqual(['uzi-malformed warning']);
});
test('forms that no source states are not judged', () => {
  for (const system of ['http://fhir.nl/fhir/NamingSystem/uzi-nr-sys', 'http://fhir.nl/fhir/NamingSystem/big', 'http://fhir.nl/fhir/NamingSystem/uzovi', 'http://www.vzvz.nl/fhir/NamingSystem/agb']) {
    expect(said({ system, value: 'x' })).toEqual([]);
  }
});
