export interface TokenRequestOptions {
  /** Authorization grant assertion, compact JWS. */
  readonly assertion: string;
  /** Client assertion, compact JWS. */
  readonly clientAssertion: string;
  readonly scope?: string;
}
export const tokenRequestHeaders = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' } as const;

/** Form body of a token request (RFC 7523 section 4; parameter names by inference, twiin.md 4.2). */
export function tokenRequestBody(options: TokenRequestOptions): string {
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: options.assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: options.clientAssertion,
  });
  if (options.scope) form.set('scope', options.scope);
  return form.toString();
}
