import { expect, test } from 'vitest';
import { call, condition, kinds, outcomeBody, probe, searchset, spoiled, told } from '../../testing.ts';
import { everySpellingGivesTheSameResult as rule } from './every-spelling-gives-the-same-result.ts';

const asked = (query: string, status = 200, resources = [condition()]) => probe('resource', { target: `/fhir/Condition?category=${query}`, status, answer: searchset(resources) });
test('passes equal results', () => { expect(kinds(rule, [asked('a%7Cb'), asked('a|b')])).toEqual(['pass']); });
test('reports another status or other resources', () => {
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 400)])).toEqual(['violation']);
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 200, [])])).toEqual(['violation']);
});
test('all refused alike, or half an answer, shows nothing', () => {
  expect(kinds(rule, [asked('a%7Cb', 403), asked('a|b', 403)])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('a%7Cb'), probe('resource', { target: '/fhir/Condition?category=a|b', answer: '{"res', transport: { outcome: 'timeout' } })])).toEqual(['not-applicable']);
});
test('does not apply to one spelling', () => { expect(kinds(rule, [asked('a%7Cb'), asked('a%7Cb')])).toEqual(['not-applicable']); });
test('tells what each deviating spelling gave', () => {
  const at = 'violation response body:';
  expect(told(rule, [asked('a%7Cb'), asked('a|b', 400)])).toEqual([`${at} HTTP 400 with 1 resources, elsewhere 200 with 1`]);
  expect(told(rule, [asked('a%7Cb'), asked('a|b', 200, []), asked('%61|b')])).toEqual([`${at} HTTP 200 with 0 resources, elsewhere 200 with 1`]);
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 200, [condition({ id: 'c2' })])])).toEqual(['violation']);
  expect(kinds(rule, [asked('a%7Cb', 200, [condition(), condition({ id: 'c2' })]), asked('a|b', 200, [condition({ id: 'c2' }), condition()])])).toEqual(['pass']);
  expect(kinds(rule, [asked('a%7Cb'), asked('a|b', 200, [condition(), outcomeBody])])).toEqual(['pass']);
  expect(kinds(rule, [asked('a%7Cb'), asked('a|c'), asked('a|b'), asked('a%7Cc')])).toEqual(['pass', 'pass']);
});
test('looks at valid searches of ours that were answered', () => {
  const target = '/fhir/Condition?category=a|b';
  const no = [
    call('resource', { target, status: 400, role: 'twiin-sender' }), probe('resource', { target, status: 400, stimulus: spoiled('malformed-query') }), probe('resource', { target, status: null }),
    probe('workflow-task', { target, status: 400 }), probe('resource', { target, status: 400, role: 'twiin-receiver' }),
  ];
  expect(kinds(rule, [asked('a%7Cb'), ...no])).toEqual(['not-applicable']);
  expect(kinds(rule, [probe('resource', { target: '/fhir/Condition/%63' }), probe('resource', { target: '/fhir/Condition/c' })])).toEqual(['not-applicable']);
});
