import type { Clock } from '../../model/clock.ts';
import type { AssertionKey, AssertionOptions, GrantOptions } from '../../probe/assertions.ts';
import { tokenRequestBody } from '../../probe/token-request.ts';
import type { SigningTools } from './test-case.ts';

export interface SigningSettings {
  readonly clock: Clock;
  readonly algorithm: 'ES256' | 'ES512' | 'PS256';
  /** Signing key of one of our parties. */
  readonly key: (party: string) => AssertionKey;
  readonly issuer: (ura: string) => string;
  readonly clientId: string | undefined;
  readonly clientAudience: 'token-endpoint' | 'authorization-server';
  readonly authorizationServer: (tokenEndpoint: string) => string;
  readonly scope: string | undefined;
}
/** On whose behalf our receiver fetches: a medical specialist by UZI role code. */
const user = { userId: '900000009', userRole: '01.015' } as const;

/**
 * Token requests of our own clients (twiin.md 4.2, 4.3), right ones and, for a named stimulus, ones in which exactly
 * that is wrong. `memory` keeps the last right request of a case, for the replay.
 */
export function signingTools(settings: SigningSettings, memory: Record<string, any>): SigningTools {
  return {
    tokenRequest: async (options) => {
      // Loaded at the first token request of ours: simulators start without it.
      const { isAssertionStimulus, rightParts, spoil } = await import('../../probe/spoil.ts');
      const right = await rightParts(...assertionsOf(settings, options));
      const wanted = options.spoil !== undefined && isAssertionStimulus(options.spoil) ? options.spoil : null;
      const { clientAssertion, grantAssertion } = wanted === null ? right : await spoil(wanted, right);
      const body = tokenRequestBody({ assertion: grantAssertion, clientAssertion, scope: settings.scope });
      if (options.spoil === 'client-assertion-replayed') return replay(body, memory.lastTokenRequest as string | undefined, options.replayOf ?? 'both', settings.clock.now());
      if (options.spoil === undefined) memory.lastTokenRequest = body;
      return body;
    },
  };
}
function assertionsOf(settings: SigningSettings, options: Parameters<SigningTools['tokenRequest']>[0]): [AssertionOptions, GrantOptions] {
  const authorizationServer = options.authorizationServer ?? settings.authorizationServer(options.tokenEndpoint);
  const issuer = settings.issuer(options.ura);
  const common = { issuer, key: settings.key(options.party), alg: settings.algorithm, now: settings.clock.now() };
  return [
    { ...common, subject: settings.clientId ?? issuer, audience: settings.clientAudience === 'token-endpoint' ? options.tokenEndpoint : authorizationServer },
    { ...common, subject: options.ura, audience: authorizationServer, ...(options.patientBsn === undefined ? {} : { patient: options.patientBsn, ...user }), authorizationBase: options.authorizationBase || null },
  ];
}
const repeated = { both: ['client_assertion', 'assertion'], client: ['client_assertion'], grant: ['assertion'] } as const;
/**
 * A new request in which one assertion, or both, are those of an earlier one. Fails when there is no earlier one, or when it
 * has expired: a refusal would show nothing of replays then, and an acceptance of what is in fact new would be no fault.
 */
async function replay(fresh: string, earlier: string | undefined, which: keyof typeof repeated, now: number): Promise<string> {
  if (earlier === undefined) throw new Error('A replay needs an earlier right token request of the same case');
  const { decodeJwt } = await import('jose');
  const used = new URLSearchParams(earlier);
  const mixed = new URLSearchParams(fresh);
  for (const name of repeated[which]) {
    const assertion = used.get(name)!;
    if (decodeJwt(assertion).exp! * 1000 <= now) throw new Error(`The ${name} to replay has expired, so a refusal would not show that replays are noticed; replay right after the request that was accepted`);
    mixed.set(name, assertion);
  }
  return mixed.toString();
}
