import type { FhirJudgement, SeenInFhir } from '../../model/fhir-judgement.ts';

/**
 * What the findings of a message mean for "this is valid", the mapping from codes and severities of `fhir/` to judgement:
 * `broken` may fail, `doubtful` may warn or remark, `lacking` and `unjudged` make it not tested, `unchecked` is told with a pass.
 */
export interface Validity {
  /** Faults in the specification's own weight: the message is not valid. */
  readonly broken: readonly SeenInFhir[];
  /** An invariant of severity warning warns; a code outside an extensible value set may be right, and so is a remark. */
  readonly doubtful: readonly { readonly seen: SeenInFhir; readonly atMost: 'warning' | 'remark' }[];
  /** Profiles that the message or a definition names and no loaded package holds. */
  readonly lacking: readonly string[];
  /** Findings are missing for another reason than a package: a profile of which no snapshot can be made, a rule that stopped. */
  readonly unjudged: readonly SeenInFhir[];
  /** Codes of systems that cannot be enumerated here, and invariants in XPath only: the rest was judged. */
  readonly unchecked: number;
}
/** Definitions of FHIR itself: the base specification, no profile. */
const core = 'http://hl7.org/fhir/StructureDefinition/';

/**
 * Weighs what was seen. A Bundle is judged with all that it holds.
 * @param only `base` leaves profiles out: what they ask is not asked by the requirement at hand
 */
export function validityOf(judgement: FhirJudgement, only: 'base' | 'all' = 'all'): Validity {
  const seen = [...judgement.document, ...judgement.validation ?? []].filter((one) => only === 'all' || one.profile === undefined || one.profile.startsWith(core));
  const notChecked = seen.filter((one) => one.severity === 'not-checked');
  const lacking = new Set<string>();
  const unjudged: SeenInFhir[] = [];
  let unchecked = 0;
  for (const one of notChecked) {
    if (one.code === 'profile-unknown') lacking.add(one.actual);
    // An extension or target profile that is not loaded is named in what was expected.
    else if (one.code === 'profile-not-checked') { if (one.actual === '') lacking.add(/https?:\S+|urn:\S+/.exec(one.expected.en)?.[0] ?? one.expression); else unjudged.push(one); }
    else unchecked += 1;
  }
  return {
    broken: seen.filter((one) => one.severity === 'error'),
    doubtful: seen.filter((one) => one.severity === 'warning').map((one) => ({ seen: one, atMost: one.invariant === undefined ? 'remark' : 'warning' })),
    lacking: [...lacking], unjudged, unchecked,
  };
}
