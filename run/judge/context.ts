import type { Claim } from '../../model/claim.ts';
import type { CaseRef, Exchange } from '../../model/exchange.ts';
import type { FhirJudge } from '../../model/fhir-judgement.ts';
import type { Grant } from '../../model/grant.ts';
import type { JsonWebKeyLike, RuleContext } from '../../model/rule.ts';
import type { Persona } from '../../model/persona.ts';
import type { Store } from '../../model/simulator.ts';
import { expectedCountsFor } from '../../fixtures/expectations.ts';
import { cast } from '../engine/casting.ts';
import type { CaseRecord } from '../engine/case-store.ts';
import type { Correlation } from '../engine/correlation.ts';
import { grantOwner } from '../engine/context.ts';
import type { TestCase } from '../engine/test-case.ts';

export interface ContextSources {
  readonly claim: Claim;
  readonly store: Store;
  readonly correlation: Correlation;
  readonly registeredKeys: readonly JsonWebKeyLike[];
  readonly fhir: FhirJudge;
  readonly cases: readonly TestCase[];
  record(id: string): CaseRecord;
  /** Authorization server URL of one of our nodes. */
  nodeUrl(ura: string): string;
  now(): number;
}

/** What rules may know about the messages of one case attempt, or about unclaimed ones (`ref` null). */
export function ruleContext(sources: ContextSources, ref: CaseRef | null, exchange?: Exchange): RuleContext {
  const { claim } = sources;
  const testCase = sources.cases.find((one) => one.id === ref?.id);
  const record = ref === null || testCase === undefined ? null : sources.record(ref.id);
  const organisation = exchange?.organisation ?? '';
  const node = organisation === '' ? '' : sources.nodeUrl(organisation);
  return {
    claim, now: sources.now(), persona: personaOf(claim, testCase), expectedCounts: countsOf(claim, testCase),
    grants: grantsOf(sources, ref), registeredKeys: sources.registeredKeys, audience: { tokenEndpoint: `${node}/oauth/token`, authorizationServer: node },
    addressee: testCase?.addressee ?? null, fhir: sources.fhir,
    facts: { caseKind: testCase?.kind ?? 'none', ...(record !== null && record.attempt === ref?.attempt ? record.facts : {}) },
  };
}

function personaOf(claim: Claim, testCase: TestCase | undefined): Persona | null {
  if (testCase === undefined) return null;
  const { persona, bsn } = cast(claim, testCase.persona);
  return { ...persona, patient: { ...persona.patient, bsn } };
}
/** Counts are judged only where somebody confirmed that the dossier was entered as printed or published. */
function countsOf(claim: Claim, testCase: TestCase | undefined): Readonly<Record<string, number>> | null {
  const { queryList } = claim.ics.options;
  if (testCase === undefined || queryList === 'own') return null;
  const { key, contentConfirmed } = cast(claim, testCase.persona);
  return contentConfirmed ? expectedCountsFor(key, queryList) as Readonly<Record<string, number>> | null : null;
}
/** Grants of this attempt; tokens that the simulators gave out are matched by their key. */
function grantsOf(sources: ContextSources, ref: CaseRef | null): readonly Grant[] {
  if (ref === null) return [];
  const mine = grantOwner(ref);
  return sources.store.list<Grant>('grants').map((row) => row.value).filter((grant) => {
    if (grant.caseId !== '') return grant.caseId === mine;
    const owner = sources.correlation.find(grant.kind === 'token' ? 'token' : 'notification', grant.kind === 'token' ? grant.value : grant.identifier);
    return owner?.id === ref.id && owner.attempt === ref.attempt;
  });
}
