import { refusesConnection } from '../../factories/refuses-connection.ts';

/**
 * A revoked client certificate is refused (RFC 5280 6.1.3; twiin.md 4.6). The hourly interval of the statement rests on a
 * sample register entry and is not judged: only that revocation is looked at.
 */
export const endpointRefusesRevokedCertificate = refusesConnection(
  {
    id: 'endpoint-refuses-revoked-certificate',
    title: { nl: 'Een ingetrokken clientcertificaat wordt geweigerd', en: 'A revoked client certificate is refused' },
    requirements: ['TWIIN-NET-07'],
  },
  ['certificate-revoked'], () => ['TWIIN-NET-07'],
);
