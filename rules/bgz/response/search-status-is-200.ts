import type { MessageRule } from '../../../model/rule.ts';
import { searches, simulator, sut, type Subject } from '../../factories/subject.ts';
import { saysNotFound } from '../../message/answers.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { refused } from '../../message/select.ts';

/** A successful search has status 200 (bgz-nen7540.md 6 and 7). A refusal is no success and not judged, nor is 404 not-supported; a plain 404 for an empty result and a server error are. */
function make(subject: Subject): MessageRule {
  return {
    id: `${subject.prefix}search-status-is-200`, scope: 'message', part: 'response', requirements: ['BGZ-R-01'], selects: searches(subject),
    title: { nl: 'Een geslaagde zoekvraag heeft status 200', en: 'A successful search has status 200' },
    judge: (exchange) => {
      if (exchange.response === null) return [notTested(noAnswer)];
      const { status } = exchange.response;
      if (status === 200) return [pass('HTTP 200', exchange)];
      if (refused(exchange) && !saysNotFound(exchange)) return [notApplicable(`the query was refused: ${ending(exchange)}`)];
      return [violation({ exchange, part: 'response', path: 'status' }, text('200', '200'), ending(exchange), text('Antwoord op een zoekvraag met 200, ook als er niets gevonden is.', 'Answer a search with 200, also when nothing was found.'))];
    },
  };
}
export const searchStatusIs200 = make(sut);
export const simulatorSearchStatusIs200 = make(simulator);
