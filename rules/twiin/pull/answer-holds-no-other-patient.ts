import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { dataIn, type Held } from '../../message/answers.ts';
import { stringOf } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { bsnsOf, patientsNamedIn } from '../../message/patients.ts';
import { exchangesOf, isSpoiled, success, sutCalls, weCall } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';
import { isReadable, unread } from '../../message/unread.ts';
import { elementsOf } from '../../message/walk.ts';

/**
 * Queries are narrowed to the patient of the authorization (twiin.md 5.4, second hand). Judged on what came: a Patient with another
 * BSN, or a resource whose patient is not ours. The person who pays (included with Coverage) may be somebody else.
 * A resource that names no patient (Medication) is told by its place: included while nothing refers to it (twiin.md 5.4). Whose
 * it is then stays unknown: no harm is claimed, and a warning at most. An answer without data shows nothing, but to a question
 * about somebody else; one that is not whole shows only what stands in it.
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
  const stray = foreign === undefined ? strayIn(held, exchange) : null;
  if (stray !== null) {
    return violation(
      { exchange, part: 'response', path: stray.path }, text('Alleen meegeleverde resources waar een gevonden resource naar verwijst.', 'Only included resources that a found one refers to.'),
      `a ${String(stray.resource.resourceType)} that nothing refers to`, text('Lever met _include alleen mee waar de gevonden resources naar verwijzen.', 'Include only what the found resources refer to.'), { atMost: 'warning' },
    );
  }
  if (foreign === undefined && held.length === 0) {
    if (success(exchange) && !isReadable(exchange)) return notTested(unread(exchange));
    return isSpoiled(exchange, ['read-other-patient']) ? pass(`nothing of somebody else: ${ending(exchange)}`, exchange) : notApplicable(`no data: ${ending(exchange)}`);
  }
  if (foreign === undefined) return pass(`${held.length} resources, one patient`, exchange);
  const harm = text('Er kwamen gegevens van een andere patiënt mee.', 'Data of another patient came along.');
  return violation(
    { exchange, part: 'response', path: `${foreign.one.path}.${String(foreign.element)}` }, text('Alleen gegevens van de patiënt van de autorisatie.', 'Data of the patient of the authorization only.'),
    `a ${String(foreign.one.resource.resourceType)} of somebody else`,
    text('Beperk elke zoekvraag en elke read tot de patiënt van het token.', 'Narrow each search and each read to the patient of the token.'), { harm },
  );
}
/** An included resource that no other one in the answer refers to, and that refers to none (as a Provenance does). */
function strayIn(held: readonly Held[], exchange: Exchange): Held | null {
  const key = ({ resource }: Held): string => `${String(resource.resourceType)}/${String(resource.id)}`;
  const references = (one: Held): readonly string[] => elementsOf(one.resource, '').flatMap(({ value }) => (typeof value.reference === 'string' ? [value.reference] : []));
  const ends = (reference: string, target: string): boolean => reference === target || reference.endsWith(`/${target}`) || reference.includes(`${target}/_history/`);
  if (targetOf(exchange).id !== null) return null;
  return held.filter((one) => one.included && stringOf(one.resource.id) !== null).find((one) => {
    const others = held.filter((other) => other !== one);
    const referred = others.some((other) => references(other).some((reference) => ends(reference, key(one)) || reference.startsWith('urn:')));
    return !referred && !references(one).some((reference) => others.some((other) => ends(reference, key(other))));
  }) ?? null;
}
/** Element that names another patient, or null. */
function foreignIn(held: Held, exchange: Exchange, own: string, ids: ReadonlySet<string>): string | null {
  const { resource } = held;
  if (resource.resourceType === 'Patient') {
    if (held.included && targetOf(exchange).type === 'Coverage') return null;
    const bsns = bsnsOf(resource);
    return bsns.length > 0 && !bsns.includes(own) ? 'identifier' : null;
  }
  const other = patientsNamedIn(resource).find((mention) => (mention.bsn !== null ? mention.bsn !== own : ids.size > 0 && !ids.has(String(mention.id))));
  return other?.element ?? null;
}
