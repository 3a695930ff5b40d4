import { expect, test } from 'vitest';
import type { JournalEntry } from '../../model/exchange.ts';
import type { Requirement, Severity } from '../../model/requirement.ts';
import type { Rule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import { call, spoiled } from '../../rules/testing.ts';
import { judgeExchange, judgeTrace, type JudgeSettings } from './judge.ts';

const t = (word: string) => ({ nl: `${word} (nl)`, en: word });
const context = {} as RuleContext;
const requirement = (id: string, safety = false): Requirement => ({ id, safety }) as Requirement;
const requirements = new Map([requirement('X-1'), requirement('X-2', true)].map((one) => [one.id, one]));
const settings = (rules: readonly Rule[], severity: Severity = 'fail'): JudgeSettings => ({ rules, requirement: (id) => requirements.get(id), severity: () => severity, now: () => 7 });
const rule = (outcomes: readonly RuleOutcome[], over: object = {}): Rule =>
  ({ id: 'r', scope: 'exchange', title: t('title'), requirements: ['X-1'], selects: () => true, judge: () => outcomes, ...over }) as unknown as Rule;
const violation = (over: object = {}): RuleOutcome => ({ kind: 'violation', place: { exchange: 'x1', part: 'request', path: 'status' }, expected: t('expected'), actual: 'actual', next: t('next'), ...over }) as RuleOutcome;
const message = call('notification', { id: 'x1', case: { id: 'A', attempt: 2 } });

test('a violation becomes a finding that says all, for each requirement that it breaks', () => {
  const { findings } = judgeExchange(settings([rule([violation()], { requirements: ['X-1', 'X-2'] })]), message, context);
  expect(findings[0]).toEqual({
    id: expect.stringMatching(/^f-[0-9a-f]{12}$/), rule: 'r', requirement: 'X-1', role: 'twiin-sender', severity: 'fail', safety: false, harm: undefined, title: t('title'),
    place: { exchange: 'x1', part: 'request', path: 'status' }, expected: t('expected'), actual: 'actual', next: t('next'), exchanges: ['x1'], case: { id: 'A', attempt: 2 }, at: 7, cause: 'product',
  });
  expect(findings.map((one) => one.requirement)).toEqual(['X-1', 'X-2']);
  expect(judgeExchange(settings([rule([violation({ requirements: ['X-2'] })], { requirements: ['X-1', 'X-2'] })]), message, context).findings.map((one) => one.requirement)).toEqual(['X-2']);
});
test('the same violation has the same id; another rule, requirement, place or value another', () => {
  const id = (outcome: RuleOutcome, over: object = {}): string => judgeExchange(settings([rule([outcome], over)]), message, context).findings[0]!.id;
  const all = [id(violation()), id(violation(), { id: 'q' }), id(violation(), { requirements: ['X-2'] }), id(violation({ actual: 'other' })), id(violation({ place: { exchange: 'x2', part: 'request', path: 'status' } })), id(violation({ place: { exchange: 'x1', part: 'request', path: 'intent' } }))];
  expect(new Set(all).size).toBe(6);
  expect(id(violation({ next: t('something else') }))).toBe(all[0]);
});
test('only what may fail is blamed on the product', () => {
  const of = (severity: Severity, over = {}) => judgeExchange(settings([rule([violation(over)])], severity), message, context).findings[0];
  expect([of('fail'), of('warning'), of('remark'), of('fail', { atMost: 'warning' }), of('remark', { atMost: 'warning' })].map((one) => [one!.severity, one!.cause]))
    .toEqual([['fail', 'product'], ['warning', 'undetermined'], ['remark', 'undetermined'], ['warning', 'undetermined'], ['remark', 'undetermined']]);
});
test('it is a safety finding only when the requirement is about safety and harm was done', () => {
  const of = (id: string, harm: object) => judgeExchange(settings([rule([violation(harm)], { requirements: [id] })]), message, context).findings[0]!.safety;
  expect([of('X-1', { harm: t('harm') }), of('X-2', {}), of('X-2', { harm: t('harm') })]).toEqual([false, false, true]);
});
test('of a withheld message no finding shows nine digits; of others it does', () => {
  const judged = (one: typeof message) => judgeExchange(settings([rule([violation({ actual: 'BSN 123456782 and 12' })])]), one, context).findings[0]!.actual;
  expect(judged({ ...message, withheld: { place: 'body', reason: '', keyedHash: '' } })).toBe('BSN ######### and 12');
  expect(judged(message)).toBe('BSN 123456782 and 12');
});
test('a rule that is not selected, or a trace rule, says nothing of an exchange', () => {
  const never = () => { throw new Error('asked'); };
  expect(judgeExchange(settings([rule([], { selects: () => false, judge: never }), rule([], { scope: 'trace', span: 'run', judge: never })]), message, context)).toEqual({ findings: [], passed: [], unjudged: [] });
});
test('a pass carries what was seen, of which message, under which stimulus', () => {
  const spoilt = { ...call('notification', { id: 'x2', stimulus: spoiled('no-token') }), case: null };
  const pass: RuleOutcome = { kind: 'pass', seen: 'seen' };
  expect(judgeExchange(settings([rule([pass])]), spoilt, context).passed).toEqual([{ rule: 'r', requirements: ['X-1'], role: 'twiin-sender', exchange: 'x2', stimulus: 'no-token', seen: 'seen', case: null }]);
  expect(judgeExchange(settings([rule([{ ...pass, requirements: ['X-2'] }])]), message, context).passed).toMatchObject([{ requirements: ['X-2'], stimulus: null, case: { id: 'A', attempt: 2 } }]);
});
test('what could not be judged says why in both languages, and whether a package lacks', () => {
  const outcomes: RuleOutcome[] = [{ kind: 'not-applicable', why: 'no token' }, { kind: 'not-tested', why: t('proxy') }, { kind: 'not-tested', why: t('package'), lacks: 'package' }];
  const { unjudged } = judgeExchange(settings([rule(outcomes)]), message, context);
  expect(unjudged).toEqual([
    { rule: 'r', requirements: ['X-1'], role: 'twiin-sender', kind: 'not-applicable', why: { nl: 'no token', en: 'no token' }, stimulus: null },
    { rule: 'r', requirements: ['X-1'], role: 'twiin-sender', kind: 'not-tested', why: t('proxy'), stimulus: null },
    { rule: 'r', requirements: ['X-1'], role: 'twiin-sender', kind: 'not-tested', why: t('package'), stimulus: null, lacks: 'package' },
  ]);
  expect(Object.keys(unjudged[1]!)).not.toContain('lacks');
});
test('a requirement that the catalogue does not hold is an error of ours, with both names', () => {
  expect(() => judgeExchange(settings([rule([violation()], { requirements: ['X-9'] })]), message, context)).toThrow(/Rule r names requirement X-9/);
});
test('a trace rule judges its span only; a pass belongs to the message that it names, with its stimulus', () => {
  const spoilt = call('notification', { id: 'x2', stimulus: spoiled('no-token') });
  const trace: JournalEntry[] = [message, spoilt];
  const about = { role: 'twiin-receiver', case: { id: 'B', attempt: 1 } };
  const of = (outcome: RuleOutcome, span: 'case' | 'run' = 'case') => judgeTrace(settings([rule([outcome], { scope: 'trace', span: 'case' }), rule([outcome])]), span, trace, context, about);
  expect(of({ kind: 'pass', seen: 's', exchange: 'x2' }).passed).toMatchObject([{ role: 'twiin-receiver', case: about.case, exchange: 'x2', stimulus: 'no-token' }]);
  expect(of({ kind: 'pass', seen: 's' }).passed).toMatchObject([{ exchange: '', stimulus: null }]);
  expect(of({ kind: 'pass', seen: 's' }, 'run')).toEqual({ findings: [], passed: [], unjudged: [] });
  expect(of(violation({ place: { exchange: '', part: 'request', path: '' } })).findings).toMatchObject([{ exchanges: [], role: 'twiin-receiver', case: about.case }]);
  expect(of(violation({ place: { exchange: 'x2', part: 'request', path: '' } })).findings).toMatchObject([{ exchanges: ['x2'] }]);
});
