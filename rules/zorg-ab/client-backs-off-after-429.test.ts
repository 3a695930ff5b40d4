import { expect, test } from 'vitest';
import { call, judge, kinds, paths } from '../testing.ts';
import { clientBacksOffAfter429 as rule } from './client-backs-off-after-429.ts';

const at = 1_800_000_000_000;
const asked = (startedAt: number, status = 200, target = '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=x') =>
  call('directory', { role: 'zorgab-client', simulator: 'zorg-ab', organisation: '', startedAt, endedAt: startedAt + 10, status, target });

test('passes a client that waits, or that asks something else', () => {
  expect(kinds(rule, [asked(at, 429)])).toEqual(['pass']);
  expect(kinds(rule, [asked(at, 429), asked(at + 1010)])).toEqual(['pass']);
  expect(kinds(rule, [asked(at, 429), asked(at + 20, 200, '/t1/zorg-ab/zab-ro/fhir/Endpoint/1')])).toEqual(['pass']);
});
test('reports the same question at once, at the repeated request, each time', () => {
  const trace = [asked(at, 429), asked(at + 1009)];
  expect(kinds(rule, trace)).toEqual(['violation']);
  expect(paths(rule, trace)).toEqual(['request line']);
  expect(judge(rule, trace)[0]).toMatchObject({ place: { exchange: trace[1]!.id }, actual: 'the same question 999 ms after the 429' });
  expect(kinds(rule, [asked(at, 429), asked(at + 20, 429), asked(at + 5000)])).toEqual(['violation', 'pass']);
});
test('a question that was on its way before the 429 came is no repeat', () => {
  expect(kinds(rule, [asked(at, 429), asked(at + 9)])).toEqual(['pass']);
});
test('does not apply without a 429, to a 429 elsewhere and to questions of our own', () => {
  expect(kinds(rule, [asked(at), asked(at + 20)])).toEqual(['not-applicable']);
  expect(kinds(rule, [call('notification', { status: 429 })])).toEqual(['not-applicable']);
  expect(kinds(rule, [{ ...asked(at, 429), role: 'simulator' as const }])).toEqual(['not-applicable']);
});
test('an answer that never ended slows nobody down', () => {
  expect(kinds(rule, [{ ...asked(at, 429), endedAt: null }, asked(at + 20)])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked(at, 429), asked(at + 10)])).toEqual(['violation']);
});
test('a question without an answer slows nobody down', () => { expect(kinds(rule, [{ ...asked(at), response: null }])).toEqual(['not-applicable']); });
