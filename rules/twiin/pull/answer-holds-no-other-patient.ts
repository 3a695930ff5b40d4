import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { dataIn, type Held } from '../../message/answers.ts';
import { ending, notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { bsnsOf, patientsNamedIn } from '../../message/patients.ts';
import { exchangesOf, sutCalls, weCall } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';

/**
 * Queries are narrowed to the patient of the authorization (twiin.md 5.4, second hand). Judged on what came: a Patient with another
 * BSN, or a resource whose patient is not ours. The person who pays (included with Coverage) may be somebody else.
 */
function make(prefix: string, isAnswer: (exchange: Exchange) => boolean): TraceRule {
  return {
    id: `${prefix}answer-holds-no-other-patient`, scope: 'trace', span: 'case', requirements: ['TWIIN-PUL-15'],
    title: { nl: 'Een antwoord bevat geen gegevens van een andere patiënt', en: 'An answer holds no data of another patient' },
    judge: (trace, context) => {
      const own = context.persona?.patient.bsn;
      if (own === undefined) return [notApplicable('the patient of the case is not known')];
      const answers = exchangesOf(trace).filter((one) => isAnswer(one) && one.response !== null);
      if (answers.length === 0) return [notApplicable('nothing was fetched')];
      const ids = new Set(answers.flatMap(dataIn).filter(({ resource }) => bsnsOf(resource).includes(own)).map(({ resource }) => String(resource.id)));
      return answers.map((one) => judgeOne(one, own, ids));
    },
  };
}
export const answerHoldsNoOtherPatient = make('', (exchange) => weCall(exchange, 'twiin-sender', 'resource'));
export const simulatorAnswerHoldsNoOtherPatient = make('simulator-', (exchange) => sutCalls(exchange, 'twiin-receiver', 'resource'));
function judgeOne(exchange: Exchange, own: string, ids: ReadonlySet<string>): RuleOutcome {
  const held = dataIn(exchange);
  const foreign = held.map((one) => ({ one, element: foreignIn(one, exchange, own, ids) })).find(({ element }) => element !== null);
  if (foreign === undefined) return pass(held.length === 0 ? `no data: ${ending(exchange)}` : `${held.length} resources, one patient`, exchange);
  const harm = text('Er kwamen gegevens van een andere patiënt mee.', 'Data of another patient came along.');
  return violation(
    { exchange, part: 'response', path: `${foreign.one.path}.${foreign.element ?? ''}` }, text('Alleen gegevens van de patiënt van de autorisatie.', 'Data of the patient of the authorization only.'),
    `a ${String(foreign.one.resource.resourceType)} of somebody else`,
    text('Beperk elke zoekvraag en elke read tot de patiënt van het token.', 'Narrow each search and each read to the patient of the token.'), { harm },
  );
}
/** Element that names another patient, or null. */
function foreignIn(held: Held, exchange: Exchange, own: string, ids: ReadonlySet<string>): string | null {
  const { resource } = held;
  if (resource.resourceType === 'Patient') {
    if (held.included && targetOf(exchange).type === 'Coverage') return null;
    const bsns = bsnsOf(resource);
    return bsns.length > 0 && !bsns.includes(own) ? 'identifier' : null;
  }
  const other = patientsNamedIn(resource).find((mention) => (mention.bsn !== null ? mention.bsn !== own : ids.size > 0 && !ids.has(mention.id ?? '')));
  return other?.element ?? null;
}
