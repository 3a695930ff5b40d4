import type { ExchangeRule } from '../../../model/rule.ts';
import { notApplicable, notTested, pass, text, tlsNotObserved, violation } from '../../message/outcome.ts';
import { both } from '../../message/select.ts';

/**
 * Client and server present a valid certificate of the agreed hierarchy (5.010 / BgZ-2a-NS-02; twiin.md 4.6). In test
 * the configured trust anchors stand for PKIoverheid, so the named issuer itself is not judged (and GF-067 asks for
 * G4 beside G1: the anchors decide). What is looked at is the SUT's own certificate: client here, server at a probe.
 * An issuer that the anchors do not know may be the very PKIoverheid, with anchors that were not configured: a warning at most,
 * but for a certificate that was signed by itself.
 */
export const peerCertificateIsTrusted: ExchangeRule = {
  id: 'peer-certificate-is-trusted', scope: 'exchange', needs: ['tls'], requirements: ['TWIIN-NET-01'],
  title: { nl: 'Het certificaat van het systeem is geldig en vertrouwd', en: 'The certificate of the system is valid and trusted' },
  selects: (exchange) => exchange.simulator === 'twiin' && both.some((role) => role === exchange.role)
    && ['token', 'notification', 'resource', 'workflow-task'].includes(exchange.endpoint),
  judge: (exchange) => {
    if (exchange.tls === 'not-observed') {
      // A probe that never came to TLS saw nothing, which is no lack of the host.
      return exchange.transport.outcome === 'answered' ? [notTested(tlsNotObserved)] : [];
    }
    if (exchange.transport.outcome !== 'answered') return [];
    const { peer } = exchange.tls;
    if (peer === null) return [notApplicable('no peer certificate was seen')];
    if (peer.status === 'trusted') return [pass(`${peer.subject}, valid until ${peer.validTo}`, exchange)];
    return [violation(
      { exchange, part: 'tls', path: 'peer certificate' },
      text('Een geldig certificaat onder de afgesproken vertrouwensketen.', 'A valid certificate under the agreed trust chain.'),
      `${peer.status}: ${peer.subject}, issued by ${peer.issuer}, ${peer.validFrom} to ${peer.validTo}`,
      text('Installeer een geldig certificaat, of geef in de configuratie de juiste trust anchors op.', 'Install a valid certificate, or configure the right trust anchors.'),
      peer.status === 'unknown-issuer' && peer.subject !== peer.issuer ? { atMost: 'warning' } : {},
    )];
  },
};
