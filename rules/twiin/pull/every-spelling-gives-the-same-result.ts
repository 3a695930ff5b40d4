import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { resourcesOf } from '../../message/answers.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, weCall } from '../../message/select.ts';
import { isSearch, normalised, targetOf } from '../../message/target.ts';
import { isReadable } from '../../message/unread.ts';

/**
 * Encoded and unencoded forms of one query give the same result (Twiin-04, release 1.4, inferred from its exception; twiin.md 5.2). That
 * all were refused or failed alike shows nothing, nor does an answer that is not whole.
 */
export const everySpellingGivesTheSameResult: TraceRule = {
  id: 'every-spelling-gives-the-same-result', scope: 'trace', span: 'case', requirements: ['TWIIN-PUL-08'],
  title: { nl: 'Elke schrijfwijze van een zoekvraag geeft hetzelfde resultaat', en: 'Each spelling of a query gives the same result' },
  judge: (trace) => {
    const groups = new Map<string, Map<string, Exchange>>();
    for (const one of exchangesOf(trace)) {
      if (!weCall(one, 'twiin-sender', 'resource') || !one.stimulus.valid || !isReadable(one) || !isSearch(targetOf(one))) continue;
      const key = normalised(targetOf(one));
      groups.set(key, (groups.get(key) ?? new Map<string, Exchange>()).set(one.request.target, one));
    }
    const outcomes = [...groups.values()].filter((group) => group.size > 1).flatMap((group) => judgeGroup([...group.values()]));
    return outcomes.length > 0 ? outcomes : [notApplicable('no query was asked in several spellings')];
  },
};
function judgeGroup(spellings: readonly Exchange[]): readonly RuleOutcome[] {
  const results = new Set(spellings.map(resultOf));
  const usual = resultOf(spellings[0]!);
  if (!spellings.some(success)) return [];
  if (results.size === 1) return [pass(`${spellings.length} spellings, one result`, spellings.at(-1)!)];
  return spellings.filter((one) => resultOf(one) !== usual).map((exchange) => violation(
    { exchange, part: 'response', path: 'body' }, text('Hetzelfde antwoord als bij de andere schrijfwijzen.', 'The same answer as for the other spellings.'),
    `HTTP ${exchange.response!.status} with ${resourcesOf(exchange).length} resources, elsewhere ${spellings[0]!.response!.status} with ${resourcesOf(spellings[0]!).length}`,
    text('Decodeer de zoekparameters voordat u ze uitvoert.', 'Decode the search parameters before you execute them.'),
  ));
}
function resultOf(exchange: Exchange): string {
  const keys = resourcesOf(exchange).filter(({ resource }) => resource.resourceType !== 'OperationOutcome').map(({ resource }) => `${String(resource.resourceType)}/${String(resource.id)}`);
  return `${exchange.response!.status} ${keys.toSorted().join(' ')}`;
}
