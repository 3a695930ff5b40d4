import type { StimulusName } from '../../model/stimulus.ts';
import { both, forRoles, forStimuli, t } from './purpose.ts';

const certificates: readonly StimulusName[] = ['no-client-certificate', 'certificate-unknown-ca', 'certificate-expired'];
const refuses = 'endpoint-refuses-connection-without-trusted-certificate';
/** TLS: Eisen netwerkbeveiliging 1.4.0. */
export const networkPurposes = [
  ...forRoles(both, 'TWIIN-NET-01', 'peer-certificate-is-trusted', t('Het systeem toont een geldig certificaat, als client en als server.', 'The system presents a valid certificate, as client and as server.')),
  ...forRoles(both, 'TWIIN-NET-01', 'refused-connection-had-no-bad-certificate', t('Geen verbinding wordt om haar certificaat geweigerd.', 'No connection is refused for its certificate.'), { kind: 'absence', part: 'refused' }),
  ...forStimuli(both, certificates, 'TWIIN-NET-02', refuses, t('Elk endpoint weigert een verbinding zonder geldig clientcertificaat.', 'Each endpoint refuses a connection without a valid client certificate.'), { minimumEvidence: 2 }),
  ...forStimuli(both, certificates, 'TWIIN-NET-06', refuses, t('Het notification- of resource-endpoint weigert een verbinding zonder geldig clientcertificaat.', 'The notification or resource endpoint refuses a connection without a valid client certificate.')),
  ...forStimuli(both, ['certificate-revoked'], 'TWIIN-NET-07', 'endpoint-refuses-revoked-certificate', t('Een ingetrokken clientcertificaat wordt geweigerd.', 'A revoked client certificate is refused.')),
];
