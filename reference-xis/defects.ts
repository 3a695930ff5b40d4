/** Which half of the XIS misbehaves. A `both` defect sits in what the two halves share. */
export type DefectSide = 'sender' | 'receiver' | 'zorgab-client' | 'both';

/** A seeded misbehaviour that a conformance test must notice. */
export interface Defect {
  readonly id: string;
  readonly title: string;
  readonly side: DefectSide;
  /** Requirements that this breaks, by our reading of their texts. */
  readonly kills: readonly string[];
  /** Requirements that are broken as a consequence, and why. */
  readonly alsoAffects: readonly { readonly requirement: string; readonly why: string }[];
}

const noConnection = 'nothing reaches the other side, so what should follow does not happen';
const samePlace = 'the same request shows both';

export const defects = [
  // ── connection ────────────────────────────────────────────────────────────────────────────────
  { id: 'tls-client-without-certificate', title: 'Calls the other side without a client certificate', side: 'both', kills: ['TWIIN-NET-01'],
    alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: noConnection }, { requirement: 'ZAB-001', why: 'calls to ZORG-AB go without it too' }] },
  { id: 'tls-server-self-signed', title: 'Its own server shows a self-signed certificate', side: 'both', kills: ['TWIIN-NET-01'], alsoAffects: [] },
  { id: 'tls-accepts-no-certificate', title: 'Accepts connections without a client certificate', side: 'both', kills: ['TWIIN-NET-02', 'TWIIN-NET-06'], alsoAffects: [] },
  { id: 'tls-accepts-any-certificate', title: 'Asks for a client certificate and accepts whichever comes', side: 'both', kills: ['TWIIN-NET-02', 'TWIIN-NET-06', 'TWIIN-NET-07'], alsoAffects: [] },
  { id: 'tls-accepts-unknown-ca', title: 'Accepts a client certificate of an unknown authority', side: 'both', kills: ['TWIIN-NET-02', 'TWIIN-NET-06'], alsoAffects: [] },
  { id: 'tls-accepts-expired', title: 'Accepts an expired client certificate', side: 'both', kills: ['TWIIN-NET-02', 'TWIIN-NET-06'], alsoAffects: [] },
  { id: 'tls-fhir-without-certificate', title: 'Only the token endpoint asks for a client certificate', side: 'both', kills: ['TWIIN-NET-06'],
    alsoAffects: [{ requirement: 'TWIIN-NET-02', why: 'the FHIR endpoint is one of its three endpoints' }, { requirement: 'TWIIN-NET-07', why: 'a revoked certificate passes there too' }] },
  { id: 'tls-refuses-in-http', title: 'Lets a connection without certificate in and refuses it with HTTP 400', side: 'both', kills: ['TWIIN-NET-02', 'TWIIN-NET-06'], alsoAffects: [] },
  { id: 'tls-ignores-crl', title: 'Does not look at revocation', side: 'both', kills: ['TWIIN-NET-07'], alsoAffects: [] },
  { id: 'tls-crl-misread', title: 'Compares revoked serial numbers in the wrong radix, so that none is found', side: 'both', kills: ['TWIIN-NET-07'], alsoAffects: [] },
  { id: 'tls-crl-first-request-passes', title: 'Checks revocation after the first answer on a connection', side: 'both', kills: ['TWIIN-NET-07'], alsoAffects: [] },
  { id: 'tls-crl-only-fhir', title: 'Checks revocation at the FHIR endpoint only', side: 'both', kills: ['TWIIN-NET-07'], alsoAffects: [] },

  // ── asking for tokens and using them ─────────────────────────────────────────────────────────
  { id: 'calls-without-token', title: 'Calls the FHIR endpoint of the other side without asking for a token', side: 'both', kills: ['TWIIN-AUT-01', 'TWIIN-AUT-02'],
    alsoAffects: [{ requirement: 'TWIIN-AUT-05', why: 'no token request to look at' }] },
  { id: 'token-after-first-call', title: 'Asks for a token only after a first call without one', side: 'both', kills: ['TWIIN-AUT-01'],
    alsoAffects: [{ requirement: 'TWIIN-AUT-02', why: 'that first call has no bearer token' }] },
  { id: 'token-in-query', title: 'Sends the access token as a query parameter', side: 'both', kills: ['TWIIN-AUT-02'], alsoAffects: [{ requirement: 'TWIIN-AUT-01', why: 'the header shows no token' }] },
  { id: 'token-scheme-missing', title: 'Sends the access token without the word Bearer', side: 'both', kills: ['TWIIN-AUT-02'], alsoAffects: [{ requirement: 'TWIIN-AUT-01', why: 'the header shows no bearer token' }] },
  { id: 'client-secret', title: 'Authenticates with client_id and client_secret', side: 'both', kills: ['TWIIN-AUT-05'],
    alsoAffects: [{ requirement: 'TWIIN-AUT-06', why: 'no client assertion to read' }, { requirement: 'TWIIN-AUT-07', why: 'no client assertion to read' }, { requirement: 'TWIIN-AUT-09', why: 'no client assertion to verify' }] },
  { id: 'client-assertion-type-missing', title: 'Leaves client_assertion_type out', side: 'both', kills: ['TWIIN-AUT-05'], alsoAffects: [] },
  { id: 'typ-missing', title: 'Signs assertions without header typ', side: 'both', kills: ['TWIIN-AUT-06'], alsoAffects: [] },
  { id: 'typ-other', title: 'Signs assertions with typ "at+jwt"', side: 'both', kills: ['TWIIN-AUT-06'], alsoAffects: [] },
  { id: 'signs-hs256', title: 'Signs assertions with HS256', side: 'both', kills: ['TWIIN-AUT-07'], alsoAffects: [{ requirement: 'TWIIN-AUT-09', why: 'no registered key verifies it' }, { requirement: 'TWIIN-AUT-05', why: 'the signature does not verify' }] },
  { id: 'signs-none', title: 'Sends assertions with alg none', side: 'both', kills: ['TWIIN-AUT-07'], alsoAffects: [{ requirement: 'TWIIN-AUT-09', why: 'no registered key verifies it' }, { requirement: 'TWIIN-AUT-05', why: 'there is no signature' }, { requirement: 'TWIIN-AUT-06', why: 'an unsecured assertion has no typ here' }] },
  { id: 'signs-unregistered-key', title: 'Signs assertions with a key that nobody registered', side: 'both', kills: ['TWIIN-AUT-09'], alsoAffects: [{ requirement: 'TWIIN-AUT-05', why: 'the signature does not verify' }] },
  { id: 'signs-damaged', title: 'Damages the signature of its client assertion', side: 'both', kills: ['TWIIN-AUT-09'], alsoAffects: [{ requirement: 'TWIIN-AUT-05', why: 'the signature does not verify' }] },
  { id: 'jti-reused', title: 'Uses one jti for all its assertions', side: 'both', kills: ['TWIIN-AUT-13'], alsoAffects: [] },
  { id: 'jti-missing', title: 'Leaves jti out', side: 'both', kills: ['TWIIN-AUT-13'], alsoAffects: [] },
  { id: 'base-padding-stripped', title: 'Strips = characters at the end of the authorization base', side: 'receiver', kills: ['TWIIN-AUT-17'], alsoAffects: [] },
  { id: 'base-lower-cased', title: 'Sends the authorization base back in lower case', side: 'receiver', kills: ['TWIIN-AUT-17'], alsoAffects: [] },
  { id: 'base-decoded', title: 'Decodes the authorization base from base64 before sending it back', side: 'receiver', kills: ['TWIIN-AUT-17'], alsoAffects: [] },
  { id: 'base-left-out', title: 'Asks the pull token without the authorization base', side: 'receiver', kills: ['TWIIN-AUT-17'], alsoAffects: [] },

  // ── naming the patient ───────────────────────────────────────────────────────────────────────
  { id: 'patient-nowhere', title: 'Names the patient neither on the Task nor in the token request', side: 'sender', kills: ['TWIIN-AUT-18', 'TWIIN-NTF-05'], alsoAffects: [] },
  { id: 'patient-by-name-only', title: 'Names the patient by display only', side: 'sender', kills: ['TWIIN-AUT-18', 'TWIIN-NTF-05'], alsoAffects: [] },
  { id: 'patient-own-number', title: 'Names the patient by its own patient number instead of the BSN', side: 'sender', kills: ['TWIIN-AUT-18', 'TWIIN-NTF-05'], alsoAffects: [] },
  { id: 'patient-claim-differs', title: 'Names one patient on the Task and another in the token request', side: 'sender', kills: ['TWIIN-AUT-18'], alsoAffects: [{ requirement: 'TWIIN-NTF-05', why: 'two patients identify none' }] },

  // ── its authorization server ─────────────────────────────────────────────────────────────────
  { id: 'token-answer-cacheable', title: 'Answers a token without Cache-Control no-store', side: 'both', kills: ['TWIIN-AUT-20'], alsoAffects: [] },
  { id: 'token-type-missing', title: 'Answers a token without token_type', side: 'both', kills: ['TWIIN-AUT-20'], alsoAffects: [] },
  { id: 'token-answer-201', title: 'Answers a token request with 201', side: 'both', kills: ['TWIIN-AUT-20'], alsoAffects: [] },
  { id: 'as-signature-unchecked', title: 'Does not verify signatures of assertions', side: 'both', kills: ['TWIIN-AUT-21', 'TWIIN-AUT-27'], alsoAffects: [] },
  { id: 'as-grant-signature-unchecked', title: 'Verifies the client assertion only, not the grant assertion', side: 'both', kills: ['TWIIN-AUT-21', 'TWIIN-AUT-27'], alsoAffects: [] },
  { id: 'as-audience-unchecked', title: 'Does not look at aud', side: 'both', kills: ['TWIIN-AUT-21'], alsoAffects: [] },
  { id: 'as-exp-unchecked', title: 'Does not look at exp of assertions', side: 'both', kills: ['TWIIN-AUT-21'], alsoAffects: [] },
  { id: 'as-jti-unchecked', title: 'Does not look at jti', side: 'both', kills: ['TWIIN-AUT-22'], alsoAffects: [] },
  { id: 'as-jti-grant-only', title: 'Remembers the jti of grant assertions only', side: 'both', kills: ['TWIIN-AUT-22'], alsoAffects: [] },
  { id: 'as-replay-gets-token', title: 'Answers a replayed client assertion with the earlier token', side: 'both', kills: ['TWIIN-AUT-22'], alsoAffects: [] },
  { id: 'as-accepts-none', title: 'Accepts alg none', side: 'both', kills: ['TWIIN-AUT-27'], alsoAffects: [] },
  { id: 'as-accepts-hmac', title: 'Accepts HS256 made with the registered public key', side: 'both', kills: ['TWIIN-AUT-27'], alsoAffects: [] },
  { id: 'as-accepts-embedded-key', title: 'Accepts any key when the kid is known or the key stands in the header', side: 'both', kills: ['TWIIN-AUT-27', 'TWIIN-AUT-21'], alsoAffects: [] },
  { id: 'base-unchecked', title: 'Gives a pull token on any authorization base', side: 'sender', kills: ['TWIIN-AUT-23'], alsoAffects: [] },
  { id: 'base-prefix-compared', title: 'Compares the first four characters of the authorization base', side: 'sender', kills: ['TWIIN-AUT-23'], alsoAffects: [] },
  { id: 'base-typo-forgiven', title: 'Forgives one wrong character in the authorization base', side: 'sender', kills: ['TWIIN-AUT-23'], alsoAffects: [] },
  { id: 'base-case-ignored', title: 'Compares the authorization base without regard to case', side: 'sender', kills: ['TWIIN-AUT-23'], alsoAffects: [] },
  { id: 'base-for-everybody', title: 'Gives a token on a base of another organisation', side: 'sender', kills: ['TWIIN-AUT-24'], alsoAffects: [] },
  { id: 'base-for-ura-prefix', title: 'Compares the first five digits of the URA with the addressee', side: 'sender', kills: ['TWIIN-AUT-24'], alsoAffects: [] },
  { id: 'base-for-any-professional', title: 'Ignores the addressee when the request names a user with a role', side: 'sender', kills: ['TWIIN-AUT-24'], alsoAffects: [] },

  // ── guarding the notification endpoint ───────────────────────────────────────────────────────
  { id: 'notify-token-unchecked', title: 'Stores a notification without a token', side: 'receiver', kills: ['TWIIN-AUT-03'], alsoAffects: [{ requirement: 'TWIIN-AUT-26', why: 'any token passes as well' }] },
  { id: 'notify-any-bearer', title: 'Takes any bearer string or none at the notification endpoint for a known requester', side: 'receiver', kills: ['TWIIN-AUT-03', 'TWIIN-AUT-26'], alsoAffects: [] },
  { id: 'notify-stores-then-refuses', title: 'Stores a notification without token and pulls it, and only then answers 202', side: 'receiver', kills: ['TWIIN-AUT-03'], alsoAffects: [] },
  { id: 'notify-expired-token', title: 'Takes expired tokens at the notification endpoint', side: 'receiver', kills: ['TWIIN-AUT-26'], alsoAffects: [] },

  // ── guarding the data ────────────────────────────────────────────────────────────────────────
  { id: 'data-token-unchecked', title: 'Serves data without a token', side: 'sender', kills: ['TWIIN-AUT-04', 'TWIIN-PUL-04', 'BGZ-R-22'], alsoAffects: [{ requirement: 'TWIIN-AUT-26', why: 'a worthless token passes as well' }, { requirement: 'TWIIN-PUL-15', why: 'without a token it cannot know the patient' }, { requirement: 'TWIIN-PUL-18', why: 'no token, no period' }] },
  { id: 'data-token-unchecked-on-searches', title: 'Serves searches without a token', side: 'sender', kills: ['TWIIN-AUT-04', 'BGZ-R-22'], alsoAffects: [{ requirement: 'TWIIN-AUT-26', why: 'an expired token is not looked at either' }, { requirement: 'TWIIN-PUL-15', why: 'without a token it cannot know the patient' }, { requirement: 'TWIIN-PUL-18', why: 'no token, no period' }] },
  { id: 'data-token-unchecked-on-reads', title: 'Serves reads without a token', side: 'sender', kills: ['TWIIN-AUT-04', 'TWIIN-PUL-04', 'BGZ-R-22'], alsoAffects: [{ requirement: 'TWIIN-AUT-26', why: 'a forged token is not looked at either' }] },
  { id: 'data-any-bearer', title: 'Serves data on any bearer string', side: 'sender', kills: ['TWIIN-AUT-26', 'BGZ-R-22'], alsoAffects: [{ requirement: 'TWIIN-PUL-15', why: 'an unknown token names no patient' }, { requirement: 'TWIIN-PUL-18', why: 'no token, no period' }] },
  { id: 'data-expired-token', title: 'Serves data on an expired token', side: 'sender', kills: ['TWIIN-AUT-26', 'BGZ-R-22'], alsoAffects: [] },
  { id: 'data-notify-token', title: 'Serves data on a token that was given for notifying', side: 'sender', kills: ['TWIIN-AUT-26'], alsoAffects: [] },
  { id: 'www-authenticate-missing', title: 'Refuses without WWW-Authenticate', side: 'both', kills: ['TWIIN-AUT-26'], alsoAffects: [] },
  { id: 'missing-token-202', title: 'Answers 202 to a request without token', side: 'sender', kills: ['TWIIN-PUL-04'], alsoAffects: [{ requirement: 'BGZ-R-22', why: 'no HTTP error status' }, { requirement: 'TWIIN-AUT-04', why: samePlace }] },

  // ── the notification that it sends ───────────────────────────────────────────────────────────
  { id: 'notify-by-put', title: 'Sends a notification with PUT Task/<id>', side: 'sender', kills: ['TWIIN-NTF-01'], alsoAffects: [] },
  { id: 'notify-r4-requester', title: 'Writes requester as a Reference, as in R4', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [{ requirement: 'TWIIN-NTF-14', why: 'onBehalfOf is gone' }] },
  { id: 'notify-r4-instantiates', title: 'Adds instantiatesUri and encounter, as in R4', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [] },
  { id: 'notify-base-twice', title: 'Puts two authorization bases in one notification', side: 'sender', kills: ['TWIIN-NTF-07'], alsoAffects: [] },
  { id: 'notify-base-aorta-code', title: 'Carries the authorization base under the AORTA code consent_token', side: 'sender', kills: ['TWIIN-NTF-07'], alsoAffects: [{ requirement: 'TWIIN-NTF-19', why: 'the code does not exist at Twiin' }, { requirement: 'TWIIN-PUL-03', why: 'without a base the token opens nothing, not even a 404' }] },
  { id: 'notify-identifier-reused', title: 'Uses the same identifier for every notification', side: 'sender', kills: ['TWIIN-NTF-08'], alsoAffects: [{ requirement: 'TWIIN-NTF-28', why: 'a renewal then has the old identifier' }] },
  { id: 'notify-identifier-without-system', title: 'Leaves the system of the identifier out', side: 'sender', kills: ['TWIIN-NTF-08'], alsoAffects: [] },
  { id: 'notify-no-group', title: 'Leaves groupIdentifier out', side: 'sender', kills: ['TWIIN-NTF-09'], alsoAffects: [{ requirement: 'TWIIN-NTF-28', why: 'a renewal cannot be compared' }] },
  { id: 'notify-status-accepted', title: 'Sends a new notification with status accepted', side: 'sender', kills: ['TWIIN-NTF-10'], alsoAffects: [] },
  { id: 'notify-intent-order', title: 'Sends intent order', side: 'sender', kills: ['TWIIN-NTF-11'], alsoAffects: [] },
  { id: 'notify-code-other', title: 'Sends another task code', side: 'sender', kills: ['TWIIN-NTF-12'], alsoAffects: [] },
  { id: 'notify-on-behalf-missing', title: 'Leaves requester.onBehalfOf out', side: 'sender', kills: ['TWIIN-NTF-14'], alsoAffects: [] },
  { id: 'notify-on-behalf-other', title: 'Names another organisation as sender than the token does', side: 'sender', kills: ['TWIIN-NTF-14'], alsoAffects: [] },
  { id: 'owner-missing', title: 'Leaves owner out', side: 'sender', kills: ['TWIIN-NTF-15'], alsoAffects: [] },
  { id: 'owner-self', title: 'Names itself as owner', side: 'sender', kills: ['TWIIN-NTF-15'], alsoAffects: [] },
  { id: 'owner-by-name', title: 'Names the owner by display only', side: 'sender', kills: ['TWIIN-NTF-15'], alsoAffects: [] },
  { id: 'owner-other-ura', title: 'Writes the URA of the owner with two digits swapped', side: 'sender', kills: ['TWIIN-NTF-15'], alsoAffects: [] },
  { id: 'notify-parameter-system-other', title: 'Uses another system for the task parameters', side: 'sender', kills: ['TWIIN-NTF-19'], alsoAffects: [{ requirement: 'TWIIN-NTF-07', why: 'the authorization base is not found under its code' }] },
  { id: 'notify-base-as-code', title: 'Carries the authorization base as valueCode', side: 'sender', kills: ['TWIIN-NTF-20'], alsoAffects: [{ requirement: 'TWIIN-NTF-07', why: 'valueString is absent' }, { requirement: 'TWIIN-PUL-03', why: 'without a base the token opens nothing, not even a 404' }] },
  { id: 'notify-query-as-reference', title: 'Carries a query as valueReference', side: 'sender', kills: ['TWIIN-NTF-23'], alsoAffects: [] },
  { id: 'notify-query-as-uri', title: 'Carries queries as valueUri', side: 'sender', kills: ['TWIIN-NTF-23'], alsoAffects: [] },
  { id: 'renew-by-put', title: 'Tells a changed data set with a PUT of the old notification', side: 'sender', kills: ['TWIIN-NTF-27'], alsoAffects: [{ requirement: 'TWIIN-NTF-28', why: 'the identifier stays the same' }, { requirement: 'TWIIN-NTF-01', why: 'a notification that is no create' }] },
  { id: 'renew-silent', title: 'Does not tell a changed data set', side: 'sender', kills: ['TWIIN-NTF-27'], alsoAffects: [{ requirement: 'TWIIN-NTF-28', why: 'there is no second notification' }] },
  { id: 'renew-new-group', title: 'Renews under another groupIdentifier', side: 'sender', kills: ['TWIIN-NTF-28'], alsoAffects: [] },
  { id: 'renew-same-identifier', title: 'Renews under the same identifier', side: 'sender', kills: ['TWIIN-NTF-28'], alsoAffects: [{ requirement: 'TWIIN-NTF-08', why: 'the identifier is not unique' }] },
  { id: 'cancel-by-post', title: 'Cancels with a POST', side: 'sender', kills: ['TWIIN-NTF-29'], alsoAffects: [{ requirement: 'TWIIN-NTF-10', why: 'it looks like a new notification with status cancelled' }, { requirement: 'TWIIN-NTF-08', why: 'the identifier comes in a second create' }] },
  { id: 'cancel-by-id', title: 'Cancels with PUT Task/<id>, not as a conditional update', side: 'sender', kills: ['TWIIN-NTF-29'], alsoAffects: [] },
  { id: 'cancel-status-rejected', title: 'Cancels with status rejected', side: 'sender', kills: ['TWIIN-NTF-30'], alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: 'an update that does not cancel' }] },
  { id: 'cancel-other-identifier', title: 'Cancels with a new identifier in the body', side: 'sender', kills: ['TWIIN-NTF-30'], alsoAffects: [] },
  { id: 'cancel-without-effect', title: 'Goes on serving after cancelling', side: 'sender', kills: ['TWIIN-NTF-31'], alsoAffects: [] },
  { id: 'cancel-keeps-tokens', title: 'Refuses new tokens after cancelling, and serves on tokens given before', side: 'sender', kills: ['TWIIN-NTF-31'], alsoAffects: [] },
  { id: 'cancel-keeps-base', title: 'Withdraws tokens at cancelling, and gives new ones on the cancelled base', side: 'sender', kills: ['TWIIN-NTF-31'], alsoAffects: [] },

  // ── the notifications that it receives ───────────────────────────────────────────────────────
  { id: 'receive-500', title: 'Answers a good notification with 500', side: 'receiver', kills: ['TWIIN-NTF-32'], alsoAffects: [{ requirement: 'TWIIN-NTF-33', why: 'no 201' }] },
  { id: 'receive-200', title: 'Answers a created Task with 200', side: 'receiver', kills: ['TWIIN-NTF-33'], alsoAffects: [{ requirement: 'TWIIN-NTF-32', why: 'its check asks 201' }] },
  { id: 'receive-no-location', title: 'Answers 201 without Location', side: 'receiver', kills: ['TWIIN-NTF-33'], alsoAffects: [{ requirement: 'TWIIN-NTF-32', why: 'its check asks the Location' }] },
  { id: 'malformed-500', title: 'Answers malformed JSON with 500 and plain text', side: 'receiver', kills: ['TWIIN-NTF-34', 'TWIIN-NTF-35'], alsoAffects: [] },
  { id: 'malformed-accepted', title: 'Accepts a Task that is not STU3', side: 'receiver', kills: ['TWIIN-NTF-34'], alsoAffects: [] },
  { id: 'errors-plain-text', title: 'Errors of the notification endpoint are plain text', side: 'receiver', kills: ['TWIIN-NTF-35'], alsoAffects: [{ requirement: 'TWIIN-NTF-34', why: 'it asks an OperationOutcome as well' }] },
  { id: 'update-creates', title: 'A conditional update with one match creates a second Task', side: 'receiver', kills: ['TWIIN-NTF-36'], alsoAffects: [] },
  { id: 'update-several-first', title: 'A conditional update with several matches updates the first', side: 'receiver', kills: ['TWIIN-NTF-36'], alsoAffects: [] },
  { id: 'update-refused', title: 'Answers a conditional update with 405', side: 'receiver', kills: ['TWIIN-NTF-36'], alsoAffects: [] },
  { id: 'owner-unchecked', title: 'Accepts a notification for any owner', side: 'receiver', kills: ['TWIIN-NTF-38', 'TWIIN-NTF-34'], alsoAffects: [] },
  { id: 'owner-prefix', title: 'Compares the first five digits of the owner with its own URA', side: 'receiver', kills: ['TWIIN-NTF-38', 'TWIIN-NTF-34'], alsoAffects: [] },
  { id: 'owner-logged-only', title: 'Answers 202 for a foreign owner', side: 'receiver', kills: ['TWIIN-NTF-38', 'TWIIN-NTF-34'], alsoAffects: [] },
  { id: 'pulls-everything', title: 'Fetches what was not offered', side: 'receiver', kills: ['TWIIN-NTF-40'], alsoAffects: [{ requirement: 'TWIIN-PUL-05', why: 'those requests equal no offered query' }] },

  // ── pulling ──────────────────────────────────────────────────────────────────────────────────
  { id: 'workflow-task-by-search', title: 'Fetches the workflow task with a search', side: 'receiver', kills: ['TWIIN-PUL-01'], alsoAffects: [{ requirement: 'TWIIN-NTF-40', why: 'that search was not offered' }] },
  { id: 'query-by-post', title: 'Executes queries with POST _search', side: 'receiver', kills: ['TWIIN-PUL-05'], alsoAffects: [{ requirement: 'TWIIN-NTF-40', why: 'a POST is not among the offered queries' }] },
  { id: 'query-without-parameters', title: 'Leaves the parameters of an offered query out', side: 'receiver', kills: ['TWIIN-NTF-40', 'TWIIN-PUL-05'], alsoAffects: [] },
  { id: 'query-encoded-twice', title: 'Percent-encodes an offered query a second time', side: 'receiver', kills: ['TWIIN-PUL-07'], alsoAffects: [{ requirement: 'TWIIN-NTF-40', why: 'the query differs from what was offered' }] },
  { id: 'query-decoded', title: 'Sends offered queries decoded, with a raw pipe', side: 'receiver', kills: ['TWIIN-PUL-07'], alsoAffects: [] },

  // ── serving ──────────────────────────────────────────────────────────────────────────────────
  { id: 'unknown-task-500', title: 'Answers an unknown workflow task with 500', side: 'sender', kills: ['TWIIN-PUL-03'], alsoAffects: [] },
  { id: 'unknown-task-empty', title: 'Answers an unknown workflow task with an empty Bundle', side: 'sender', kills: ['TWIIN-PUL-03'], alsoAffects: [] },
  { id: 'raw-pipe-refused', title: 'Refuses a query with a raw pipe', side: 'sender', kills: ['TWIIN-PUL-08'], alsoAffects: [] },
  { id: 'encoded-slash-misread', title: 'Finds nothing when the slashes of a system are percent-encoded', side: 'sender', kills: ['TWIIN-PUL-08'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'records are missing when the query is spelled so' }] },
  { id: 'empty-search-404', title: 'Answers a search without hits with 404', side: 'sender', kills: ['TWIIN-PUL-09', 'BGZ-R-01'], alsoAffects: [{ requirement: 'BGZ-R-02', why: 'no Bundle' }] },
  { id: 'single-hit-bare', title: 'Answers a search with one hit with the bare resource', side: 'sender', kills: ['TWIIN-PUL-09', 'BGZ-R-02'], alsoAffects: [] },
  { id: 'bundle-collection', title: 'Answers searches with a Bundle of type collection', side: 'sender', kills: ['BGZ-R-02', 'TWIIN-PUL-09'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'total and search belong to a searchset only (bdl-1, bdl-2)' }, { requirement: 'BGZ-R-05', why: 'total and search belong in a searchset (bdl-1, bdl-2)' }] },
  { id: 'search-206', title: 'Answers searches with 206', side: 'sender', kills: ['BGZ-R-01'], alsoAffects: [] },
  { id: 'narrowing-none', title: 'Searches give the records of every patient', side: 'sender', kills: ['TWIIN-PUL-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'records of others raise the counts' }] },
  { id: 'narrowing-not-for-problems', title: 'Condition is not narrowed to the patient', side: 'sender', kills: ['TWIIN-PUL-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'records of others raise the counts' }] },
  { id: 'narrowing-not-for-lastn', title: 'Observation/$lastn is not narrowed to the patient', side: 'sender', kills: ['TWIIN-PUL-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'the last measurement can be another patient\'s' }] },
  { id: 'include-leaks', title: '_include brings the medication of every patient along', side: 'sender', kills: ['TWIIN-PUL-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'records of others raise the counts' }] },
  { id: 'read-other-patient', title: 'Reads by id are not bound to the patient', side: 'sender', kills: ['TWIIN-PUL-15'], alsoAffects: [] },
  { id: 'grant-unchecked', title: 'Serves every query of the patient, offered or not', side: 'sender', kills: ['TWIIN-PUL-16'], alsoAffects: [] },
  { id: 'grant-unchecked-for-plain-searches', title: 'Serves every search without filter', side: 'sender', kills: ['TWIIN-PUL-16'], alsoAffects: [] },
  { id: 'grant-outside-empty', title: 'Answers a query outside the grant with 200 and an empty Bundle', side: 'sender', kills: ['TWIIN-PUL-16'], alsoAffects: [] },
  { id: 'grant-by-type', title: 'Serves every query on a type of which one query was offered', side: 'sender', kills: ['TWIIN-PUL-16'], alsoAffects: [] },
  { id: 'period-ignored', title: 'Does not look at the end of the authorization period', side: 'sender', kills: ['TWIIN-PUL-18'], alsoAffects: [] },
  { id: 'period-not-for-tokens', title: 'Checks the period when it gives a token, and lets that token outlive it', side: 'sender', kills: ['TWIIN-PUL-18'], alsoAffects: [] },
  { id: 'period-by-day', title: 'Lets access end at the end of the last day', side: 'sender', kills: ['TWIIN-PUL-18'], alsoAffects: [] },

  // ── form and content of what it serves ───────────────────────────────────────────────────────
  { id: 'profile-missing', title: 'Resources without meta.profile', side: 'sender', kills: ['BGZ-R-04'], alsoAffects: [] },
  { id: 'total-too-high', title: 'Bundle.total counts includes and one more', side: 'sender', kills: ['BGZ-R-06'], alsoAffects: [] },
  { id: 'self-link-missing', title: 'Bundles without self link', side: 'sender', kills: ['BGZ-R-07'], alsoAffects: [{ requirement: 'BGZ-R-08', why: 'no link to compare' }, { requirement: 'BGZ-R-05', why: 'it leaves an empty list of links, which JSON of FHIR does not know' }, { requirement: 'BGZ-R-05', why: 'an empty list of links is no FHIR' }] },
  { id: 'self-link-bare', title: 'The self link lacks the parameters', side: 'sender', kills: ['BGZ-R-08'], alsoAffects: [] },
  { id: 'full-url-relative', title: 'Relative fullUrl', side: 'sender', kills: ['BGZ-R-09'], alsoAffects: [] },
  { id: 'full-url-other-id', title: 'fullUrl ends with another id', side: 'sender', kills: ['BGZ-R-09'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'fullUrl may not disagree with the id' }, { requirement: 'BGZ-R-05', why: 'fullUrl must agree with the id of the resource' }] },
  { id: 'coding-without-system', title: 'Codings without system', side: 'sender', kills: ['BGZ-R-10'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'a code without system is in no value set' }, { requirement: 'BGZ-R-05', why: 'a code without system is in no value set, extensible or not' }] },
  { id: 'concept-without-text', title: 'CodeableConcepts without display and text', side: 'sender', kills: ['BGZ-R-12'], alsoAffects: [] },
  { id: 'reference-without-display', title: 'References without display', side: 'sender', kills: ['BGZ-R-13'], alsoAffects: [] },
  { id: 'identifier-without-system', title: 'Identifiers without system and type', side: 'sender', kills: ['BGZ-R-14'], alsoAffects: [] },
  { id: 'medication-missing', title: 'The last medication of the list is left out', side: 'sender', kills: ['BGZ-R-18'], alsoAffects: [] },
  { id: 'allergy-missing', title: 'One allergy is left out', side: 'sender', kills: ['BGZ-R-18'], alsoAffects: [] },
  { id: 'record-of-other-patient', title: 'A problem of another patient stands among those of this one', side: 'sender', kills: ['BGZ-R-18'], alsoAffects: [{ requirement: 'TWIIN-PUL-15', why: 'the record is another patient\'s' }] },
  { id: 'record-twice', title: 'Every problem is listed twice', side: 'sender', kills: ['BGZ-R-18'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'a fullUrl stands once in a Bundle (bdl-7)' }, { requirement: 'BGZ-R-05', why: 'a fullUrl may stand once in a Bundle (bdl-7)' }] },
  { id: 'entry-without-id', title: 'Alerts stand in a searchset without id', side: 'sender', kills: ['BGZ-R-03'], alsoAffects: [] },
  { id: 'code-not-in-required-value-set', title: 'Problems have clinicalStatus "actief"', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'illegal-date', title: 'Allergies are asserted on 30 February', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'profile-element-missing', title: 'Problems lack clinicalStatus, which base FHIR (con-3) and zib-Problem ask', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'unknown-element', title: 'Problems have an element that FHIR does not know', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'wrong-json-type', title: 'severity of problems is a list', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'value-set-oid-as-system', title: 'A coding of alerts names a value set as its code system', side: 'sender', kills: ['BGZ-R-11'], alsoAffects: [] },
  { id: 'empty-strings', title: 'Problems have a note with an empty text', side: 'sender', kills: ['BGZ-R-25'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'base FHIR has no empty strings' }] },
  { id: 'access-log-empty', title: 'Logs no access', side: 'sender', kills: ['BGZ-A-06'], alsoAffects: [] },
  { id: 'access-log-searches-missing', title: 'Logs reads and no searches', side: 'sender', kills: ['BGZ-A-06'], alsoAffects: [] },
  { id: 'access-log-without-organisation', title: 'Logs access without saying to whom', side: 'sender', kills: ['BGZ-A-06'], alsoAffects: [] },

  // ── ZORG-AB ──────────────────────────────────────────────────────────────────────────────────
  { id: 'zab-without-certificate', title: 'Calls ZORG-AB without client certificate', side: 'zorgab-client', kills: ['TWIIN-NET-01', 'ZAB-001'], alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: 'no address is found, so nothing is sent' }] },
  { id: 'zab-unverified', title: 'Does not verify the server certificate of ZORG-AB', side: 'zorgab-client', kills: ['ZAB-002'], alsoAffects: [] },
  { id: 'zab-accepts-unknown-issuer', title: 'Accepts a server certificate of an unknown authority', side: 'zorgab-client', kills: ['ZAB-002'], alsoAffects: [] },
  { id: 'zab-retries-unverified', title: 'Tries again without verification when verification fails', side: 'zorgab-client', kills: ['ZAB-002'], alsoAffects: [] },
  { id: 'zab-accept-missing', title: 'Sends Accept */* to ZORG-AB', side: 'zorgab-client', kills: ['ZAB-013'], alsoAffects: [] },
  { id: 'zab-first-hit', title: 'Takes the first organisation, active or not', side: 'zorgab-client', kills: ['ZAB-025'], alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: 'the inactive record leads nowhere' }, { requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
  { id: 'zab-last-hit', title: 'Takes the last organisation, active or not', side: 'zorgab-client', kills: ['ZAB-025'], alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: 'the inactive record leads nowhere' }, { requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
  { id: 'zab-prefers-inactive', title: 'Takes an inactive organisation when there is one', side: 'zorgab-client', kills: ['ZAB-025'], alsoAffects: [{ requirement: 'TWIIN-NTF-01', why: 'the inactive record leads nowhere' }, { requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
  { id: 'zab-status-ignored', title: 'Does not look at the status of an endpoint', side: 'zorgab-client', kills: ['ZAB-063'], alsoAffects: [{ requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
  { id: 'zab-prefers-off', title: 'Sends to an endpoint that is off when there is one', side: 'zorgab-client', kills: ['ZAB-063'], alsoAffects: [{ requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
  { id: 'zab-repeats-after-429', title: 'Asks again at once when ZORG-AB answers 429', side: 'zorgab-client', kills: ['ZAB-039'], alsoAffects: [] },
  { id: 'zab-strict-timestamps', title: 'Throws an answer of ZORG-AB away when a timestamp has no zone', side: 'zorgab-client', kills: ['ZAB-027'], alsoAffects: [] },
  { id: 'zab-suspended-allowed', title: 'Takes suspended for active', side: 'zorgab-client', kills: ['ZAB-063'], alsoAffects: [{ requirement: 'TWIIN-NTF-15', why: 'the message comes to another organisation' }] },
] as const satisfies readonly Defect[];

export type DefectId = (typeof defects)[number]['id'];
