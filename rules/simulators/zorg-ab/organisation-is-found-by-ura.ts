import { resourcesOf } from '../../message/answers.ts';
import { jsonOf, objects } from '../../message/body.ts';
import { ending, notApplicable, pass, text } from '../../message/outcome.ts';
import { uraSystem } from '../../message/task.ts';
import { organisations } from '../../../fixtures/organisations.ts';
import { answerRule, ours, uraAsked } from './select.ts';

/** Organisations with an entry of their own; the other decoy lives under another URA and is named only. */
const known: ReadonlySet<string> = new Set(organisations.filter((one) => one.playedBy === 'harness').map((one) => one.ura));
/** Organization can be searched by URA (zorg-ab.md 2.2): what comes has that URA, and a known URA gives at least one. An armed fault may hide organisations. */
export const organisationIsFoundByUra = answerRule(
  { id: 'simulator-zorg-ab-organisation-is-found-by-ura', requirement: 'ZAB-015', title: { nl: 'ZORG-AB vindt een organisatie op URA', en: 'ZORG-AB finds an organisation by URA' } },
  (target) => target.type === 'Organization' && target.id === null && uraAsked(target) !== null,
  (exchange, target) => {
    const ura = uraAsked(target)!;
    if (exchange.response?.status !== 200) return notApplicable(`judged elsewhere: ${ending(exchange)}`);
    const found = resourcesOf(exchange).map(({ resource }) => resource).filter((one) => one.resourceType === 'Organization');
    const stranger = found.find((one) => !objects(one.identifier).some((identifier) => identifier.system === uraSystem && String(identifier.value).padStart(8, '0') === ura));
    if (stranger !== undefined) return ours(exchange, 'Bundle.entry', text(`Alleen organisaties met URA ${ura}.`, `Organisations with URA ${ura} only.`), `Organization/${String(stranger.id)}`);
    if (!known.has(ura)) return pass(`${found.length} for an unknown URA`, exchange);
    const total = jsonOf(exchange, 'response')?.total;
    if (found.length > 0 && typeof total === 'number' && total >= 1) return pass(`${found.length} found`, exchange);
    return ours(exchange, 'Bundle.total', text('Ten minste één organisatie, en total.', 'At least one organisation, and total.'), `${found.length} entries, total ${String(total)}`);
  },
);
