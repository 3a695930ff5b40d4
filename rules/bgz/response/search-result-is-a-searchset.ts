import type { Exchange } from '../../../model/exchange.ts';
import type { MessageRule } from '../../../model/rule.ts';
import { searches, simulator, sut, type Subject } from '../../factories/subject.ts';
import { bodyOf } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, show, text, violation } from '../../message/outcome.ts';
import { success } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/** True when the OperationOutcome says that this type or query is not built. */
function isNotSupported(exchange: Exchange): boolean {
  const body = bodyOf(exchange, 'response');
  return body.kind === 'json' && JSON.stringify(body.value.issue ?? '').includes('"not-supported"');
}
/** The result of a search is a Bundle of type searchset, also when empty (Twiin-04; bgz-nen7540.md 7; PUL-09 and BGZ-R-02 are twins). */
function make(subject: Subject): MessageRule {
  return {
    id: `${subject.prefix}search-result-is-a-searchset`, scope: 'message', part: 'response', needs: ['json-body'], requirements: ['BGZ-R-02', 'TWIIN-PUL-09'],
    title: { nl: 'Een zoekresultaat is een Bundle van type searchset', en: 'A search result is a Bundle of type searchset' }, selects: searches(subject),
    judge: (exchange) => {
      if (!isReadable(exchange)) return [notTested(unread(exchange))];
      if (exchange.response.status === 404 && !isNotSupported(exchange)) {
        // Nothing found is an empty searchset, never 404 (bgz-nen7540.md 6); a type that is not built says not-supported. Which of both it
        // is cannot be seen, and how to say the second is not normative: a warning at most.
        return [violation(
          { exchange, part: 'response', path: 'status' }, text('200 met een lege searchset, of not-supported in een OperationOutcome.', '200 with an empty searchset, or not-supported in an OperationOutcome.'), 'HTTP 404',
          text('Antwoord op een zoekvraag zonder treffers met een lege searchset, en bij een niet gebouwd type met not-supported.', 'Answer a search without hits with an empty searchset, and for a type that is not built with not-supported.'), { atMost: 'warning' },
        )];
      }
      if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
      const body = bodyOf(exchange, 'response');
      const next = text('Antwoord op een zoekvraag met een Bundle van type searchset, ook zonder treffers.', 'Answer a search with a Bundle of type searchset, also without hits.');
      const wrong = (path: string, actual: string) => [violation({ exchange, part: 'response', path }, text('Een Bundle van type searchset.', 'A Bundle of type searchset.'), actual, next)];
      if (body.kind !== 'json') return wrong('body', body.kind === 'other' ? 'no JSON object' : body.kind);
      if (body.value.resourceType !== 'Bundle') return wrong('resourceType', show(body.value.resourceType));
      if (body.value.type !== 'searchset') return wrong('Bundle.type', show(body.value.type));
      return [pass('searchset', exchange)];
    },
  };
}
export const searchResultIsASearchset = make(sut);
export const simulatorSearchResultIsASearchset = make(simulator);
