import type { FhirFinding } from '../finding.ts';
import { say } from './texts.ts';

/**
 * Places where published profiles contradict each other, themselves, or their own examples. A finding that follows from one is
 * informational: the vendor can't repair it. Each was read by hand in the published text.
 */
export interface KnownContradiction {
  readonly code: FhirFinding['code'];
  /** Canonical of the definition that asks, without version. */
  readonly profile: string;
  readonly invariant?: string;
  readonly element?: string;
  readonly reason: { readonly nl: string; readonly en: string };
}

export const knownContradictions: readonly KnownContradiction[] = [
  {
    code: 'invariant-violated', profile: 'http://nictiz.nl/fhir/StructureDefinition/mp-ReplyProposalMedicationAgreement', invariant: 'mp-2033-ma-1',
    reason: say('mp-2033-ma-1 gebruikt de antwoordcodes van het verstrekkingsverzoek (11, 12); de waardelijst van de medicatieafspraak heeft 104 en 105', 'mp-2033-ma-1 uses the reply codes of the dispense request (11, 12); the value set of the medication agreement has 104 and 105'),
  },
  {
    code: 'invariant-violated', profile: 'http://nictiz.nl/fhir/StructureDefinition/mp-ReplyProposalDispenseRequest', invariant: 'mp-2033-vv-1',
    reason: say('de officiële antwoordinstanties (11, 12) dragen de relatie niet die mp-2033-vv-1 eist', 'the official reply instances (11, 12) do not carry the relation that mp-2033-vv-1 asks'),
  },
];

const byCode = new Map<string, KnownContradiction[]>();
for (const one of knownContradictions) byCode.set(one.code, [...byCode.get(one.code) ?? [], one]);

/** Findings that follow from a known contradiction become information, with the reason in place of the demand. */
export function withKnownContradictions(findings: readonly FhirFinding[]): FhirFinding[] {
  return findings.map((finding) => {
    const known = byCode.get(finding.code)?.find((one) => one.profile === finding.profile?.split('|')[0]
      && (one.invariant === undefined || one.invariant === finding.invariant) && (one.element === undefined || one.element === finding.element));
    return known === undefined ? finding : { ...finding, code: 'known-contradiction', severity: 'information', expected: known.reason };
  });
}
