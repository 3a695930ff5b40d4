import { expect, test } from 'vitest';
import { finding } from './testing.ts';

const value = (code: string, number: number) => ({ code: { coding: [{ system: 's', code }] }, valueQuantity: { value: number } });
const find = finding('r4', [{ resourceType: 'Observation', id: 'both', component: [value('a', 1), value('b', 2)], ...value('c', 3) }, { resourceType: 'Observation', id: 'plain', ...value('a', 2) }]);
test.each([
  ['code-value-quantity=s|a$2', 'plain'], ['code-value-quantity=s|c$gt2', 'both'], ['component-code-value-quantity=s|a$1', 'both'], ['component-code-value-quantity=s|a$2', ''], ['combo-code-value-quantity=b$2,a$2', 'both,plain'],
  ['code-value-quantity=s|a', '400 invalid'], ['code-value-quantity=s|a$x', '400 value'],
])('%s finds %j', (query, expected) => { expect(find(`Observation?${query}`)).toBe(expected); });
test('a component that STU3 names by a URL of another kind is found all the same', () => {
  expect(finding('stu3', [{ resourceType: 'Observation', id: 'plain', ...value('a', 2) }])('Observation?code-value-quantity=s|a$2')).toBe('plain');
});
