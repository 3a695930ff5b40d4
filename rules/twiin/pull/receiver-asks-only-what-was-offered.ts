import type { Exchange } from '../../../model/exchange.ts';
import type { NotificationGrant } from '../../../model/grant.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { linkOf } from '../../message/answers.ts';
import { jsonOf, textOf } from '../../message/body.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, sutCalls } from '../../message/select.ts';
import { parseTarget, targetOf, type FhirTarget } from '../../message/target.ts';

/**
 * The receiver asks only for the data that is needed (twiin.md 2; SHOULD, so a warning although the check says fail). Judged is a
 * search for a type or code that was not offered, and a read of something that was neither offered nor referred to in an
 * answer. Next pages, references, Binary behind a document, added includes and subsets are fine.
 */
export const receiverAsksOnlyWhatWasOffered: TraceRule = {
  id: 'receiver-asks-only-what-was-offered', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-40'],
  title: { nl: 'De ontvanger vraagt alleen wat is aangeboden', en: 'The receiver asks only what was offered' },
  judge: (trace, context) => {
    const grants = context.grants.filter((one): one is NotificationGrant => one.kind === 'notification' && one.by === 'harness');
    const offered = grants.flatMap((one) => [...one.queries, ...one.resources]).map(parseTarget);
    const exchanges = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-receiver', 'resource', 'workflow-task'));
    const asked = exchanges.filter((one) => one.endpoint === 'resource');
    if (offered.length === 0 || asked.length === 0) return [notApplicable('nothing was offered, or nothing was fetched')];
    return asked.map((one) => judgeOne(one, exchanges, offered));
  },
};
function judgeOne(exchange: Exchange, exchanges: readonly Exchange[], offered: readonly FhirTarget[]): RuleOutcome {
  if (exchange.request.method !== 'GET') return notApplicable('no GET: judged by PUL-05');
  const target = targetOf(exchange);
  const earlier = exchanges.filter((one) => one.seq < exchange.seq);
  if (isNextPage(exchange, earlier)) return pass('a next page', exchange);
  const same = offered.filter((one) => one.type === target.type);
  const found = target.id === null ? searchProblem(target, same) : readProblem(target, same, earlier);
  if (found === null) return pass(`${String(target.type)} was offered or referred to`, exchange);
  return violation(
    { exchange, part: 'request', path: 'request target' }, text('Een vraag uit het aanbod van de aanmelding.', 'A question that the notification offers.'), found,
    text('Vraag alleen op wat de verzender aanbiedt en wat de gebruiker nodig heeft.', 'Fetch only what the sender offers and what the user needs.'),
  );
}
function isNextPage(exchange: Exchange, earlier: readonly Exchange[]): boolean {
  return earlier.some((one) => {
    const bundle = jsonOf(one, 'response');
    const next = bundle === null ? null : linkOf(bundle, 'next');
    return next !== null && URL.canParse(next, one.request.url) && new URL(next, one.request.url).href === new URL(exchange.request.url).href;
  });
}
function readProblem(target: FhirTarget, same: readonly FhirTarget[], earlier: readonly Exchange[]): string | null {
  if (same.length > 0) return null;
  const reference = `${String(target.type)}/${String(target.id)}`;
  return earlier.some((one) => textOf(one, 'response').includes(reference)) ? null : `a read of a ${String(target.type)} that no answer refers to`;
}
const filters = ['code', 'category'] as const;
function searchProblem(target: FhirTarget, same: readonly FhirTarget[]): string | null {
  if (same.length === 0) return `a search for ${target.type ?? 'an unknown type'}, which was not offered`;
  const allowed = (name: string): readonly string[] => same.flatMap((one) => valuesOf(one, name));
  // One offered query must fit: each of its codes is asked, with values that some offered query names.
  const fits = same.some((offer) => filters.every((name) => {
    if (valuesOf(offer, name).length === 0) return true;
    const asked = valuesOf(target, name);
    return asked.length > 0 && asked.every((one) => allowed(name).includes(one));
  }));
  return fits ? null : `a search for ${String(target.type)} with codes that were not offered`;
}
function valuesOf(target: FhirTarget, name: string): readonly string[] {
  return target.parameters.filter(([one]) => one === name).flatMap(([, value]) => value.split(','));
}
