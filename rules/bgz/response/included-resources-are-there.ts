import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { child, objects, stringOf, type Json } from '../../message/body.ts';
import { includesOf, referencesFor, refersTo } from '../../message/includes.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { chainsOf, type Chain } from '../../message/pages.ts';
import { exchangesOf, weCall } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';

/**
 * What _include asks comes along, and is marked as included (bgz-nen7540.md 4 and 7; inferred, so it may warn only). An entry without
 * search.mode is let be: the published scripts take it for a match. Judged over all pages, for the includes of the published lists, and
 * for types that the search itself does not ask: an Observation that comes along with an Observation may be a match as well.
 * No harm is claimed: what is missing may be read by its reference, and the counts are BGZ-R-18's.
 */
export const includedResourcesAreThere: TraceRule = {
  id: 'included-resources-are-there', scope: 'trace', span: 'case', needs: ['json-body'], requirements: ['BGZ-R-23'],
  title: { nl: 'Wat _include vraagt komt mee, en als meegeleverd', en: 'What _include asks comes along, and as included' },
  judge: (trace) => {
    const answers = exchangesOf(trace).filter((one) => weCall(one, 'twiin-sender', 'resource') && one.stimulus.valid);
    const outcomes = chainsOf(answers).filter((chain) => chain.complete).flatMap(judgeChain);
    return outcomes.length > 0 ? outcomes : [notApplicable('nothing was to be included')];
  },
};
function judgeChain(chain: Chain): readonly RuleOutcome[] {
  const target = targetOf(chain.first);
  const includes = includesOf(target);
  const entries = chain.pages.flatMap(({ exchange, bundle }) => objects(bundle.entry).map((entry, index) => ({ exchange, entry, resource: child(entry, 'resource'), path: `Bundle.entry[${index}]` })));
  const asked = entries.flatMap((one) => (isMatch(one.entry) && one.resource !== null ? includes.flatMap((include) => referencesFor(include, one.resource!).map((reference) => ({ ...one, reference }))) : []));
  if (asked.length === 0) return [];
  const missing = asked.filter(({ reference }) => !entries.some(({ entry }) => refersTo(reference, entry))).map(({ exchange, path, reference }) => violation(
    { exchange, part: 'response', path: `${path}.resource` }, text('De resource waar naar verwezen wordt, in dezelfde Bundle.', 'The resource that is referred to, in the same Bundle.'), `${show(reference)} is not in the Bundle`,
    text('Lever met _include mee waar de gevonden resources naar verwijzen.', 'Include what the found resources refer to.'),
  ));
  const marked = entries.filter(({ entry, resource }) => modeOf(entry) === 'match' && resource !== null && resource.resourceType !== target.type && resource.resourceType !== 'OperationOutcome'
    && asked.some(({ reference }) => refersTo(reference, entry))).map(({ exchange, path, resource }) => violation(
    { exchange, part: 'response', path: `${path}.search.mode` }, text('include', 'include'), `match on a ${String(resource!.resourceType)} that came along with ${target.type}`,
    text('Zet search.mode op include bij wat is meegeleverd.', 'Put search.mode to include on what came along.'),
  ));
  const broken = [...missing.slice(0, 10), ...marked.slice(0, 10)];
  return broken.length > 0 ? broken : [pass(`${asked.length} references, all in the Bundle`, chain.first)];
}
function modeOf(entry: Json): string | null { return stringOf(child(entry, 'search')?.mode); }
function isMatch(entry: Json): boolean { const mode = modeOf(entry); return mode === null || mode === 'match'; }
