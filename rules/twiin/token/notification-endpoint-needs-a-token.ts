import { needsToken } from '../../factories/needs-token.ts';

/** The notification endpoint is a protected resource (TTA A&A; twiin.md 4.1). The statement names no status, so every refusal passes. */
export const notificationEndpointNeedsAToken = needsToken({
  id: 'notification-endpoint-needs-a-token', requirements: ['TWIIN-AUT-03'], names: ['no-token'], endpoints: ['notification'],
  title: { nl: 'Zonder token wordt geen aanmelding aangenomen', en: 'Without a token no notification is accepted' },
});
