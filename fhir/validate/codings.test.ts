import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { createValidator } from './validator.ts';
import { baseValidator, brief, observation, validatorWith } from './testing.ts';

const system = 'http://example.org/s';
const codeSystems = [
  { url: system, content: 'complete' as const, codes: [{ code: 'a', display: 'Apple', designations: ['Appel'] }] },
  { url: 'http://example.org/part', content: 'fragment' as const, codes: [{ code: 'a', display: 'Apple' }] },
];
const validator = validatorWith({ codeSystems });
const judge = (coding: JsonObject): string[] => validator.validate(observation({ code: { coding: [coding] } })).filter((one) => one.invariant !== 'dom-6').map(brief);

test('a code that its complete code system lacks', () => {
  expect(judge({ system, code: 'a' })).toEqual([]);
  expect(judge({ system, code: 'b' })).toEqual(['warning code-unknown Observation.code.coding[0].code']);
  expect(judge({ system: 'http://example.org/part', code: 'b' })).toEqual([]);
  expect(judge({ system: 'http://example.org/absent', code: 'b' })).toEqual([]);
  expect(judge({ system })).toEqual([]);
  expect(judge({ code: 'b' })).toEqual([]);
  expect(judge({ display: 'b' })).toEqual([]);
  expect(validator.validate(observation({ code: { coding: [{ system, code: 'b' }] } })).find((one) => one.code === 'code-unknown')).toMatchObject({ path: ['code', 'coding', 0, 'code'], actual: `${system}|b`, element: 'Coding.code' });
  expect(judge({ system: 1, code: 'b' })).toEqual(['error wrong-json-type Observation.code.coding[0].system']);
});

test('other words than those of the system are told', () => {
  expect(judge({ system, code: 'a', display: 'apple' })).toEqual([]);
  expect(judge({ system, code: 'a', display: 'Appel' })).toEqual([]);
  expect(judge({ system, code: 'a', display: 'Pear' })).toEqual(['information display-differs Observation.code.coding[0].display']);
  expect(judge({ system: 'http://example.org/part', code: 'a', display: 'Pear' })).toEqual([]);
});

test('without a terminology nothing is said', () => {
  const { definitions, snapshots } = baseValidator().environment;
  expect(createValidator({ definitions, snapshots }).validate(observation({ code: { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'nonsense' }] } })).map((one) => one.code)).not.toContain('code-unknown');
});
