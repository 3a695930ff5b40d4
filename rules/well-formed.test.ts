import { expect, test } from 'vitest';
import type { Rule, RuleOutcome } from '../model/rule.ts';
import { allRules, simulatorRules } from './index.ts';
import { lackingIn, lackingInRule } from './well-formed.ts';

const words = { nl: 'zin', en: 'sentence' };
const half = { nl: 'zin', en: ' ' };
const rule: Rule = { id: 'a-rule', title: words, requirements: ['X-1', 'X-2'], scope: 'trace', span: 'case', judge: () => [] };
const found: RuleOutcome = { kind: 'violation', place: { exchange: 'e1', part: 'tls', path: 'p' }, expected: words, actual: 'a', next: words };
test('every rule of the project is well-formed', () => {
  const lacking = [...allRules, ...simulatorRules].map((one) => ({ id: one.id, lacking: lackingInRule(one) })).filter((one) => one.lacking.length > 0);
  expect(lacking).toEqual([]);
});
test('names what lacks in a rule', () => {
  const message: Rule = { ...rule, scope: 'message', part: 'request', selects: () => true, judge: () => [] };
  expect(lackingInRule(rule)).toEqual([]);
  expect(lackingInRule({ ...message, needs: ['tls', 'json-body', 'registered-keys'] })).toEqual([]);
  expect(lackingInRule({ ...message, part: 'response', scope: 'exchange' } as Rule)).toEqual([]);
  for (const id of ['', 'rule', 'A-rule', 'a-rule-', '-a-rule', 'a rule']) expect(lackingInRule({ ...rule, id })).toEqual(['id']);
  const wrong: Readonly<Record<string, object>> = { title: { title: half }, requirements: { requirements: [] }, scope: { scope: '' }, span: { span: '' } };
  for (const [name, change] of Object.entries(wrong)) expect(lackingInRule({ ...rule, ...change } as Rule)).toEqual([name]);
  expect(lackingInRule({ ...message, part: '' } as unknown as Rule)).toEqual(['part']);
  expect(lackingInRule({ ...message, needs: [] })).toEqual(['needs']);
  expect(lackingInRule({ ...message, needs: ['tls', ''] } as unknown as Rule)).toEqual(['needs']);
});
test('a whole outcome lacks nothing', () => {
  const outcomes: RuleOutcome[] = [
    { kind: 'pass', seen: 's' }, { kind: 'not-applicable', why: 'w' }, { kind: 'not-tested', why: words }, found,
    ...(['request', 'response', 'connection'] as const).map((part) => ({ ...found, place: { ...found.place, part } })),
    { ...found, atMost: 'warning', harm: words, requirements: ['X-2'] }, { ...found, atMost: 'remark' },
  ];
  expect(outcomes.map((one) => lackingIn(one, rule))).toEqual(outcomes.map(() => []));
});
test('names what lacks in an outcome', () => {
  expect(lackingIn({ kind: 'pass', seen: ' ' }, rule)).toEqual(['seen']);
  expect(lackingIn({ kind: 'not-applicable', why: '' }, rule)).toEqual(['why']);
  expect(lackingIn({ kind: 'not-tested', why: { nl: '', en: 'x' } }, rule)).toEqual(['why']);
  expect(lackingIn({ kind: 'pass', seen: 's', requirements: [] }, rule)).toEqual(['requirements']);
  expect(lackingIn({ kind: 'not-applicable', why: 'w', requirements: ['X-1', 'X-3'] }, rule)).toEqual(['requirements']);
  const changes: Readonly<Record<string, object>> = {
    'place.exchange': { place: { ...found.place, exchange: '' } }, 'place.part': { place: { ...found.place, part: '' } }, 'place.path': { place: { ...found.place, path: '' } },
    expected: { expected: half }, actual: { actual: '' }, next: { next: half }, atMost: { atMost: '' }, harm: { harm: half },
  };
  for (const [name, change] of Object.entries(changes)) expect(lackingIn({ ...found, ...change } as RuleOutcome, rule)).toEqual([name]);
});
