import type { StimulusName } from '../../model/stimulus.ts';
import { both, forRoles, forStimuli, purpose, t } from './purpose.ts';

const invalid: readonly StimulusName[] = [
  'client-assertion-expired', 'client-assertion-wrong-audience', 'client-assertion-forged',
  'grant-assertion-expired', 'grant-assertion-wrong-audience', 'grant-assertion-forged',
];
const unsigned: readonly StimulusName[] = [
  'client-assertion-alg-none', 'client-assertion-hmac', 'client-assertion-forged', 'grant-assertion-alg-none', 'grant-assertion-hmac', 'grant-assertion-forged',
];
/** TTA Authentication & Authorization. */
export const tokenPurposes = [
  ...forRoles(both, 'TWIIN-AUT-01', 'client-obtains-token-before-calling', t('Vóór elk verzoek is er een token gevraagd.', 'A token was asked before each call.'), { kind: 'sequence' }),
  ...forRoles(both, 'TWIIN-AUT-02', 'bearer-token-in-authorization-header', t('Elk verzoek heeft het token in de Authorization-header.', 'Each request has the token in the Authorization header.')),
  purpose('TWIIN-AUT-03', 'twiin-receiver', 'notification-endpoint-needs-a-token', t('Een aanmelding zonder token wordt geweigerd.', 'A notification without token is refused.'), { stimulus: 'no-token' }),
  purpose('TWIIN-AUT-04', 'twiin-sender', 'resource-endpoint-needs-a-token', t('Een bevraging zonder token wordt geweigerd.', 'A query without token is refused.'), { stimulus: 'no-token' }),
  ...forRoles(both, 'TWIIN-AUT-05', 'client-authenticates-with-client-assertion', t('De token-aanvraag heeft een client assertion.', 'The token request has a client assertion.')),
  ...forRoles(both, 'TWIIN-AUT-06', 'assertion-typ-is-jwt', t('De assertions hebben typ JWT.', 'The assertions have typ JWT.')),
  ...forRoles(both, 'TWIIN-AUT-07', 'assertion-alg-is-asymmetric', t('De assertions zijn asymmetrisch ondertekend.', 'The assertions are signed asymmetrically.')),
  ...forRoles(both, 'TWIIN-AUT-09', 'client-assertion-verifies-with-registered-key', t('De handtekening klopt met een geregistreerde sleutel.', 'The signature verifies with a registered key.')),
  ...forRoles(both, 'TWIIN-AUT-13', 'assertion-jti-is-used-once', t('Geen jti komt in de run twee keer voor.', 'No jti occurs twice in the run.'), { kind: 'absence', minimumEvidence: 2 }),
  purpose('TWIIN-AUT-17', 'twiin-receiver', 'authorization-base-is-played-back-unchanged', t('De authorization base komt byte voor byte terug.', 'The authorization base comes back byte for byte.'), { kind: 'sequence', precondition: 'authorization-base' }),
  purpose('TWIIN-AUT-18', 'twiin-sender', 'patient-is-named-on-task-or-token', t('De patiënt staat op de Task of in het token, en is dezelfde.', 'The patient is on the Task or in the token, and is the same.'), { kind: 'sequence' }),
  ...forRoles(both, 'TWIIN-AUT-20', 'token-response-is-complete', t('Een juiste aanvraag krijgt een volledig token-antwoord.', 'A right request gets a complete token response.'), { kind: 'stimulus-response' }),
  ...forStimuli(both, invalid, 'TWIIN-AUT-21', 'invalid-assertion-is-refused-with-oauth-error', t('Een onjuiste assertion krijgt een OAuth-fout en geen token.', 'A bad assertion gets an OAuth error and no token.')),
  ...forStimuli(both, ['client-assertion-replayed'], 'TWIIN-AUT-22', 'replayed-assertion-gives-no-token', t('Een herhaalde assertion geeft geen token.', 'A replayed assertion gives no token.')),
  purpose('TWIIN-AUT-23', 'twiin-sender', 'altered-authorization-base-gives-no-access', t('Eén teken anders in de authorization base: geen toegang.', 'One character different in the authorization base: no access.'), { stimulus: 'authorization-base-altered', precondition: 'authorization-base' }),
  purpose('TWIIN-AUT-24', 'twiin-sender', 'authorization-base-of-other-organisation-gives-no-access', t('Een andere organisatie krijgt met deze authorization base geen toegang.', 'Another organisation gets no access with this authorization base.'), { stimulus: 'authorization-base-of-other-organisation', precondition: 'authorization-base' }),
  ...forStimuli(both, ['token-expired', 'token-forged'], 'TWIIN-AUT-26', 'expired-or-forged-token-gives-nothing', t('Een verlopen of vals token geeft niets, met WWW-Authenticate.', 'An expired or forged token gives nothing, with WWW-Authenticate.')),
  ...forStimuli(both, unsigned, 'TWIIN-AUT-27', 'unsigned-or-foreign-assertion-gives-no-token', t('Een assertion zonder geldige handtekening geeft geen token.', 'An assertion without a valid signature gives no token.')),
];
