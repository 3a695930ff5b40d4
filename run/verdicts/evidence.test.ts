import { expect, test } from 'vitest';
import type { TestPurpose } from '../../model/requirement.ts';
import type { Finding } from '../../model/result.ts';
import type { Role } from '../../model/roles.ts';
import type { Passed, Unjudged } from '../judge/judge.ts';
import { evidenceFor, findingsFor, serving, unjudgedFor } from './evidence.ts';

const purpose = (over: Partial<TestPurpose> = {}): TestPurpose => ({
  id: 'TP-1', requirement: 'X-1', role: 'twiin-sender', kind: 'invariant', title: { nl: 't', en: 't' }, stimulus: { valid: true }, rule: 'r', minimumEvidence: 1, state: 'automated', ...over,
});
const asked: readonly Role[] = ['twiin-sender', 'twiin-receiver', 'zorgab-client', 'bgz-holder', 'api-provider'];
test.each<[Role, boolean, readonly Role[]]>([
  ['twiin-sender', false, ['twiin-sender', 'bgz-holder', 'api-provider']],
  ['twiin-sender', true, ['twiin-sender', 'zorgab-client', 'bgz-holder', 'api-provider']],
  ['twiin-receiver', false, ['twiin-receiver']],
  ['twiin-receiver', true, ['twiin-receiver', 'zorgab-client']],
  ['zorgab-client', false, ['zorgab-client']],
  ['zorgab-client', true, ['zorgab-client']],
  ['bgz-holder', true, ['bgz-holder']],
])('a message of a %s (trace: %s) serves purposes of %s', (role, trace, served) => {
  expect(asked.filter((one) => serving(role, purpose({ role: one }), trace))).toEqual(served);
});

const trace = () => true;
const message = () => false;
const spoiled: Partial<TestPurpose> = { stimulus: { valid: false, name: 'no-token' } };
/** Purpose, stimulus of the message, and whether it counts in a message and in a trace rule. */
test.each<[Partial<TestPurpose>, Passed['stimulus'], boolean, boolean]>([
  [{}, null, true, true],
  [{}, 'no-token', false, true],
  [spoiled, 'no-token', true, true],
  [spoiled, 'token-expired', false, false],
  [spoiled, null, false, true],
])('purpose %o under stimulus %s', (over, stimulus, inMessage, inTrace) => {
  const passed: Passed = { rule: 'r', requirements: ['X-0', 'X-1'], role: 'twiin-sender', exchange: 'x1', stimulus, seen: 's', case: null };
  const unjudged: Unjudged = { rule: 'r', requirements: ['X-1'], role: 'twiin-sender', kind: 'not-tested', why: { nl: 'w', en: 'w' }, stimulus };
  const evidence = [{ purpose: 'TP-1', rule: 'r', exchange: 'x1', seen: 's' }];
  expect(evidenceFor(purpose(over), [passed], message)).toEqual(inMessage ? evidence : []);
  expect(evidenceFor(purpose(over), [passed], trace)).toEqual(inTrace ? evidence : []);
  expect(unjudgedFor(purpose(over), [unjudged], message)).toEqual(inMessage ? [unjudged] : []);
  expect(unjudgedFor(purpose(over), [unjudged], trace)).toEqual(inTrace ? [unjudged] : []);
});
test('a finding belongs to the purposes of its rule, requirement and role, whatever the stimulus', () => {
  const finding = (over: Partial<Finding> = {}): Finding => ({
    id: 'f1', rule: 'r', requirement: 'X-1', role: 'twiin-sender', severity: 'fail', safety: false, title: { nl: 't', en: 't' }, place: { exchange: 'x1', part: 'request', path: 'p' },
    expected: { nl: 'e', en: 'e' }, actual: 'a', next: { nl: 'n', en: 'n' }, exchanges: [], case: null, at: 0, cause: 'product', ...over,
  });
  const own = finding();
  const all = [finding({ rule: 'q' }), own, finding({ requirement: 'X-2' }), finding({ role: 'twiin-receiver' })];
  expect(findingsFor(purpose(), all, message)).toEqual([own]);
  expect(findingsFor(purpose(spoiled), all, message)).toEqual([own]);
  expect(findingsFor(purpose({ role: 'zorgab-client' }), [own], message)).toEqual([]);
  expect(findingsFor(purpose({ role: 'zorgab-client' }), [own], trace)).toEqual([own]);
});
