/** What is wrong with an invalid stimulus that the probe sends on purpose. */
export type StimulusName =
  // connection
  | 'no-client-certificate' | 'certificate-unknown-ca' | 'certificate-expired' | 'certificate-revoked'
  // token at a protected resource
  | 'no-token' | 'token-expired' | 'token-forged'
  /** a token of the same server that was given for something else */
  | 'token-other-purpose'
  // token request
  | 'client-assertion-expired' | 'client-assertion-wrong-audience' | 'client-assertion-forged'
  | 'client-assertion-alg-none' | 'client-assertion-hmac' | 'client-assertion-replayed'
  | 'grant-assertion-expired' | 'grant-assertion-wrong-audience' | 'grant-assertion-forged' | 'grant-assertion-alg-none'
  | 'grant-assertion-hmac'
  | 'authorization-base-altered' | 'authorization-base-of-other-organisation'
  | 'authorization-base-cancelled' | 'authorization-base-period-ended' | 'authorization-base-other-patient'
  // pull
  | 'query-outside-grant' | 'unknown-workflow-task' | 'malformed-query' | 'read-other-patient'
  // notification
  | 'malformed-json' | 'task-not-stu3' | 'owner-not-served' | 'requester-not-token-organisation' | 'cancel-unknown-notification';

/** `refuse-connection` before HTTP; `refuse-token` no access token; `refuse-data` no resource; `refuse-message` not accepted;
 *  `answer-error` an error answer with an OperationOutcome. `observe`: any answer is recorded, none is wrong by itself. */
export type Expectation = 'refuse-connection' | 'refuse-token' | 'refuse-data' | 'refuse-message' | 'answer-error' | 'observe';

export type Stimulus =
  | { readonly valid: true; readonly name?: undefined }
  | { readonly valid: false; readonly name: StimulusName; readonly expects: Expectation };
