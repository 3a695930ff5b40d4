import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { matchesIn } from '../../message/answers.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { chainsOf, type Chain } from '../../message/pages.ts';
import { exchangesOf } from '../../message/select.ts';

/**
 * Bundle.total, when present, is not larger than the number of matches (bgz-nen7540.md 7). The public script looks at one page;
 * in FHIR total counts all pages, so all of them are counted, and a search whose pages were not all fetched is not judged.
 */
function make(subject: Subject): TraceRule {
  return {
    id: `${subject.prefix}total-is-not-larger-than-matches`, scope: 'trace', span: 'case', needs: ['json-body'], requirements: ['BGZ-R-06'],
    title: { nl: 'Bundle.total is niet groter dan het aantal treffers', en: 'Bundle.total is not larger than the number of matches' },
    judge: (trace) => {
      const outcomes = chainsOf(exchangesOf(trace).filter(subject.answers)).flatMap(judgeChain);
      return outcomes.length > 0 ? outcomes : [notApplicable('no whole search result with a total')];
    },
  };
}
function judgeChain(chain: Chain): readonly RuleOutcome[] {
  const counted = chain.pages.filter(({ bundle }) => typeof bundle.total === 'number');
  if (!chain.complete || counted.length === 0) return [];
  const matches = chain.pages.reduce((sum, { bundle }) => sum + matchesIn(bundle), 0);
  const wrong = counted.find(({ bundle }) => (bundle.total as number) > matches);
  if (wrong === undefined) return [pass(`total ${String(counted[0]!.bundle.total)}, ${matches} matches on ${chain.pages.length} pages`, chain.first)];
  return [violation(
    { exchange: wrong.exchange, part: 'response', path: 'Bundle.total' }, text(`Hoogstens ${matches}.`, `At most ${matches}.`), String(wrong.bundle.total),
    text('Tel in total alleen de treffers, over alle pagina\'s.', 'Count only the matches in total, over all pages.'),
  )];
}
export const totalIsNotLargerThanMatches = make(sut);
export const simulatorTotalIsNotLargerThanMatches = make(simulator);
