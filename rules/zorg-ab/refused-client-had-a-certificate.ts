import type { ConnectionEvent } from '../../model/exchange.ts';
import type { TraceRule } from '../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { exchangesOf } from '../message/select.ts';

/**
 * A client that shows ZORG-AB no certificate never comes to a question (zorg-ab.md 1). Judged only where the claim looks
 * addresses up there and no question came in the whole case: then the refused connection can hardly have been for anything else.
 * A warning at most, because a connection does not say where it was going.
 */
export const refusedClientHadACertificate: TraceRule = {
  id: 'zorg-ab-refused-client-had-a-certificate', scope: 'trace', span: 'case', needs: ['tls'], requirements: ['ZAB-001'],
  title: { nl: 'Het adresboek weigerde geen verbinding zonder certificaat', en: 'The address book refused no connection without certificate' },
  judge: (trace, context) => {
    if (!context.claim.ics.roles.includes('zorgab-client')) return [notApplicable('the claim does not use ZORG-AB')];
    const asked = exchangesOf(trace).find((one) => one.side === 'simulator' && one.endpoint === 'directory' && one.role === 'zorgab-client');
    if (asked !== undefined) return [asked.tls === 'not-observed' ? notApplicable('TLS is not observed') : pass('the address book was asked', asked)];
    const refused = trace.filter((entry): entry is ConnectionEvent => entry.kind === 'connection' && entry.reason === 'no-client-certificate');
    if (refused.length === 0) return [notApplicable('the address book was not asked')];
    return refused.slice(0, 1).map((event) => violation(
      { exchange: event, part: 'connection', path: 'client certificate' },
      text('Een verbinding met het eigen clientcertificaat.', 'A connection with its own client certificate.'), `${refused.length} connection(s) without a client certificate, and no question`,
      text('Stel het clientcertificaat in voor de verbinding met ZORG-AB.', 'Configure the client certificate for the connection to ZORG-AB.'), { atMost: 'warning' },
    ));
  },
};
