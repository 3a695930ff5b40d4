import { queryLists } from '../../../fixtures/query-lists.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { MessageRule, RuleContext, RuleOutcome } from '../../../model/rule.ts';
import { searches, sut } from '../../factories/subject.ts';
import { dataIn, saysNotFound } from '../../message/answers.ts';
import { jsonOf } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { success } from '../../message/select.ts';
import { isShaping, normalised, parseTarget, targetOf } from '../../message/target.ts';
import { isReadable, unread } from '../../message/unread.ts';

/**
 * Where no data exists the answer is 200 with an empty searchset, an OperationOutcome at most (bgz-nen7540.md 6 and 7; the catalogue lets it warn
 * only). That a search must find nothing is known where the confirmed dossier holds nothing of the block, or where the server says so with 404.
 */
export const emptySearchGivesAnEmptySearchset: MessageRule = {
  id: 'empty-search-gives-an-empty-searchset', scope: 'message', part: 'response', requirements: ['BGZ-R-15'], selects: searches(sut),
  title: { nl: 'Een zoekvraag zonder treffers geeft een lege searchset', en: 'A search without hits gives an empty searchset' },
  judge: (exchange, context): readonly RuleOutcome[] => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    const expected = text('200 met een Bundle van type searchset zonder gegevens.', '200 with a Bundle of type searchset without data.');
    const broken = (path: string, actual: string): readonly RuleOutcome[] => [violation(
      { exchange, part: 'response', path }, expected, actual, text('Antwoord op een zoekvraag zonder treffers met een lege searchset.', 'Answer a search without hits with an empty searchset.'),
    )];
    if (saysNotFound(exchange)) return broken('status', 'HTTP 404');
    if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
    const bundle = jsonOf(exchange, 'response');
    if (bundle?.resourceType !== 'Bundle') return [notApplicable('the answer is no Bundle')];
    const held = dataIn(exchange);
    if (held.length === 0) return bundle.type === 'searchset' && exchange.response.status === 200 ? [pass('an empty searchset', exchange)] : [notApplicable('judged by BGZ-R-01 and BGZ-R-02')];
    return expectsNothing(exchange, context) ? broken(held[0]!.path, `a ${String(held[0]!.resource.resourceType)}`) : [notApplicable('something was found')];
  },
};
function expectsNothing(exchange: Exchange, { claim, expectedCounts }: RuleContext): boolean {
  const { queryList } = claim.ics.options;
  if (expectedCounts === null || queryList === 'own') return false;
  const key = normalised(targetOf(exchange), isShaping);
  const input = queryLists[queryList].find((one) => normalised(parseTarget(one.query), isShaping) === key);
  return input !== undefined && expectedCounts[input.block] === 0;
}
