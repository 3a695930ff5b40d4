import { expect, test } from 'vitest';
import type { FhirJudge, FhirJudgement, SeenInFhir } from '../../model/fhir-judgement.ts';
import { text } from '../message/outcome.ts';
import { call, condition, outcomeBody, probe, searchset, told } from '../testing.ts';
import { dutchRule } from './dutch-rule.ts';
import { simulator, sut } from './subject.ts';

const about = { id: 'every-coding-is-whole', title: text('t', 't'), requirements: ['X-1'], next: text('n', 'n') };
const rule = dutchRule(about, sut, 'coding-incomplete', 'Coding');
const seen = (expression: string, code = 'coding-incomplete'): SeenInFhir => ({ code, severity: 'error', path: [], expression, actual: `at ${expression}`, expected: text('e', 'e'), position: { line: 2, column: 7 } });
const judge = (found: readonly SeenInFhir[], Coding = 3): { fhir: FhirJudge } => {
  const judgement: FhirJudgement = { format: 'json', resource: null, document: [], validation: null, dutch: found, looked: { Coding, CodeableConcept: 0, Identifier: 0, Reference: 0 } };
  return { fhir: { of: () => judgement } };
};
const answered = (settings = {}) => probe('resource', { target: '/fhir/Condition', answer: searchset([condition(), outcomeBody]), ...settings });
test('only findings of this code, inside resources that hold data, count; at most ten are told', () => {
  const path = 'Bundle.entry[0].resource';
  expect(told(rule, answered(), judge([seen(path), seen(`${path}.code`)]))).toEqual([`violation response ${path}: at ${path}`, `violation response ${path}.code: at ${path}.code`]);
  expect(told(rule, answered(), judge([seen(path, 'reference-without-display'), seen('Bundle.entry[1].resource'), seen(`${path}s`), seen('Bundle')]))).toEqual(['pass']);
  expect(told(rule, answered(), judge(Array.from({ length: 11 }, () => seen(path))))).toHaveLength(10);
});
test('says nothing of what holds no such element, no data, or was refused', () => {
  const found = judge([seen('Bundle.entry[0].resource')]);
  expect(told(rule, answered(), judge([], 0))).toEqual(['not-applicable']);
  expect(told(rule, answered({ answer: searchset([outcomeBody]) }), found)).toEqual(['not-applicable']);
  expect(told(rule, answered({ status: 403 }), found)).toEqual(['not-applicable']);
  expect(told(rule, answered({ status: null }), found)).toEqual(['not-tested']);
});
test('a rule on resources looks at those of its types only', () => {
  const ofConditions = dutchRule(about, sut, 'coding-incomplete', (type) => type === 'Condition');
  const two = answered({ answer: searchset([condition(), { resourceType: 'Flag', id: 'f' }]) });
  expect(told(ofConditions, two, judge([seen('Bundle.entry[0].resource'), seen('Bundle.entry[1].resource')], 0))).toEqual(['violation response Bundle.entry[0].resource: at Bundle.entry[0].resource']);
  expect(told(ofConditions, answered({ answer: searchset([{ resourceType: 'Flag', id: 'f' }]) }), judge([seen('Bundle.entry[0].resource')]))).toEqual(['not-applicable']);
});
test('the twin for our own answers has an id of its own', () => {
  const ours = dutchRule(about, simulator, 'coding-incomplete', 'Coding');
  expect([rule.id, ours.id]).toEqual(['every-coding-is-whole', 'simulator-every-coding-is-whole']);
  const own = call('resource', { target: '/fhir/Condition', answer: searchset([condition()]) });
  expect([told(ours, own, judge([])), told(rule, own, judge([]))]).toEqual([['pass'], []]);
});
