import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset } from '../../testing.ts';
import { everySpellingGivesTheSameResult as rule } from './every-spelling-gives-the-same-result.ts';

const asked = (query: string, status = 200, resources = [condition()]) => probe('resource', { target: `/fhir/Condition?category=${query}`, status, answer: searchset(resources) });
test('passes equal results', () => { expect(kinds(rule, [asked('a%7Cb'), asked('a|b')])).toEqual(['pass']); });
test('reports another status or other resources', () => {
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 400)])).toEqual(['violation']);
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 200, [])])).toEqual(['violation']);
});
test('does not apply to one spelling', () => { expect(kinds(rule, [asked('a%7Cb'), asked('a%7Cb')])).toEqual(['not-applicable']); });
