import type { TraceRule } from '../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../message/select.ts';

/**
 * A host with a certificate of another hierarchy gets no question (RFC 9110 4.3.4; zorg-ab.md 1). A question to the address book
 * holds no patient; harm is that a notification or token request followed on its answer.
 */
export const lookalikeGetsNoQuestion: TraceRule = {
  id: 'zorg-ab-lookalike-gets-no-question', scope: 'trace', span: 'case', requirements: ['ZAB-002'],
  title: { nl: 'Een vals adresboek krijgt geen vraag', en: 'A false address book gets no question' },
  judge: (trace, context) => {
    if (context.facts.lookalike !== true) return [notApplicable('no false address book was shown')];
    const exchanges = exchangesOf(trace);
    const asked = exchanges.filter((one) => one.side === 'simulator' && one.simulator === 'zorg-ab-lookalike');
    if (asked.length === 0) {
      // A peer that sent half a request had accepted the certificate.
      const attempt = trace.find((entry) => entry.kind === 'connection' && entry.reason !== 'request-broken-off');
      return [attempt === undefined ? notApplicable('the system did not contact the address book') : pass('the connection was broken off before a question', attempt)];
    }
    const followed = exchanges.some((one) => one.seq > asked[0]!.seq && sutCalls(one, both, 'notification', 'token'));
    const harm = text('Na een antwoord van een vals adresboek gingen er berichten uit.', 'After an answer of a false address book messages were sent.');
    return [violation(
      { exchange: asked[0]!, part: 'tls', path: 'server certificate' }, text('Geen verzoek aan een host met een onbekend certificaat.', 'No request to a host with an unknown certificate.'),
      `${asked.length} questions`, text('Controleer het servercertificaat tegen de vertrouwde keten; zet de controle niet uit.', 'Verify the server certificate against the trusted chain; do not switch verification off.'),
      followed ? { harm } : {},
    )];
  },
};
