import { queryLists, resourceTypeOf, type QueryInput } from '../../../fixtures/query-lists.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { RuleContext, RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { isObject, objects, type Json } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { chainsOf, type Chain } from '../../message/pages.ts';
import { exchangesOf, refused, weCall } from '../../message/select.ts';
import { isSearch, isShaping, normalised, parseTarget, targetOf } from '../../message/target.ts';

const medicationSafety: ReadonlySet<string> = new Set(['allergies', 'medication-use', 'medication-agreements', 'administration-agreements']);

/**
 * The number of entries of the block's resource type, over all pages, is the expected one (bgz-nen7540.md 7 and 11). Expected counts
 * are literals, given only for a dossier whose content somebody confirmed. Missing or extra medication or allergies is harm. Where other
 * blocks were counted, a block that was refused in every spelling and format is told too: a warning at most and no harm, for who asks is
 * told that the data do not come. One whose answer, or a page of it, is not whole cannot be counted.
 */
export const entryCountIsAsExpected: TraceRule = {
  id: 'entry-count-is-as-expected', scope: 'trace', span: 'case', needs: ['json-body'], requirements: ['BGZ-R-18'],
  title: { nl: 'Elke bouwsteen heeft het verwachte aantal resources', en: 'Each block has the expected number of resources' },
  judge: (trace, context) => {
    const { expectedCounts } = context;
    const { queryList } = context.claim.ics.options;
    if (expectedCounts === null || queryList === 'own') return [notApplicable('no counts are known for this patient')];
    const answers = exchangesOf(trace).filter((one) => weCall(one, 'twiin-sender', 'resource') && one.stimulus.valid);
    const list = queryLists[queryList];
    const chains = chainsOf(answers);
    const outcomes = chains.flatMap((chain) => judgeChain(chain, list, expectedCounts));
    if (outcomes.length === 0) return [notApplicable('no whole answer to a query of the list')];
    const counted = new Set(chains.filter((chain) => chain.complete).map((chain) => keyOf(chain.first)));
    const open = new Map(answers.filter((one) => isSearch(targetOf(one)) && !counted.has(keyOf(one))).map((one) => [keyOf(one), one] as const));
    return [...outcomes, ...[...open.values()].flatMap((one) => judgeOpen(one, list, expectedCounts))];
  },
};
/** A query of the list to which no whole answer came. */
function judgeOpen(exchange: Exchange, list: readonly QueryInput[], counts: NonNullable<RuleContext['expectedCounts']>): readonly RuleOutcome[] {
  const input = list.find((one) => normalised(parseTarget(one.query), isShaping) === keyOf(exchange));
  const expected = input === undefined ? undefined : counts[input.block];
  if (input === undefined || expected === undefined || expected === 0) return [];
  if (!refused(exchange) || [401, 429].includes(exchange.response?.status ?? 0)) return [notTested(text(`Op ${input.block} kwam geen heel antwoord (${ending(exchange)}), dus het aantal is niet te tellen.`, `No whole answer came to ${input.block} (${ending(exchange)}), so the number cannot be counted.`))];
  return [violation(
    { exchange, part: 'response', path: 'status' }, text(`${expected} × ${resourceTypeOf(input.query)} (${input.block}).`, `${expected} × ${resourceTypeOf(input.query)} (${input.block}).`), `${ending(exchange)} for ${input.block}`,
    text('Ga na waarom deze bouwsteen wordt geweigerd: zij staat in het dossier en in de vragenlijst.', 'Find out why this block is refused: it is in the dossier and in the query list.'), { atMost: 'warning' },
  )];
}
function keyOf(exchange: Exchange): string { return normalised(targetOf(exchange), isShaping); }
function judgeChain(chain: Chain, list: readonly QueryInput[], counts: NonNullable<RuleContext['expectedCounts']>): readonly RuleOutcome[] {
  const key = keyOf(chain.first);
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
