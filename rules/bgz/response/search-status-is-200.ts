import type { MessageRule } from '../../../model/rule.ts';
import { searches, simulator, sut, type Subject } from '../../factories/subject.ts';
import { saysNotFound } from '../../message/answers.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { refused } from '../../message/select.ts';
import { brokenOff, isBrokenOff } from '../../message/unread.ts';

const nothingFound = text('Antwoord op een zoekvraag met 200, ook als er niets gevonden is; zeg not-supported bij een type dat niet gebouwd is.', 'Answer a search with 200, also when nothing was found; say not-supported for a type that is not built.');

/**
 * A successful search has status 200 (bgz-nen7540.md 6 and 7). A refusal is no success and not judged, nor is 404 not-supported; a plain 404
 * and a server error are. A plain 404 is a warning at most: it may mean "nothing found", and in base FHIR as well that the type is not
 * built, while the code not-supported stands in a page that calls itself not normative. So is 502, 503 or 504: whoever answers in front.
 */
function make(subject: Subject): MessageRule {
  return {
    id: `${subject.prefix}search-status-is-200`, scope: 'message', part: 'response', requirements: ['BGZ-R-01'], selects: searches(subject),
    title: { nl: 'Een geslaagde zoekvraag heeft status 200', en: 'A successful search has status 200' },
    judge: (exchange) => {
      if (exchange.response === null) return [notTested(noAnswer)];
      if (isBrokenOff(exchange)) return [notTested(brokenOff)];
      const { status } = exchange.response;
      if (status === 200) return [pass('HTTP 200', exchange)];
      if (refused(exchange) && !saysNotFound(exchange)) return [notApplicable(`the query was refused: ${ending(exchange)}`)];
      const doubtful = status === 404 || [502, 503, 504].includes(status);
      return [violation(
        { exchange, part: 'response', path: 'status' }, text('200', '200'), ending(exchange), status === 404 ? nothingFound : text('Zoek in het log van de server waarom deze zoekvraag geen 200 kreeg.', 'Look in the log of the server why this search got no 200.'),
        doubtful ? { atMost: 'warning' } : {},
      )];
    },
  };
}
export const searchStatusIs200 = make(sut);
export const simulatorSearchStatusIs200 = make(simulator);
