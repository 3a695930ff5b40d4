import { expect, test } from 'vitest';
import type { FhirFinding } from '../finding.ts';
import { settleFindings } from './settle-findings.ts';

const place = { path: ['code'], profile: 'p', element: 'Observation.code' };
const finding = (valueSet: string, more: Partial<FhirFinding> = {}): FhirFinding => ({ code: 'code-not-checked', severity: 'not-checked', expression: 'Observation.code', actual: 'a', ...place, expected: { nl: `een code uit ${valueSet} (required)`, en: `a code from ${valueSet} (required)` }, ...more });
const checked = (valueSet: string, answer: 'in' | 'out' | 'unknown', strength = 'required') => ({
  pending: { ...place, valueSet, strength, codes: [{ code: 'a' }] }, answer, outage: answer === 'unknown', ...(answer === 'unknown' && { reason: { nl: 'niet gecontroleerd: geen antwoord', en: 'not checked: no answer' } }),
});

test('in: the finding goes; out: it weighs as the binding does', () => {
  expect(settleFindings([finding('v')], [checked('v', 'in')])).toEqual([]);
  expect(settleFindings([finding('v')], [checked('v', 'out')])).toMatchObject([{ code: 'code-not-in-value-set', severity: 'error', expected: { en: 'a code from v (required), as the terminology server says' } }]);
  expect(settleFindings([finding('v')], [checked('v', 'out', 'extensible')])).toMatchObject([{ code: 'code-not-in-value-set', severity: 'warning' }]);
  expect(settleFindings([finding('v', { code: 'value-set-unknown' })], [checked('v', 'in')])).toEqual([]);
});
test('an outage stays not checked and says so', () => {
  expect(settleFindings([finding('v')], [checked('v', 'unknown')])).toEqual([finding('v', { expected: { nl: 'een code uit v (required); niet gecontroleerd: geen antwoord', en: 'a code from v (required); not checked: no answer' } })]);
});
test('only the finding of that place and that value set is touched', () => {
  const others = [finding('v', { path: ['other'] }), finding('v', { profile: 'q' }), finding('v', { code: 'element-missing' }), finding('v2')];
  expect(settleFindings(others, [checked('v', 'in')])).toEqual(others);
  expect(settleFindings([finding('v'), finding('v2')], [checked('v2', 'out'), checked('v', 'in')])).toMatchObject([{ code: 'code-not-in-value-set', expected: { en: expect.stringContaining('v2') } }]);
  expect(settleFindings([finding('v')], [])).toEqual([finding('v')]);
});
