import { jsonOf, objects } from '../../message/body.ts';
import { ending, pass, text } from '../../message/outcome.ts';
import { answerRule, ours } from './select.ts';

/** Types that an address book may know (zorg-ab.md 2.1 and 4); every other one is not supported. */
const supported: ReadonlySet<string> = new Set(['Organization', 'Endpoint', 'Practitioner', 'PractitionerRole', 'HealthcareService', 'Location']);
/** A resource type that is not supported gives 404 with an issue error/not-supported (zorg-ab.md 2.4). */
export const unknownTypeGives404 = answerRule(
  { id: 'simulator-zorg-ab-unknown-type-gives-404', requirement: 'ZAB-037', title: { nl: 'ZORG-AB geeft 404 voor een onbekend soort', en: 'ZORG-AB gives 404 for an unknown type' } },
  (target) => target.type !== null && !supported.has(target.type),
  (exchange) => {
    const issues = objects(jsonOf(exchange, 'response')?.issue);
    const right = exchange.response?.status === 404 && issues.some((one) => one.severity === 'error' && one.code === 'not-supported');
    return right ? pass('404 not-supported', exchange) : ours(exchange, 'body', text('404 met een issue error/not-supported.', '404 with an issue error/not-supported.'), ending(exchange));
  },
);
