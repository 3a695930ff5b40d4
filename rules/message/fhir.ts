import { coreJudge } from '../../fhir/judge.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { FhirJudgement, FhirMessage } from '../../model/fhir-judgement.ts';
import type { RuleContext } from '../../model/rule.ts';
import type { Part } from './body.ts';

/** How one side of an exchange is asked about; null when it has no body. All interfaces that are judged speak STU3. */
export function judgedAs(exchange: Exchange, part: Part): FhirMessage | null {
  const facts = exchange[part];
  return facts === null || facts.body.length === 0 ? null : { body: facts.body, fhir: 'stu3', served: part === 'response' };
}
/** What FHIR itself says of one side of an exchange; null when that side has no body. */
export function judgementOf(exchange: Exchange, part: Part, context: Pick<RuleContext, 'fhir'>): FhirJudgement | null {
  const message = judgedAs(exchange, part);
  return message === null ? null : (context.fhir ?? coreJudge).of(message);
}
