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
      const wanted = options.spoil !== undefined && options.replayOf === undefined && isAssertionStimulus(options.spoil) ? options.spoil : null;
      const { clientAssertion, grantAssertion } = wanted === null ? right : await spoil(wanted, right);
      const body = tokenRequestBody({ assertion: grantAssertion, clientAssertion, scope: settings.scope });
      if (options.replayOf !== undefined && memory.lastTokenRequest !== undefined) return replay(body, memory.lastTokenRequest as string, options.replayOf);
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
/** A new request in which one assertion, or both, are those of an earlier one. */
function replay(fresh: string, earlier: string, which: 'both' | 'client' | 'grant'): string {
  if (which === 'both') return earlier;
  const mixed = new URLSearchParams(fresh);
  const name = which === 'client' ? 'client_assertion' : 'assertion';
  mixed.set(name, new URLSearchParams(earlier).get(name) ?? '');
  return mixed.toString();
}
