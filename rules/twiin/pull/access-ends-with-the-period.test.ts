import { expect, test } from 'vitest';
import { condition, grant, kinds, notification, probe, searchset, spoiled, told } from '../../testing.ts';
import { accessEndsWithThePeriod as rule } from './access-ends-with-the-period.ts';

const stimulus = spoiled('authorization-base-period-ended');
test('passes a refusal', () => { expect(kinds(rule, [probe('token', { status: 400, stimulus })])).toEqual(['pass']); });
test('reports data with harm', () => { expect(kinds(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation!']); });
test('does not apply when not tried', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
test('tells what was given', () => {
  expect(told(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation! response body: data on authorization-base-period-ended']);
});
const data = (at: string) => probe('resource', { startedAt: Date.parse(at), answer: searchset([condition()]), stimulus });
const until = (end: unknown) => notification({ restriction: { period: { end } } });
test('an end without a time lasts the whole of it', () => {
  for (const [end, before, after] of [['2026-11-25', '2026-11-26T11:59:59Z', '2026-11-26T12:00:00Z'], ['2026-11', '2026-12-01T11:00:00Z', '2026-12-01T12:00:00Z'], ['2026', '2027-01-01T11:00:00Z', '2027-01-01T12:00:00Z']] as const) {
    expect(kinds(rule, [until(end), data(before)]), end).toEqual(['not-tested']);
    expect(kinds(rule, [until(end), data(after)]), end).toEqual(['violation!']);
  }
});
test('asked before the end shows nothing', () => {
  const end = '2026-11-25T10:00:00Z';
  expect(kinds(rule, [until(end), data('2026-11-25T09:59:59Z')])).toEqual(['not-tested']);
  expect(kinds(rule, [until(end), data('2026-11-25T10:00:02Z')])).toEqual(['violation!']);
});
test('an end that is not there or cannot be read does not hold it up', () => {
  for (const end of [undefined, 'morgen', 7]) expect(kinds(rule, [until(end), data('2026-11-25T10:00:00Z')])).toEqual(['violation!']);
  expect(kinds(rule, [notification({ restriction: { period: { end: '2099' } } }, { method: 'PUT' }), data('2026-11-25T10:00:00Z')])).toEqual(['violation!']);
});
test('without an authorization base another open notification may open the same data', () => {
  const asked = data('2026-11-25T10:00:00Z');
  expect(kinds(rule, [asked], { grants: [grant({ by: 'sut', authorizationBase: null })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [asked], { grants: [grant({ by: 'sut' }), grant({ by: 'harness', authorizationBase: null })] })).toEqual(['violation!']);
});
