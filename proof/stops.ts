/**
 * Defects that end the conversation: what comes after stays without a verdict, and that is right. Each must leave
 * something open, or it does not belong here; a defect that is not here must leave nothing open.
 */
export const stops: Readonly<Record<string, string>> = {
  'tls-client-without-certificate': 'no connection is accepted',
  'calls-without-token': 'our endpoints refuse a call without a bearer token',
  'token-in-query': 'our endpoints refuse a call without a bearer token',
  'token-scheme-missing': 'our endpoints refuse a call without a bearer token',
  'client-secret': 'our authorization server gives no token',
  'client-assertion-type-missing': 'our authorization server gives no token',
  'signs-hs256': 'our authorization server gives no token',
  'signs-none': 'our authorization server gives no token',
  'signs-unregistered-key': 'our authorization server gives no token',
  'signs-damaged': 'our authorization server gives no token',
  'jti-reused': 'our authorization server gives no token',
  'base-padding-stripped': 'our authorization server does not know the base and gives no token for the pull',
  'base-lower-cased': 'our authorization server does not know the base and gives no token for the pull',
  'base-decoded': 'our authorization server does not know the base and gives no token for the pull',
  'base-left-out': 'our authorization server does not know the base and gives no token for the pull',
  'token-answer-201': 'no token can be read from the answer',
  'notify-by-put': 'our receiver refuses the notification',
  'owner-self': 'our receiver refuses the notification',
  'owner-other-ura': 'our receiver refuses the notification',
  'notify-query-as-uri': 'nothing that can be fetched is offered',
  'receive-500': 'the notification is not accepted, so nothing is fetched',
  'query-by-post': 'no search by GET is seen',
  'zab-without-certificate': 'the address book refuses the connection',
  'zab-first-hit': 'the message goes to a decoy, so the addressee has nothing to go on with',
  'zab-prefers-inactive': 'the message goes to a decoy, so the addressee has nothing to go on with',
  'zab-status-ignored': 'the message goes to a decoy, so the addressee has nothing to go on with',
  'zab-prefers-off': 'the message goes to a decoy, so the addressee has nothing to go on with',
  'zab-suspended-allowed': 'the message goes to a decoy, so the addressee has nothing to go on with',
};
