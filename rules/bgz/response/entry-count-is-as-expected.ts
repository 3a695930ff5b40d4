import { queryLists, resourceTypeOf, type QueryInput } from '../../../fixtures/query-lists.ts';
import type { RuleContext, RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { isObject, objects, type Json } from '../../message/body.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { chainsOf, type Chain } from '../../message/pages.ts';
import { exchangesOf, weCall } from '../../message/select.ts';
import { isShaping, normalised, parseTarget, targetOf } from '../../message/target.ts';

const medicationSafety: ReadonlySet<string> = new Set(['allergies', 'medication-use', 'medication-agreements', 'administration-agreements']);

/**
 * The number of entries of the block's resource type, over all pages, is the expected one (bgz-nen7540.md 7 and 11). Expected counts
 * are literals, given only for a dossier whose content somebody confirmed. Missing or extra medication or allergies is harm.
 */
export const entryCountIsAsExpected: TraceRule = {
  id: 'entry-count-is-as-expected', scope: 'trace', span: 'case', needs: ['json-body'], requirements: ['BGZ-R-18'],
  title: { nl: 'Elke bouwsteen heeft het verwachte aantal resources', en: 'Each block has the expected number of resources' },
  judge: (trace, context) => {
    const { expectedCounts } = context;
    const { queryList } = context.claim.ics.options;
    if (expectedCounts === null || queryList === 'own') return [notApplicable('no counts are known for this patient')];
    const answers = exchangesOf(trace).filter((one) => weCall(one, 'twiin-sender', 'resource') && one.stimulus.valid);
    const outcomes = chainsOf(answers).flatMap((chain) => judgeChain(chain, queryLists[queryList], expectedCounts));
    return outcomes.length > 0 ? outcomes : [notApplicable('no whole answer to a query of the list')];
  },
};
function judgeChain(chain: Chain, list: readonly QueryInput[], counts: NonNullable<RuleContext['expectedCounts']>): readonly RuleOutcome[] {
  const key = normalised(targetOf(chain.first), isShaping);
  const input = list.find((one) => normalised(parseTarget(one.query), isShaping) === key);
  const expected = input === undefined ? undefined : counts[input.block];
  if (!chain.complete || input === undefined || expected === undefined) return [];
  const type = resourceTypeOf(input.query);
  const found = countOf(chain, type);
  if (found === expected) return [pass(`${input.block}: ${found} × ${type}`, chain.first)];
  const harm = text(`Medicatie- of allergiegegevens ontbreken of zijn te veel (${input.block}).`, `Medication or allergy data are missing or too many (${input.block}).`);
  return [violation(
    { exchange: chain.first, part: 'response', path: 'Bundle.entry' }, text(`${expected} × ${type} (${input.block}).`, `${expected} × ${type} (${input.block}).`), `${found} × ${type}`,
    text('Vergelijk het dossier met het invoerblad en kijk welke gegevens ontbreken of te veel zijn.', 'Compare the dossier with the entry sheet and see which data are missing or too many.'),
    medicationSafety.has(input.block) ? { harm } : {},
  )];
}
/** Matches as they are; what is included, once: it may come along on each page. */
function countOf(chain: Chain, type: string): number {
  const entries = chain.pages.flatMap(({ bundle }) => objects(bundle.entry)).filter((entry) => isObject(entry.resource) && entry.resource.resourceType === type);
  const included = entries.filter((entry) => isObject(entry.search) && entry.search.mode === 'include');
  const ids = new Set(included.map((entry) => String((entry.resource as Json).id)));
  return entries.length - included.length + ids.size;
}
