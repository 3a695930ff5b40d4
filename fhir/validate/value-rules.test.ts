import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import type { Json } from '../json.ts';
import { Collector } from './collector.ts';
import type { Session } from './session.ts';
import { baseValidator, observation, rootItem } from './testing.ts';
import { childItems } from './child-items.ts';
import { checkRange } from './value-rules.ts';

const { environment } = baseValidator();
const typed: Readonly<Record<string, string>> = { Integer: 'integer', String: 'string', DateTime: 'dateTime', Quantity: 'Quantity' };
function check(type: string, value: Json, rules: Pick<ElementFacts, 'minValue' | 'maxValue' | 'maxLength'>): string[] {
  const session: Session = { env: environment, collector: new Collector(), pending: [], xml: false, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() };
  const [item] = childItems(environment.base, rootItem(observation({ [`value${type}`]: value })), 'value');
  checkRange(session, item!, rules, { profile: 'p', element: 'e' });
  return session.collector.findings.map((one) => `${one.severity} ${one.code} ${one.expected.en}`);
}
const bound = (type: string, value: Json): { type: string; value: Json } => ({ type: typed[type]!, value });

test('numbers', () => {
  const rules = { minValue: bound('Integer', 1), maxValue: bound('Integer', 3) };
  expect([1, 2, 3].flatMap((one) => check('Integer', one, rules))).toEqual([]);
  expect(check('Integer', 0, rules)).toEqual(['error value-out-of-range at least 1']);
  expect(check('Integer', 4, rules)).toEqual(['error value-out-of-range at most 3']);
});

test('dates of unequal precision are out of range only where they can not overlap', () => {
  const rules = { minValue: bound('DateTime', '2020-06'), maxValue: bound('DateTime', '2021-06') };
  expect(['2020', '2020-06-01', '2020-06', '2021', '2021-06-30'].flatMap((one) => check('DateTime', one, rules))).toEqual([]);
  expect(check('DateTime', '2020-05-31', rules)).toEqual(['error value-out-of-range at least 2020-06']);
  expect(check('DateTime', '2021-07', rules)).toEqual(['error value-out-of-range at most 2021-06']);
  expect(check('String', 'x', rules)).toEqual([]);
});

test('quantities in the same unit', () => {
  const mg = (value: number, code = 'mg'): Json => ({ value, system: 'http://unitsofmeasure.org', code });
  const rules = { minValue: bound('Quantity', mg(1)), maxValue: bound('Quantity', mg(2)) };
  expect(check('Quantity', mg(1.5), rules)).toEqual([]);
  expect(check('Quantity', mg(0.5), rules)[0]).toContain('at least');
  expect(check('Quantity', mg(2.5), rules)[0]).toContain('at most');
  expect(check('Quantity', mg(5, 'g'), rules)).toEqual([]);
});

test('length in characters, not in parts of them', () => {
  expect(check('String', '\u{1F600}\u{1F600}', { maxLength: 2 })).toEqual([]);
  expect(check('String', 'abc', { maxLength: 2 })).toEqual(['error too-long at most 2 characters']);
  expect(check('Integer', 123, { maxLength: 2 })).toEqual([]);
});

test('values of another kind than the bound are not compared', () => {
  const one = { minValue: bound('Integer', 5), maxValue: bound('Integer', 5) };
  for (const text of ['0', '9', 'x']) expect(check('String', text, one)).toEqual([]);
  const date = { minValue: bound('DateTime', '2020'), maxValue: bound('DateTime', '2020') };
  for (const number of [1, 3000]) expect(check('Integer', number, date)).toEqual([]);
  const mg = { minValue: bound('Quantity', { value: 5, code: 'mg' }), maxValue: bound('Quantity', { value: 5, code: 'mg' }) };
  expect([check('Integer', 1, mg), check('Quantity', { value: '1', code: 'mg' }, mg), check('Quantity', { code: 'mg' }, mg), check('Quantity', { value: 1, code: 'mg', system: 'http://example.org' }, mg)].flat()).toEqual([]);
  expect(check('Quantity', { value: 1 }, one)).toEqual([]);
});
