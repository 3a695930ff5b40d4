import type { Exchange } from '../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../message/select.ts';
import { directoryOf, payloadFor, wentTo, type Directory, type SeenEndpoint } from './directory.ts';

/**
 * Only an endpoint with status active is used (FHIR STU3 Endpoint.status; zorg-ab.md 4). Judged on the address: it stands at an
 * endpoint that is not active, and at none that could rightly be used for this message (active, this payload, in its period,
 * of an active organisation). Harm is that the message thereby came to another organisation than the addressee.
 */
export const onlyActiveEndpointIsUsed: TraceRule = {
  id: 'zorg-ab-only-active-endpoint-is-used', scope: 'trace', span: 'case', requirements: ['ZAB-063'],
  title: { nl: 'Alleen een actief endpoint wordt gebruikt', en: 'Only an active endpoint is used' },
  judge: (trace, context) => {
    const exchanges = exchangesOf(trace);
    const directory = directoryOf(exchanges);
    // Who asks the address book for active endpoints only has made the choice there.
    const filtered = exchanges.some((one) => one.endpoint === 'directory' && /[?&]status=active(&|$)/.test(one.request.target));
    if (!filtered && !directory.endpoints.some((one) => one.status !== 'active')) return [notApplicable('the address book gave no endpoint that is not active')];
    const sent = exchanges.filter((one) => sutCalls(one, both, 'notification', 'token', 'resource', 'workflow-task'));
    const outcomes = sent.flatMap((one) => judgeOne(one, directory, context.addressee));
    return outcomes.length > 0 ? outcomes : [notApplicable('no message went to an address of the address book')];
  },
};
function judgeOne(exchange: Exchange, directory: Directory, addressee: string | null): readonly RuleOutcome[] {
  const matched = directory.endpoints.filter((one) => wentTo(exchange, one.address));
  if (matched.some((one) => isUsable(one, exchange, directory))) return [pass('an active endpoint', exchange)];
  const inactive = matched.find((one) => one.status !== 'active');
  if (inactive === undefined) return [];
  const harm = text('Het bericht kwam bij een andere organisatie terecht.', 'The message ended up at another organisation.');
  return [violation(
    { exchange, part: 'request', path: 'request line' }, text('Een endpoint met status active.', 'An endpoint with status active.'), `an endpoint with status ${inactive.status}`,
    text('Filter op Endpoint.status voordat u een adres kiest.', 'Filter by Endpoint.status before you choose an address.'),
    exchange.endpoint === 'notification' && addressee !== null && exchange.organisation !== addressee ? { harm } : {},
  )];
}
function isUsable(endpoint: SeenEndpoint, exchange: Exchange, directory: Directory): boolean {
  return endpoint.status === 'active' && endpoint.fhirRest && endpoint.start <= exchange.startedAt && exchange.startedAt <= endpoint.end
    && endpoint.payloads.includes(payloadFor(exchange)) && directory.organisations.get(endpoint.organisation ?? '')?.active !== false;
}
