import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { mediaType } from '../../message/headers.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, weCall } from '../../message/select.ts';

/**
 * The receiver takes JSON and XML (twiin.md 3; from base FHIR, Twiin's own list was not readable, so it may warn only). Judged where the
 * same receiver took JSON in the same case: a refusal then is about the format. A lost token (401) or a busy server says nothing.
 */
export const xmlNotificationIsAccepted: TraceRule = {
  id: 'xml-notification-is-accepted', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-41'],
  title: { nl: 'De ontvanger neemt aanmeldingen in JSON en in XML aan', en: 'The receiver accepts notifications in JSON and in XML' },
  judge: (trace) => {
    const sent = exchangesOf(trace).filter((one) => weCall(one, 'twiin-receiver', 'notification') && one.stimulus.valid && one.request.method === 'POST');
    const taken = sent.some((one) => success(one) && mediaType(one.request.headers).includes('json'));
    const inXml = sent.filter((one) => mediaType(one.request.headers) === 'application/fhir+xml');
    return taken && inXml.length > 0 ? inXml.map(judgeOne) : [notApplicable('no notification was sent in both formats')];
  },
};
function judgeOne(exchange: Exchange): RuleOutcome {
  if (exchange.response === null) return notTested(noAnswer);
  if (success(exchange)) return pass(`XML: ${ending(exchange)}`, exchange);
  if ([401, 429, 503].includes(exchange.response.status)) return notApplicable(`not answered for another reason: ${ending(exchange)}`);
  return violation(
    { exchange, part: 'response', path: 'status' }, text('Dezelfde ontvangst als bij JSON.', 'The same acceptance as for JSON.'), `${ending(exchange)} for XML`,
    text('Neem een aanmelding ook als application/fhir+xml aan.', 'Take a notification as application/fhir+xml too.'),
  );
}
