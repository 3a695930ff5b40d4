import { expect, test } from 'vitest';
import { condition, kinds, personaWith, probe, searchset } from '../testing.ts';
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
