import { expect, test } from 'vitest';
import { judgeWith, seen } from '../../fhir/testing.ts';
import { condition, kinds, paths, probe, searchset, told } from '../../testing.ts';
import { answerHoldsNoEmptyText as rule } from './answer-holds-no-empty-text.ts';

const answered = (answer: unknown = searchset([condition()])) => probe('resource', { target: '/fhir/Condition', answer: answer as never });
const empty = seen({ code: 'empty-string', expression: 'Bundle.entry[0].resource.note[0].text' });
test('passes an answer without empty values, whatever else is wrong with it', () => { expect(kinds(rule, answered(), { fhir: judgeWith(seen()) })).toEqual(['pass']); });
test('reports an empty text', () => {
  expect(paths(rule, answered(), { fhir: judgeWith(empty, seen()) })).toEqual(['Bundle.entry[0].resource.note[0].text']);
  expect(kinds(rule, answered(), { fhir: judgeWith(seen({ code: 'empty-element' })) })).toEqual(['violation']);
});
test('does not apply to an empty result or a refusal; silence or no validator is not tested', () => {
  expect(kinds(rule, answered(searchset([])), { fhir: judgeWith(empty) })).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: 403 }), { fhir: judgeWith(empty) })).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: null }), { fhir: judgeWith(empty) })).toEqual(['not-tested']);
  expect(kinds(rule, answered())).toEqual(['not-tested']);
});
test('tells each at its place, at most ten', () => {
  const path = 'Bundle.entry[0].resource.note[0].text';
  expect(told(rule, answered(), { fhir: judgeWith(empty) })).toEqual([`violation response ${path}: empty`]);
  expect(told(rule, answered(), { fhir: judgeWith(...Array.from({ length: 11 }, () => empty)) })).toHaveLength(10);
});
