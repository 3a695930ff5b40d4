import { needsToken } from '../../factories/needs-token.ts';

/** An expired token and a token of another issuer give nothing, and the refusal carries WWW-Authenticate (RFC 6749 7, RFC 6750 3). The status is a SHOULD there and not judged. */
export const expiredOrForgedTokenGivesNothing = needsToken({
  id: 'expired-or-forged-token-gives-nothing', requirements: ['TWIIN-AUT-26'], names: ['token-expired', 'token-forged', 'token-other-purpose'],
  endpoints: ['resource', 'workflow-task', 'notification'], challenge: true,
  title: { nl: 'Een verlopen of vals token geeft niets', en: 'An expired or forged token gives nothing' },
});
