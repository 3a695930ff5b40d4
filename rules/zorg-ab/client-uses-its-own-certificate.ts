import type { ExchangeRule } from '../../model/rule.ts';
import { notTested, pass, text, tlsNotObserved, violation } from '../message/outcome.ts';
import { sutCalls } from '../message/select.ts';

/** The client authenticates to ZORG-AB with mutual TLS (zorg-ab.md 1). */
export const clientUsesItsOwnCertificate: ExchangeRule = {
  id: 'zorg-ab-client-uses-its-own-certificate', scope: 'exchange', needs: ['tls'], requirements: ['ZAB-001'],
  title: { nl: 'Het systeem gebruikt bij ZORG-AB een eigen certificaat', en: 'The system uses a certificate of its own at ZORG-AB' },
  selects: (exchange) => sutCalls(exchange, 'zorgab-client', 'directory'),
  judge: (exchange) => {
    if (exchange.tls === 'not-observed') return [notTested(tlsNotObserved)];
    const { peer } = exchange.tls;
    if (peer?.status === 'trusted') return [pass(peer.subject, exchange)];
    return [violation(
      { exchange, part: 'tls', path: 'client certificate' }, text('Een vertrouwd clientcertificaat.', 'A trusted client certificate.'), peer === null ? 'no certificate' : peer.status,
      text('Stel in de client voor ZORG-AB het eigen certificaat en de sleutel in.', 'Configure the own certificate and key in the client for ZORG-AB.'),
    )];
  },
};
