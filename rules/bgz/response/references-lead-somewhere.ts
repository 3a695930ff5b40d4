import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { dataIn } from '../../message/answers.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, weCall } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';
import { elementsOf } from '../../message/walk.ts';

/**
 * Literal references resolve in the answers or at the source (inferred: may warn only). Broken is a reference whose read, with the token
 * of the pull, says that there is nothing (404, 410) while another read that was not offered either was answered: some systems refuse
 * what was not offered with 404. What was refused otherwise or not tried stays open. A Provenance names what it is about and is left out.
 */
export const referencesLeadSomewhere: TraceRule = {
  id: 'references-lead-somewhere', scope: 'trace', span: 'case', requirements: ['BGZ-R-24'],
  title: { nl: 'Verwijzingen leiden naar een resource', en: 'References lead to a resource' },
  judge: (trace, context) => {
    const answers = exchangesOf(trace).filter((one) => weCall(one, 'twiin-sender', 'resource') && one.stimulus.valid && one.response !== null && one.request.method === 'GET');
    const base = `${context.claim.ixit.endpoints.resourceBase?.replace(/\/$/, '') ?? ''}/`;
    const found = new Map<string, { exchange: Exchange; path: string }>();
    const held = new Set<string>();
    for (const exchange of answers) {
      for (const { resource, path } of dataIn(exchange)) {
        held.add(`${String(resource.resourceType)}/${String(resource.id)}`);
        if (resource.resourceType === 'Provenance') continue;
        for (const { value, path: at } of elementsOf(resource, path)) {
          const key = typeof value.reference === 'string' ? keyOf(value.reference, base) : null;
          if (key !== null && !found.has(key)) found.set(key, { exchange, path: `${at}.reference` });
        }
      }
    }
    const reads = new Map(answers.flatMap((one) => { const { type, id } = targetOf(one); return type !== null && id !== null ? [[`${type}/${id}`, one] as const] : []; }));
    return judgeAll(found, held, reads);
  },
};
type Found = ReadonlyMap<string, { readonly exchange: Exchange; readonly path: string }>;
function judgeAll(found: Found, held: ReadonlySet<string>, reads: ReadonlyMap<string, Exchange>): readonly RuleOutcome[] {
  const followed = [...found].filter(([key]) => reads.has(key));
  const opened = followed.filter(([key]) => success(reads.get(key)!));
  const gone = followed.filter(([key]) => [404, 410].includes(reads.get(key)!.response!.status));
  const broken = opened.length === 0 ? [] : gone.slice(0, 10).map(([key, { exchange, path }]) => violation(
    { exchange, part: 'response', path }, text('Een verwijzing die bij de bron te lezen is, of in de Bundle staat.', 'A reference that can be read at the source, or stands in the Bundle.'),
    `${show(key)}: HTTP ${reads.get(key)!.response!.status}`, text('Verwijs alleen naar wat er is, of noem het met een identifier of display.', 'Refer to what is there only, or name it by identifier or display.'),
  ));
  if (broken.length > 0) return broken;
  const seen = [...found.keys()].filter((key) => held.has(key)).length;
  if (seen === 0) return [notApplicable('no reference could be followed')];
  return [pass(`${seen} of ${found.size} references lead to what was given`, [...found.values()][0]!.exchange)];
}
/** `Type/id` of a literal reference to the source itself; null for a contained one, another server, or none. */
function keyOf(reference: string, base: string): string | null {
  const bare = (base !== '/' && reference.startsWith(base) ? reference.slice(base.length) : reference).replace(/\/_history\/[^/]+$/, '');
  return /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(bare) ? bare : null;
}
