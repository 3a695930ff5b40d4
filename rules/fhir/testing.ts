import { createFhirJudge } from '../../fhir/judge.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';
import type { FhirFinding } from '../../fhir/finding.ts';
import type { FhirJudge } from '../../model/fhir-judgement.ts';

/** A finding as the validator gives it. */
export function seen(changes: Partial<FhirFinding> = {}): FhirFinding {
  return { code: 'element-missing', severity: 'error', path: ['status'], expression: 'Bundle.entry[0].resource.status', actual: '', expected: { nl: 'status', en: 'status' }, ...changes };
}
/** A judge whose validator finds exactly this in every resource; the text and the Dutch checks are real. */
export function judgeWith(...findings: readonly FhirFinding[]): FhirJudge {
  const stu3 = { definitions: coreDefinitions('stu3'), validator: { validate: () => [...findings] } };
  return createFhirJudge({ stu3, r4: stu3 });
}
