import { needsToken } from '../../factories/needs-token.ts';

/** A request without the needed right is refused with an HTTP error (bgz-nen7540.md 6). 403 stands in the current example, 401 in the older text: every refusal passes. */
export const requestWithoutRightIsRefused = needsToken({
  id: 'request-without-right-is-refused', requirements: ['BGZ-R-22'], names: ['no-token', 'token-expired', 'token-forged'], endpoints: ['resource'],
  title: { nl: 'Een verzoek zonder recht wordt geweigerd', en: 'A request without the right is refused' },
});
