import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { unitSymbols } from './ucum.ts';

test.each([
  ['mg', ['mg']], ['mm[Hg]', ['mm[Hg]']], ['10*9/L', ['10*', 'L']], ['10^6', ['10^']], ['kg/m2', ['kg', 'm']], ['/min', ['min']], ['1', []], ['{stuks}', []], ['mL/min/{1.73_m2}', ['mL', 'min']],
  ['g/(8.h){shift}', ['g', 'h']], ['10*-3{x}', ['10*']], ["[arb'U]/mL", ["[arb'U]", 'mL']], ['m[H2O]', ['m[H2O]']], ['s-1', ['s']], ['%', ['%']], ['kg.m/s2', ['kg', 'm', 's']], ["'", ["'"]], ['100.g', ['g']],
])('%s is well-formed', (unit, symbols) => {
  expect([...unitSymbols(unit)!].sort()).toEqual([...symbols].sort());
});
test.each(['', ' ', 'mg ', 'mg/', 'mg//L', '°C', 'µg', 'mg..g', '(mg', 'mg)', 'mg{x', '{a{b}}', 'mm[Hg', '-1', '\u0000', 'm g', `${'('.repeat(50)}m${')'.repeat(50)}`, 'm'.repeat(300)])('%j is not', (unit) => {
  expect(unitSymbols(unit)).toBeNull();
});
test('every unit in the list of common units of FHIR is, but two', () => {
  for (const fhir of ['stu3', 'r4'] as const) {
    const units = coreDefinitions(fhir).valueSet('http://hl7.org/fhir/ValueSet/ucum-common')!.include.flatMap((part) => part.concepts!.map((one) => one.code));
    expect(units.length).toBeGreaterThan(1000);
    expect(units.filter((unit) => unitSymbols(unit) === null)).toEqual(fhir === 'r4' ? [] : ["{Ehrlich'U}/100g", '{G}U']);
  }
});
