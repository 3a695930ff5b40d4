import { expect, test } from 'vitest';
import type { FhirFinding } from '../finding.ts';
import { findingCodes } from '../finding-codes.ts';
import { knownContradictions, withKnownContradictions } from './known-contradictions.ts';
import { say } from './texts.ts';

const finding = (more: Partial<FhirFinding> = {}): FhirFinding => ({
  code: 'invariant-violated', severity: 'error', path: [], expression: 'Communication', actual: '', expected: say('x', 'x'), invariant: 'mp-2033-ma-1',
  profile: 'http://nictiz.nl/fhir/StructureDefinition/mp-ReplyProposalMedicationAgreement|2.0.0', ...more,
});

test('a finding that follows from a contradiction is information, with the reason', () => {
  expect(withKnownContradictions([finding()])).toMatchObject([{ code: 'known-contradiction', severity: 'information', invariant: 'mp-2033-ma-1', expected: { en: expect.stringContaining('104 and 105') as string } }]);
});

test('another rule, profile or code stays as it is', () => {
  for (const other of [finding({ invariant: 'mp-2033-ma-2' }), finding({ profile: 'http://example.org/p' }), finding({ code: 'too-many' })]) expect(withKnownContradictions([other])).toEqual([other]);
});

test('each has a code of ours and a reason in both languages', () => {
  for (const one of knownContradictions) {
    expect(findingCodes).toContain(one.code);
    expect(one.reason.nl.length).toBeGreaterThan(20);
    expect(one.reason.en.length).toBeGreaterThan(20);
  }
});
