import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { formatAsked, formatGiven } from '../../message/content-type.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, weCall } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/**
 * The server supports JSON and XML (bgz-nen7540.md 6; BGZ-R-20 and BGZ-A-09 are twins): what it gave in JSON it gives in XML too.
 * Judged on the same question in both formats, so that a refusal for another reason is not taken for a missing format. Busy or
 * signed out in the second one (401, 429, 503) says nothing.
 */
export const jsonAndXmlAreBothServed: TraceRule = {
  id: 'json-and-xml-are-both-served', scope: 'trace', span: 'case', requirements: ['BGZ-R-20', 'BGZ-A-09'],
  title: { nl: 'Gegevens zijn in JSON en in XML te krijgen', en: 'Data can be had in JSON and in XML' },
  judge: (trace) => {
    const asked = exchangesOf(trace).filter((one) => weCall(one, 'twiin-sender', 'resource') && one.stimulus.valid && one.request.method === 'GET');
    const inJson = new Set(asked.filter((one) => formatAsked(one) === 'json' && success(one)).map((one) => one.request.target));
    const outcomes = asked.filter((one) => formatAsked(one) === 'xml' && inJson.has(one.request.target)).map(judgeOne);
    return outcomes.length > 0 ? outcomes : [notApplicable('nothing was asked in both formats')];
  },
};
function judgeOne(exchange: Exchange): RuleOutcome {
  if (!isReadable(exchange)) return notTested(unread(exchange));
  const { status } = exchange.response;
  if ([401, 429, 503].includes(status)) return notApplicable(`not answered for another reason: ${ending(exchange)}`);
  const given = success(exchange) ? formatGiven(exchange) : null;
  if (given === 'xml') return pass('the same in JSON and XML', exchange);
  const actual = success(exchange) ? (given === 'json' ? 'JSON' : 'no FHIR in XML') : ending(exchange);
  return violation(
    { exchange, part: 'response', path: success(exchange) ? 'body' : 'status' }, text('Hetzelfde antwoord in XML (application/fhir+xml).', 'The same answer in XML (application/fhir+xml).'), actual,
    text('Ondersteun beide representaties van FHIR: application/fhir+json en application/fhir+xml.', 'Support both representations of FHIR: application/fhir+json and application/fhir+xml.'),
  );
}
