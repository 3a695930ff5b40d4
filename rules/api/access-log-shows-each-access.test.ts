import { expect, test } from 'vitest';
import { call, condition, kinds, personaWith, probe, searchset, spoiled, told } from '../testing.ts';
import { accessLogShowsEachAccess as rule } from './access-log-shows-each-access.ts';

const persona = { persona: personaWith() };
const fetched = (type: string) => probe('resource', { target: `/fhir/${type}`, answer: searchset([condition()]) });
const log = (entries: readonly unknown[], settings = {}) => probe('access-log', { target: '/log?since=2001-01-01T00:00:00Z', answer: entries, ...settings });
const entry = (object: string, changes = {}) => ({ at: '2026-01-01T00:00:00Z', patientBsn: '999990019', organisation: '90000022', action: 'search', object, outcome: 'granted', ...changes });
test('passes entries per type, and a coarser log', () => {
  expect(kinds(rule, [fetched('Condition'), fetched('Flag'), log([entry('Condition'), entry('/fhir/Flag?x')])], persona)).toEqual(['pass']);
  expect(kinds(rule, [fetched('Condition'), log([entry('BgZ')])], persona)).toEqual(['pass']);
});
test('reports a missing entry, type, patient or organisation', () => {
  expect(kinds(rule, [fetched('Condition'), log([])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), fetched('Flag'), log([entry('Condition')])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([entry('Condition', { patientBsn: '' })])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([entry('Condition', { organisation: '90000055' })])], persona)).toEqual(['violation']);
});
test('does not apply when nothing was read or fetched; an unreadable log is not tested', () => {
  expect(kinds(rule, [fetched('Condition')], persona)).toEqual(['not-applicable']);
  expect(kinds(rule, [log([])], persona)).toEqual(['not-applicable']);
  expect(kinds(rule, [fetched('Condition'), log([], { status: 401 })], persona)).toEqual(['not-tested']);
});
test('tells what lacks', () => {
  const at = 'violation response body:';
  expect(told(rule, [fetched('Condition'), log([entry('Condition', { patientBsn: '' })])], persona)).toEqual([`${at} no entry for this patient and organisation 90000022 among 1`]);
  expect(told(rule, [fetched('Condition'), fetched('Flag'), fetched('Device'), log([entry('Condition')])], persona)).toEqual([`${at} no entry for Flag, Device`]);
  expect(kinds(rule, [fetched('Condition'), log([entry('Condition', { outcome: 'refused' })])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([entry('Flag')])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([entry('ConditionX and Conditions')])], persona)).toEqual(['pass']);
  expect(kinds(rule, [fetched('Device'), log([entry('DeviceRequest')])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([null, 'x', entry('Condition')])], persona)).toEqual(['pass']);
});
test('each organisation is asked for by itself', () => {
  const elsewhere = () => probe('resource', { target: '/fhir/Flag', answer: searchset([condition()]), organisation: '90000055' });
  expect(told(rule, [fetched('Condition'), elsewhere(), log([entry('Condition')])], persona)).toEqual(['pass', 'violation response body: no entry for this patient and organisation 90000055 among 1']);
  expect(kinds(rule, [fetched('Condition'), elsewhere(), log([entry('Condition'), entry('Flag', { organisation: '90000055' })])], persona)).toEqual(['pass', 'pass']);
});
test('accesses are our valid reads of data, from the asked time up to the log', () => {
  const one = (settings = {}) => probe('resource', { target: '/fhir/Condition', answer: searchset([condition()]), ...settings });
  const no = [one({ stimulus: spoiled('no-token') }), one({ role: 'twiin-receiver' }), one({ status: 403 }), one({ answer: searchset([]) }), probe('workflow-task', { answer: condition() }), call('resource', { answer: searchset([condition()]), role: 'twiin-sender' })];
  expect(kinds(rule, [...no, log([])], persona)).toEqual(['not-applicable']);
  expect(kinds(rule, [log([]), one()], persona)).toEqual(['not-applicable']);
  const at = Date.parse('2026-01-01T00:00:00Z');
  const since = (settings: object) => log([], { target: '/log?x=1&since=2026-01-01T00:00:00Z', ...settings });
  expect(kinds(rule, [one({ startedAt: at - 1 }), since({})], persona)).toEqual(['not-applicable']);
  expect(kinds(rule, [one({ startedAt: at }), since({})], persona)).toEqual(['violation']);
  for (const target of ['/log', '/log?since=x']) expect(kinds(rule, [one({ startedAt: 0 }), log([], { target })], persona)).toEqual(['violation']);
});
test('the last log that we read is the one; what is no list of it is not tested', () => {
  expect(kinds(rule, [fetched('Condition'), log([entry('Condition')]), log([])], persona)).toEqual(['violation']);
  expect(kinds(rule, [fetched('Condition'), log([entry('Condition')]), call('access-log', { answer: [] })], persona)).toEqual(['pass']);
  expect(kinds(rule, [fetched('Condition'), log([])])).toEqual(['not-applicable']);
  for (const answer of [{}, 'x', '"x"', '']) expect(kinds(rule, [fetched('Condition'), probe('access-log', { answer })], persona)).toEqual(['not-tested']);
});
