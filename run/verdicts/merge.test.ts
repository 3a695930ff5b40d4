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

const none = { verdict: 'not-applicable', cause: null, reason: null, findings: [] } as const;
const title = (word: string) => ({ nl: word, en: word });
const other = purpose({ id: 'TP-2', rule: 'other', stimulus: { valid: false, name: 'no-token' } });
const why = { nl: 'niet geclaimd', en: 'not claimed' };
const lost = { reason: { nl: 'onderbroken', en: 'interrupted' }, cause: 'harness' as const };
/** What is put in, and verdict, cause, reason and findings that must come out: all four, for each way through the merge. */
test.each<[string, Partial<VerdictInput>, object]>([
  ['a pass', { passed: [passed()] }, { ...none, verdict: 'pass' }],
  ['a fail', { findings: [finding('remark'), finding('fail')] }, { verdict: 'fail', cause: 'product', reason: title('fail'), findings: ['f-remark', 'f-fail'] }],
  ['a fail of a requirement without purposes', { purposes: [], findings: [finding('fail')] }, { verdict: 'fail', cause: 'product', reason: title('fail'), findings: ['f-fail'] }],
  ['a warning before a fail', { findings: [finding('warning'), finding('fail')] }, { verdict: 'fail', cause: 'product', reason: title('fail'), findings: ['f-warning', 'f-fail'] }],
  ['a warning', { findings: [finding('remark'), finding('warning')] }, { verdict: 'warning', cause: 'undetermined', reason: title('warning'), findings: ['f-remark', 'f-warning'] }],
  ['a warning without purposes', { purposes: [], findings: [finding('warning')] }, { verdict: 'warning', cause: 'undetermined', reason: title('warning'), findings: ['f-warning'] }],
  ['a remark without purposes', { purposes: [], findings: [finding('remark')] }, { verdict: 'not-tested', cause: null, reason: { nl: 'Nog niet gebouwd in deze versie.', en: 'Not built yet in this version.' }, findings: ['f-remark'] }],
  ['a warning, and one purpose not tested', { purposes: [purpose(), purpose({ id: 'TP-2', state: 'planned' })], findings: [finding('warning')] }, { verdict: 'warning', cause: 'undetermined', reason: title('warning'), findings: ['f-warning'] }],
  ['too little', { purposes: [purpose({ minimumEvidence: 2 })], passed: [passed()] }, { ...none, verdict: 'inconclusive', cause: 'undetermined', reason: { nl: 'Te weinig waargenomen: 1 van de 2 keer.', en: 'Not enough was seen: 1 of 2 times.' } }],
  ['too little by our own doing', { missing: () => lost }, { ...none, verdict: 'inconclusive', cause: 'harness', reason: lost.reason }],
  ['a planned part', { purposes: [purpose({ state: 'planned' })], passed: [passed()] }, { ...none, verdict: 'not-tested', reason: { nl: 'Dit deel is nog niet gebouwd.', en: 'This part is not built yet.' } }],
  ['an absent fact', { unjudged: [unjudged('not-applicable'), unjudged('not-tested')], missing: () => lost }, { ...none, verdict: 'not-tested', reason: title('not-tested') }],
  ['an absent precondition', { purposes: [purpose({ precondition: 'p' })], precondition: (name) => (name === 'p' ? why : null), unjudged: [unjudged('not-tested')] }, { ...none, reason: why }],
  ['a precondition that holds', { purposes: [purpose({ precondition: 'p' })], unjudged: [unjudged('not-tested')] }, { ...none, verdict: 'not-tested', reason: title('not-tested') }],
  ['no precondition, whatever holds', { precondition: () => why, passed: [], unjudged: [unjudged('not-tested')] }, { ...none, verdict: 'not-tested', reason: title('not-tested') }],
  ['nothing to apply to', { unjudged: [unjudged('not-applicable')] }, { ...none, reason: title('not-applicable') }],
  ['one purpose shown and one not applicable', { purposes: [purpose(), purpose({ id: 'TP-2', rule: 'other' })], passed: [passed()], unjudged: [{ ...unjudged('not-applicable'), rule: 'other' }] }, { ...none, verdict: 'pass' }],
  ['one purpose not tested and one inconclusive', { purposes: [purpose(), other], unjudged: [unjudged('not-tested')], missing: () => lost }, { ...none, verdict: 'inconclusive', cause: 'harness', reason: lost.reason }],
  ['a remark where messages must be judged whole', { purposes: [purpose({ wholly: true })], findings: [finding('remark')], unjudged: [unjudged('not-tested')] }, { ...none, verdict: 'not-tested', reason: title('not-tested'), findings: ['f-remark'] }],
])('whole result of %s', (_name, over, wanted) => { expect(verdict(over)).toMatchObject(wanted); });
test('the result holds what it was made of, and nothing that belongs to others', () => {
  const foreign = [purpose({ id: 'TP-3', requirement: 'X-2' }), purpose({ id: 'TP-4', role: 'twiin-receiver' })];
  const result = verdict({
    purposes: [purpose(), ...foreign], passed: [passed()], findings: [finding('remark'), { ...finding('fail'), id: 'f-other', requirement: 'X-2' }], severity: () => 'warning', state: () => 'attested',
  });
  expect(result).toEqual({
    requirement, roles: ['twiin-sender'], severity: 'warning', state: 'attested', findings: ['f-remark'], verdict: 'pass', cause: null, reason: null,
    purposes: [{ purpose: purpose(), verdict: 'pass', reason: null, cause: null, evidence: [{ purpose: 'TP-1', rule: 'r', exchange: 'x1', seen: 's' }] }],
  });
});
test('a purpose says what became of it: broken, doubtful, missed', () => {
  const of = (over: Partial<VerdictInput>) => verdict(over).purposes[0];
  expect(of({ findings: [finding('remark'), finding('warning')] })).toMatchObject({ verdict: 'warning', reason: title('warning'), cause: 'undetermined' });
  expect(of({ findings: [finding('warning'), finding('fail')] })).toMatchObject({ verdict: 'fail', reason: title('fail'), cause: 'product' });
  expect(of({ unjudged: [unjudged('not-applicable')] })).toMatchObject({ verdict: 'not-applicable', reason: title('not-applicable'), cause: null });
  expect(of({ missing: () => lost })).toMatchObject({ verdict: 'inconclusive', reason: lost.reason, cause: 'harness', evidence: [] });
  expect(of({ findings: [finding('remark')], purposes: [purpose({ minimumEvidence: 3 })] })).toMatchObject({ verdict: 'pass', reason: null, cause: null });
});
test('a package that lacks is told, and only then', () => {
  expect(verdict({ unjudged: [{ ...unjudged('not-tested'), lacks: 'package' }] })).toMatchObject({ verdict: 'not-tested', lacks: 'package', purposes: [{ lacks: 'package' }] });
  const plain = verdict({ unjudged: [unjudged('not-tested')] });
  expect(Object.keys(plain)).not.toContain('lacks');
  expect(Object.keys(plain.purposes[0]!)).not.toContain('lacks');
});
test('evidence is missed in the role of the purpose', () => {
  const missing = (role: string) => (role === 'twiin-sender' ? lost : null);
  expect(verdict({ missing }).cause).toBe('harness');
  expect(verdict({ missing, purposes: [purpose({ role: 'bgz-holder' })], requirements: [{ requirement, roles: ['bgz-holder'] }] }).cause).toBe('undetermined');
});
test('each requirement has its own result, in their order', () => {
  const second = { ...requirement, id: 'X-2' };
  const results = mergeVerdicts({
    requirements: [{ requirement: second, roles: ['twiin-sender'] }, { requirement, roles: ['twiin-sender'] }], purposes: [purpose(), purpose({ id: 'TP-2', requirement: 'X-2' })],
    severity: (one) => (one.id === 'X-2' ? 'warning' : 'fail'), state: () => 'automated', findings: [], passed: [passed()], unjudged: [], isTrace: () => false, precondition: () => null, missing: () => null,
  });
  expect(results.map((one) => [one.requirement.id, one.severity, one.verdict])).toEqual([['X-2', 'warning', 'inconclusive'], ['X-1', 'fail', 'pass']]);
});
