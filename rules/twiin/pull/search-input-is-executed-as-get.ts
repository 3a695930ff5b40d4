import type { Exchange } from '../../../model/exchange.ts';
import type { NotificationGrant } from '../../../model/grant.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { exchangesOf, sutCalls } from '../../message/select.ts';
import { namesPatient, parseTarget, targetOf, type FhirTarget } from '../../message/target.ts';

/**
 * A search input is executed as GET [base]/<ResourceType>?parameter=value (Twiin-04; twiin.md 5.2). Subsets, added includes and
 * a patient parameter are fine; what was not offered at all is NTF-40's. So only the form breaks this rule: another method,
 * a query string that ended up inside the path or was encoded twice,
 * or an offered query of which every parameter was dropped.
 */
export const searchInputIsExecutedAsGet: TraceRule = {
  id: 'search-input-is-executed-as-get', scope: 'trace', span: 'case', requirements: ['TWIIN-PUL-05'],
  title: { nl: 'Een aangeboden zoekvraag wordt met GET uitgevoerd', en: 'An offered query is executed with GET' },
  judge: (trace, context) => {
    const offered = context.grants.filter((one): one is NotificationGrant => one.kind === 'notification' && one.by === 'harness').flatMap((one) => one.queries).map(parseTarget);
    const asked = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-receiver', 'resource'));
    const outcomes = asked.flatMap((one) => judgeOne(one, offered));
    return outcomes.length > 0 ? outcomes : [notApplicable('no offered query was executed')];
  },
};
function judgeOne(exchange: Exchange, offered: readonly FhirTarget[]): readonly RuleOutcome[] {
  const target = targetOf(exchange);
  const path = exchange.request.target.split('?')[0]!;
  const wrong = exchange.request.method !== 'GET' ? exchange.request.method
    : /%3F/i.test(path) || /https?:(\/|%2F)/i.test(path) ? `GET ${path.slice(-80)}`
    : /%25[0-9a-f]{2}/i.test(exchange.request.target) && !offered.some((one) => one.parameters.some(([, value]) => value.includes('%'))) ? 'parameters that are encoded twice'
    : isStripped(target, offered) ? `GET ${String(target.type)} without the parameters of the offer` : null;
  if (wrong !== null) {
    return [violation(
      { exchange, part: 'request', path: 'request line' }, text('GET [base]/<ResourceType>?parameter=waarde', 'GET [base]/<ResourceType>?parameter=value'), show(wrong),
      text('Plak de aangeboden zoekvraag achter de FHIR base en voer haar uit met GET.', 'Append the offered query to the FHIR base and execute it with GET.'),
    )];
  }
  return offered.some((one) => covers(target, one)) ? [pass('as offered', exchange)] : [];
}
/** A search without any filter, of a type that is only offered with filters. */
function isStripped(asked: FhirTarget, offered: readonly FhirTarget[]): boolean {
  const same = offered.filter((one) => one.type === asked.type && one.id === null);
  const filters = (one: FhirTarget): boolean => one.parameters.some(([name]) => !namesPatient(name) && !/^_(include|revinclude|count|sort|format)$/.test(name));
  return asked.id === null && same.length > 0 && !filters(asked) && same.every(filters);
}
/** Same type and operation, and each offered filter is asked too, with some of its values. */
function covers(asked: FhirTarget, offer: FhirTarget): boolean {
  if (asked.type !== offer.type || asked.id !== offer.id || asked.operation !== offer.operation) return false;
  return offer.parameters.filter(([name]) => !namesPatient(name) && !name.startsWith('_')).every(([name, value]) => {
    const values = value.split(',');
    return asked.parameters.some(([other, given]) => other === name && given.split(',').every((one) => values.includes(one)));
  });
}
