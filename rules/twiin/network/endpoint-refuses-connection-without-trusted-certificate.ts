import { refusesConnection } from '../../factories/refuses-connection.ts';

/**
 * All Twiin traffic runs over mutual TLS (Eisen netwerkbeveiliging 1.4.0, 5.020; twiin.md 4.6).
 * NET-06 is the same statement for the notification and resource endpoints only, so a token endpoint counts for NET-02 alone.
 */
export const endpointRefusesConnectionWithoutTrustedCertificate = refusesConnection(
  {
    id: 'endpoint-refuses-connection-without-trusted-certificate',
    title: { nl: 'Zonder vertrouwd clientcertificaat komt er geen verbinding', en: 'Without a trusted client certificate there is no connection' },
    requirements: ['TWIIN-NET-02', 'TWIIN-NET-06'],
  },
  ['no-client-certificate', 'certificate-unknown-ca', 'certificate-expired'],
  (exchange) => (exchange.endpoint === 'token' ? ['TWIIN-NET-02'] : ['TWIIN-NET-02', 'TWIIN-NET-06']),
);
