import { expect, test } from 'vitest';
import { judgeWith, seen } from '../../fhir/testing.ts';
import { call, condition, judge, kinds, outcomeBody, paths, probe, searchset } from '../../testing.ts';
import { answerIsValidFhir as rule, simulatorAnswerIsValidFhir } from './answer-is-valid-fhir.ts';

const settings = { target: '/fhir/Condition', answer: searchset([condition()]) };
const answered = () => probe('resource', settings);
test('passes a valid answer', () => {
  expect(judge(rule, answered(), { fhir: judgeWith() })).toMatchObject([{ kind: 'pass', seen: 'Bundle' }]);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition/c1', answer: condition() }), { fhir: judgeWith() })).toEqual(['pass']);
});
test('reports what the validator finds, and faults of the text', () => {
  expect(paths(rule, answered(), { fhir: judgeWith(seen()) })).toEqual(['Bundle.entry[0].resource.status']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Flag/f', answer: '{"resourceType":"Flag","id":"f","id":"g"}' }), { fhir: judgeWith() })).toEqual(['violation']);
});
test('a profile without package is not tested, never a pass', () => {
  const missing = seen({ severity: 'not-checked', code: 'profile-unknown', actual: 'http://nictiz.nl/fhir/StructureDefinition/BgZ-Problem' });
  expect(judge(rule, answered(), { fhir: judgeWith(missing) })).toMatchObject([{ kind: 'not-tested', lacks: 'package' }]);
});
test('without a validator nothing passes', () => {
  expect(kinds(rule, answered())).toEqual(['not-tested']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Flag/f', answer: '{"resourceType":"Flag","id":"f","id":"g"}' }))).toEqual(['violation', 'not-tested']);
});
test('does not apply to a refusal or what is no resource; silence is not tested', () => {
  const fhir = judgeWith(seen());
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: 403, answer: outcomeBody }), { fhir })).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', answer: 'plain' }), { fhir })).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition' }), { fhir })).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: null }), { fhir })).toEqual(['not-tested']);
});
test('judges our own answers apart', () => {
  expect(kinds(simulatorAnswerIsValidFhir, call('resource', settings), { fhir: judgeWith(seen()) })).toEqual(['violation']);
  expect(kinds(rule, call('resource', settings), { fhir: judgeWith(seen()) })).toEqual([]);
});
