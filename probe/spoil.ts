import { CompactSign, SignJWT, exportSPKI, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { StimulusName } from '../model/stimulus.ts';
import { clientAssertion, clientClaims, grantAssertion, grantClaims, headerOf } from './assertions.ts';
import type { AssertionClaims, AssertionOptions, GrantOptions } from './assertions.ts';

/** The two assertions of one token request, with what they were made from. */
export interface TokenParts {
  readonly client: AssertionOptions;
  readonly grant: GrantOptions;
  readonly clientAssertion: string;
  readonly grantAssertion: string;
}
type AssertionFault = 'expired' | 'wrong-audience' | 'forged' | 'alg-none' | 'hmac';

/** The stimuli that `spoil` can make; a replay is a right assertion of an earlier request, see `run/engine/signing.ts`. */
export const assertionStimuli = [
  'client-assertion-expired', 'client-assertion-wrong-audience', 'client-assertion-forged', 'client-assertion-alg-none',
  'client-assertion-hmac',
  'grant-assertion-expired', 'grant-assertion-wrong-audience', 'grant-assertion-forged', 'grant-assertion-alg-none', 'grant-assertion-hmac',
] as const satisfies readonly StimulusName[];
export type AssertionStimulus = (typeof assertionStimuli)[number];
export function isAssertionStimulus(name: StimulusName): name is AssertionStimulus {
  return (assertionStimuli as readonly string[]).includes(name);
}

/** Two right assertions. */
export async function rightParts(client: AssertionOptions, grant: GrantOptions): Promise<TokenParts> {
  return { client, grant, clientAssertion: await clientAssertion(client), grantAssertion: await grantAssertion(grant) };
}

/**
 * Makes exactly the declared thing wrong and leaves the rest as it was: the other assertion, and every other claim and
 * header, stay right. Otherwise a refusal would say nothing about the check under test.
 */
export async function spoil(stimulus: StimulusName, parts: TokenParts): Promise<TokenParts> {
  if (!isAssertionStimulus(stimulus)) throw new Error(`"${stimulus}" is not about assertions; spoil() makes ${assertionStimuli.join(', ')}.`);
  const fault = stimulus.replace(/^(client|grant)-assertion-/, '') as AssertionFault;
  if (stimulus.startsWith('client')) return { ...parts, clientAssertion: await wrong(fault, parts.client, clientClaims(parts.client)) };
  return { ...parts, grantAssertion: await wrong(fault, parts.grant, grantClaims(parts.grant)) };
}

async function wrong(fault: AssertionFault, options: AssertionOptions, claims: AssertionClaims): Promise<string> {
  const header = headerOf(options);
  if (fault === 'alg-none') return `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`;
  if (fault === 'hmac') {
    // A library that trusts the header takes the public key, as text, for the shared secret.
    const secret = new TextEncoder().encode(await publicPem(options));
    return new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
  }
  if (fault === 'forged') return signed(header, claims, (await generateKeyPair(options.alg)).privateKey);
  const key = await importJWK(options.key.privateJwk as JWK, options.alg);
  if (fault === 'wrong-audience') return signed(header, { ...claims, aud: 'https://elders.example/oauth/token' }, key);
  const anHour = 3600;
  return signed(header, { ...claims, iat: Number(claims['iat']) - anHour, exp: Number(claims['exp']) - anHour }, key);
}

function signed(header: ReturnType<typeof headerOf>, claims: AssertionClaims, key: CryptoKey | Uint8Array): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ ...header }).sign(key);
}
async function publicPem(options: AssertionOptions): Promise<string> {
  const { d, p, q, dp, dq, qi, ...open } = options.key.privateJwk as JWK;
  return exportSPKI((await importJWK(open, options.alg, { extractable: true })) as CryptoKey);
}
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
