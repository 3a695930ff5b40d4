import { expect, test } from 'vitest';
import { questionAddress, questionBody, questionWithValueSet, standsAlone } from './server-question.ts';

const code = { system: 'http://snomed.info/sct', code: '73211009', version: '2026', display: 'Diabetes' };
test('R4 and STU3 name the versions differently; the display is not sent', () => {
  expect(questionAddress('https://tx', 'r4', 'http://example.org/v|2', code)).toBe('https://tx/ValueSet/$validate-code?url=http%3A%2F%2Fexample.org%2Fv&valueSetVersion=2&system=http%3A%2F%2Fsnomed.info%2Fsct&code=73211009&systemVersion=2026');
  expect(questionAddress('https://tx', 'stu3', 'http://example.org/v|2', code)).toBe('https://tx/ValueSet/$validate-code?url=http%3A%2F%2Fexample.org%2Fv%7C2&system=http%3A%2F%2Fsnomed.info%2Fsct&code=73211009&version=2026');
  expect(questionBody('stu3', 'http://example.org/v', { system: 's', code: 'a' })).toEqual({ resourceType: 'Parameters', parameter: [{ name: 'url', valueUri: 'http://example.org/v' }, { name: 'system', valueUri: 's' }, { name: 'code', valueCode: 'a' }] });
});
test('a value set goes along as a resource', () => {
  const facts = { url: 'v', version: '1', include: [{ system: 's', filters: [{ property: 'concept', op: 'is-a', value: 'x' }] }], exclude: [{ system: 's', concepts: [{ code: 'y', display: 'Y' }] }] };
  expect(questionWithValueSet('r4', facts, { system: 's', code: 'a' })).toEqual({ resourceType: 'Parameters', parameter: [
    { name: 'valueSet', resource: { resourceType: 'ValueSet', url: 'v', version: '1', status: 'active', compose: { include: [{ system: 's', filter: [{ property: 'concept', op: 'is-a', value: 'x' }] }], exclude: [{ system: 's', concept: [{ code: 'y' }] }] } } },
    { name: 'system', valueUri: 's' }, { name: 'code', valueCode: 'a' },
  ] });
});
test('a value set stands alone when it names systems only', () => {
  expect([standsAlone({ url: 'v', include: [{ system: 's' }] }), standsAlone({ url: 'v', include: [] }), standsAlone({ url: 'v', include: [{ system: 's', valueSets: ['w'] }] }), standsAlone({ url: 'v', include: [{ system: 's' }], exclude: [{ valueSets: ['w'] }] })]).toEqual([true, false, false, false]);
});
