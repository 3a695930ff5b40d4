import type { BindingFacts } from '../definitions/structure.ts';
import type { JsonPath } from '../json.ts';
import type { CodeToCheck } from './terminology-port.ts';

/** A code that could not be checked here, for a second pass with a terminology server (`fhir/terminology/settle-findings.ts`). */
export interface PendingCode {
  readonly path: JsonPath;
  readonly expression: string;
  readonly valueSet: string;
  readonly strength: BindingFacts['strength'];
  /** Codings of one concept: one of them in the value set is enough. */
  readonly codes: readonly CodeToCheck[];
  readonly profile?: string;
  readonly element?: string;
}
