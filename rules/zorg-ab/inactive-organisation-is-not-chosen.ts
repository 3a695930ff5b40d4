import type { Exchange } from '../../model/exchange.ts';
import type { TraceRule } from '../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../message/select.ts';
import { directoryOf, wentTo, type Directory } from './directory.ts';

/**
 * The client copes with several organisations for one identifier (zorg-ab.md 2.2). The check asks more than the statement: not to
 * take an inactive one silently. Judged is only that: a message to an address that is known of inactive organisations alone.
 */
export const inactiveOrganisationIsNotChosen: TraceRule = {
  id: 'zorg-ab-inactive-organisation-is-not-chosen', scope: 'trace', span: 'case', requirements: ['ZAB-025'],
  title: { nl: 'Een inactieve organisatie wordt niet gekozen', en: 'An inactive organisation is not chosen' },
  judge: (trace) => {
    const exchanges = exchangesOf(trace);
    const directory = directoryOf(exchanges);
    const seen = [...directory.organisations.values()];
    if (seen.length < 2 && seen.every((one) => one.active)) return [notApplicable('the address book gave no inactive organisation and not more than one')];
    const sent = exchanges.filter((one) => sutCalls(one, both, 'notification', 'token', 'resource', 'workflow-task'));
    const wrong = sent.filter((one) => isInactive(one, directory));
    if (wrong.length > 0) {
      return wrong.map((exchange) => violation(
        { exchange, part: 'request', path: 'request line' }, text('Alleen berichten aan een actieve organisatie.', 'Messages to an active organisation only.'),
        `a ${exchange.endpoint} request at the address of an inactive organisation`,
        text('Kijk naar Organization.active, en vraag de gebruiker bij meer dan één treffer.', 'Look at Organization.active, and ask the user when there are several hits.'),
        exchange.endpoint === 'notification' ? { harm: text('Een aanmelding ging naar een organisatie die niet meer actief is.', 'A notification went to an organisation that is not active any more.') } : {},
      ));
    }
    const arrived = sent.find((one) => one.endpoint === 'notification');
    if (arrived !== undefined) return [pass(`${seen.length} organisations seen, an active one chosen`, arrived)];
    if (seen.some((one) => one.active)) return [notApplicable('nothing was sent')];
    return [pass('only inactive organisations: nothing was sent', directory.answers.at(-1)!)];
  },
};
function isInactive(exchange: Exchange, directory: Directory): boolean {
  const matched = directory.endpoints.filter((one) => wentTo(exchange, one.address)).map((one) => directory.organisations.get(one.organisation ?? ''));
  if (matched.length > 0 && matched.every((one) => one?.active === false)) return true;
  const named = [...directory.organisations.values()].filter((one) => one.uras.includes(exchange.organisation));
  return named.length > 0 && named.every((one) => !one.active);
}
