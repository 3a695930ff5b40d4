import { expect, test } from 'vitest';
import { attestation, kinds, told } from '../testing.ts';
import { duplicateHitsAreRecognised as rule } from './duplicate-hits-are-recognised.ts';

test('passes yes', () => { expect(kinds(rule, [attestation('ZAB-030', 'yes')])).toEqual(['pass']); });
test('reports no', () => { expect(kinds(rule, [attestation('ZAB-030', 'no')])).toEqual(['violation']); });
test('does not apply without an answer', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
test('the last answer to this question counts; what does not apply is no violation', () => {
  expect(kinds(rule, [attestation('ZAB-030', 'no'), attestation('ZAB-030', 'yes'), attestation('ZAB-028', 'no')])).toEqual(['pass']);
  expect(kinds(rule, [attestation('ZAB-030', 'not-applicable')])).toEqual(['not-applicable']);
  expect(told(rule, [attestation('ZAB-030', 'no')])).toEqual(['violation request attestation: no, says tester']);
});
