import type { FhirResource } from '../json.ts';
import type { Problem } from './request.ts';

/** An OperationOutcome, one issue a problem. */
export function outcomeOf(problems: readonly Problem[], severity: 'error' | 'warning'): FhirResource {
  return { resourceType: 'OperationOutcome', issue: problems.map(({ code, text }) => ({ severity, code, details: { text: text.en }, diagnostics: text.nl })) };
}
