import { coreJudge } from '../../fhir/judge.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FhirJudgement } from '../../model/fhir-judgement.ts';
import type { RuleContext } from '../../model/rule.ts';
import type { Part } from './body.ts';

/** What FHIR itself says of one side of an exchange; null when that side has no body. All interfaces that are judged speak STU3. */
export function judgementOf(exchange: Exchange, part: Part, context: Pick<RuleContext, 'fhir'>): FhirJudgement | null {
  const facts = part === 'request' ? exchange.request : exchange.response;
  if (facts === null || facts.body.length === 0) return null;
  return (context.fhir ?? coreJudge).of({ body: facts.body, fhir: 'stu3', served: part === 'response' });
}
