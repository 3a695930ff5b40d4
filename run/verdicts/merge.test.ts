import { expect, test } from 'vitest';
import type { Requirement, TestPurpose } from '../../model/requirement.ts';
import type { Finding } from '../../model/result.ts';
import type { Passed, Unjudged } from '../judge/judge.ts';
import { mergeVerdicts, type VerdictInput } from './merge.ts';

const requirement: Requirement = {
  id: 'X-1', source: { document: 'd', version: '1', section: '1', url: '' }, clause: null, actor: 'a', level: 'MUST', basis: 'published', confidence: 'high',
  statement: 's', check: 'c', useCase: 'u', subject: 'sut', observe: 'request', roles: ['twiin-sender'], safety: false, profile: 'default', negative: false,
};
const purpose = (over: Partial<TestPurpose> = {}): TestPurpose => ({
  id: 'TP-1', requirement: 'X-1', role: 'twiin-sender', kind: 'invariant', title: { nl: 't', en: 't' }, stimulus: { valid: true }, rule: 'r', minimumEvidence: 1, state: 'automated', ...over,
});
const passed = (over: Partial<Passed> = {}): Passed => ({ rule: 'r', requirements: ['X-1'], role: 'twiin-sender', exchange: 'x1', stimulus: null, seen: 's', case: null, ...over });
const finding = (severity: Finding['severity']): Finding => ({
  id: `f-${severity}`, rule: 'r', requirement: 'X-1', role: 'twiin-sender', severity, safety: false, title: { nl: severity, en: severity },
  place: { exchange: 'x1', part: 'request', path: 'p' }, expected: { nl: '', en: '' }, actual: '', next: { nl: '', en: '' }, exchanges: [], case: null, at: 0, cause: severity === 'fail' ? 'product' : 'undetermined',
});
const unjudged = (kind: Unjudged['kind']): Unjudged => ({ rule: 'r', requirements: ['X-1'], role: 'twiin-sender', kind, why: { nl: kind, en: kind }, stimulus: null });
const verdict = (over: Partial<VerdictInput>) => mergeVerdicts({
  requirements: [{ requirement, roles: ['twiin-sender'] }], purposes: [purpose()], severity: () => 'fail', state: () => 'automated', findings: [], passed: [], unjudged: [],
  isTrace: () => false, precondition: () => null, missing: () => null, ...over,
})[0]!;

test('a pass needs its minimum evidence', () => {
  expect(verdict({ passed: [passed()] }).verdict).toBe('pass');
  expect(verdict({ passed: [passed()], purposes: [purpose({ minimumEvidence: 2 })] }).verdict).toBe('inconclusive');
  expect(verdict({}).verdict).toBe('inconclusive');
});
test('every purpose needs it: one shown and one not is inconclusive', () => {
  const two = [purpose(), purpose({ id: 'TP-2', stimulus: { valid: false, name: 'no-token' } })];
  expect(verdict({ purposes: two, passed: [passed()] }).verdict).toBe('inconclusive');
  expect(verdict({ purposes: two, passed: [passed(), passed({ stimulus: 'no-token' })] }).verdict).toBe('pass');
});
test('evidence counts only for its own rule, requirement, role and stimulus', () => {
  for (const other of [{ rule: 'q' }, { requirements: ['X-2'] }, { role: 'twiin-receiver' }, { stimulus: 'no-token' }]) {
    expect(verdict({ passed: [passed(other)] }).verdict).toBe('inconclusive');
  }
});
test('a fail wins over everything, and no pass erases it', () => {
  const result = verdict({ findings: [finding('warning'), finding('fail')], passed: [passed(), passed()] });
  expect(result).toMatchObject({ verdict: 'fail', cause: 'product', findings: ['f-warning', 'f-fail'] });
});
test('inconclusive wins over a warning of another purpose', () => {
  const two = [purpose(), purpose({ id: 'TP-2', rule: 'other' })];
  expect(verdict({ purposes: two, findings: [finding('warning')] }).verdict).toBe('inconclusive');
  expect(verdict({ findings: [finding('warning')], passed: [passed()] }).verdict).toBe('warning');
});
test('a remark changes no verdict, and shows that the purpose was exercised', () => {
  expect(verdict({ findings: [finding('remark')] }).verdict).toBe('pass');
});
test('an absent precondition, an absent fact and a planned part are three things', () => {
  const why = { nl: 'niet geclaimd', en: 'not claimed' };
  expect(verdict({ purposes: [purpose({ precondition: 'p' })], precondition: () => why })).toMatchObject({ verdict: 'not-applicable', reason: why });
  expect(verdict({ purposes: [purpose({ precondition: 'p' })], precondition: () => why, passed: [passed()] }).verdict).toBe('pass');
  expect(verdict({ unjudged: [unjudged('not-tested')] })).toMatchObject({ verdict: 'not-tested', cause: null });
  expect(verdict({ unjudged: [unjudged('not-applicable')] }).verdict).toBe('not-applicable');
  expect(verdict({ purposes: [purpose(), purpose({ id: 'TP-2', state: 'planned' })], passed: [passed()] }).verdict).toBe('not-tested');
  expect(verdict({ purposes: [] }).verdict).toBe('not-tested');
  expect(verdict({ purposes: [], findings: [finding('warning')] }).verdict).toBe('warning');
});
test('where every message must be judged whole, one that could not be outweighs those that were, and never a violation', () => {
  const whole = { purposes: [purpose({ wholly: true })], passed: [passed(), passed()] };
  const missing: Unjudged = { ...unjudged('not-tested'), lacks: 'package' };
  expect(verdict({ ...whole, unjudged: [missing] })).toMatchObject({ verdict: 'not-tested', lacks: 'package', reason: missing.why });
  expect(verdict({ ...whole, unjudged: [unjudged('not-applicable')] }).verdict).toBe('pass');
  expect(verdict({ ...whole, unjudged: [missing], findings: [finding('fail')] }).verdict).toBe('fail');
  expect(verdict({ ...whole, unjudged: [missing], findings: [finding('warning')] }).verdict).toBe('warning');
  expect(verdict({ passed: [passed()], unjudged: [missing] }).verdict).toBe('pass');
});
test('what the harness lost is the harness\'s, not the product\'s', () => {
  const missing = { reason: { nl: 'onderbroken', en: 'interrupted' }, cause: 'harness' as const };
  expect(verdict({ missing: () => missing })).toMatchObject({ verdict: 'inconclusive', cause: 'harness', reason: missing.reason });
  expect(verdict({ missing: () => missing, passed: [passed()] }).verdict).toBe('pass');
  expect(verdict({ missing: () => missing, unjudged: [unjudged('not-applicable')] }).verdict).toBe('inconclusive');
});
test('a trace of a sender serves the purposes of the address book client; a message does not', () => {
  const zorgAb = { requirements: [{ requirement, roles: ['zorgab-client'] }], purposes: [purpose({ role: 'zorgab-client' })], passed: [passed()] };
  expect(verdict({ ...zorgAb, isTrace: () => true }).verdict).toBe('pass');
  expect(verdict({ ...zorgAb, isTrace: () => false }).verdict).toBe('inconclusive');
  expect(verdict({ purposes: [purpose({ role: 'bgz-holder' })], requirements: [{ requirement, roles: ['bgz-holder'] }], passed: [passed()] }).verdict).toBe('pass');
});
