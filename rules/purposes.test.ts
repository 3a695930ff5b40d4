import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { preconditionNames, testPurposes } from '../catalogue/purposes/index.ts';
import { rolesOf, roleTable } from '../catalogue/roles.ts';
import { allRules, isSimulatorRule, simulatorRules } from './index.ts';

const rules = new Map([...allRules, ...simulatorRules].map((rule) => [rule.id, rule]));
const catalogue = loadCatalogue();
test('rule ids and purpose ids are unique', () => {
  expect(rules.size).toBe(allRules.length + simulatorRules.length);
  expect(new Set(testPurposes.map((one) => one.id)).size).toBe(testPurposes.length);
});
test('each purpose names an existing rule that serves its requirement', () => {
  const wrong = testPurposes.filter((one) => rules.get(one.rule)?.requirements.includes(one.requirement) !== true);
  expect(wrong.map((one) => one.id)).toEqual([]);
});
test('each requirement of each rule is named by a purpose', () => {
  const missing = [...rules.values()].flatMap((rule) => rule.requirements
    .filter((requirement) => !testPurposes.some((one) => one.rule === rule.id && one.requirement === requirement)).map((requirement) => `${rule.id} ${requirement}`));
  expect(missing).toEqual([]);
});
test('rules about ourselves are told apart by their id', () => {
  expect(simulatorRules.filter((rule) => !isSimulatorRule(rule.id))).toEqual([]);
  expect(allRules.filter((rule) => isSimulatorRule(rule.id))).toEqual([]);
  expect(testPurposes.filter((one) => (one.role === 'simulator') !== isSimulatorRule(one.rule))).toEqual([]);
});
test('every requirement of a purpose is in the catalogue, for a role that it binds', () => {
  const wrong = testPurposes.filter((one) => {
    const requirement = catalogue.byId.get(one.requirement);
    if (requirement === undefined) return true;
    return one.role !== 'simulator' && !Object.keys(roleTable).some((claimed) => rolesOf([claimed], requirement).includes(one.role));
  });
  expect(wrong.map((one) => one.id)).toEqual([]);
});
test('a requirement that binds several claimable roles has a purpose for each of them', () => {
  const sut = testPurposes.filter((one) => one.role !== 'simulator');
  const missing = [...new Set(sut.map((one) => one.requirement))].flatMap((id) => Object.keys(roleTable)
    .flatMap((claimed) => rolesOf([claimed], catalogue.byId.get(id)!)).filter((role) => !sut.some((one) => one.requirement === id && one.role === role)).map((role) => `${id} ${role}`));
  expect(missing).toEqual([]);
});
test('preconditions are known by name, and a purpose about a bad message names a stimulus', () => {
  expect(testPurposes.filter((one) => one.precondition !== undefined && !preconditionNames.some((name) => name === one.precondition))).toEqual([]);
  expect(testPurposes.filter((one) => !one.stimulus.valid && one.kind !== 'stimulus-response')).toEqual([]);
  expect(testPurposes.filter((one) => one.minimumEvidence < 1)).toEqual([]);
});
const slice: Readonly<Record<string, string>> = {
  'TWIIN-NET': '01 02 06 07', 'TWIIN-AUT': '01 02 03 04 05 06 07 09 13 17 18 20 21 22 23 24 26 27',
  'TWIIN-NTF': '01 02 05 07 08 09 10 11 12 14 15 17 18 19 20 23 27 28 29 30 31 32 33 34 35 36 38 40 41', 'TWIIN-PUL': '01 02 03 04 05 07 08 09 11 15 16 18',
  'BGZ-R': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 18 20 21 22 23 24 25', 'BGZ-A': '06 09 10 11', 'ZAB': '001 002 013 025 027 039 063 028 030 011 014 015 022 033 034 037',
};
test('the slice is covered: these requirements and no others', () => {
  const wanted = Object.entries(slice).flatMap(([prefix, numbers]) => numbers.split(' ').map((number) => `${prefix}-${number}`));
  expect([...new Set(testPurposes.map((one) => one.requirement))].toSorted()).toEqual(wanted.toSorted());
});
